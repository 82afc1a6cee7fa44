package io.github.dataconnect4j.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body what follows
 */
public record Response(int status, Map<String, String> headers, Body body) {

  private static final Body NOTHING =
      new Body() {
        @Override
        public long length() {
          return 0;
        }

        @Override
        public void writeTo(OutputStream out) {}
      };

  public static Response json(int status, JsonNode tree) {
    return of(status, "application/json; charset=utf-8", Json.bytes(tree));
  }

  public static Response of(int status, String contentType, String text) {
    return of(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Response of(int status, String contentType, byte[] bytes) {
    Body body =
        new Body() {
          @Override
          public long length() {
            return bytes.length;
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
          }
        };
    return new Response(status, Map.of("Content-Type", contentType), body);
  }

  public static Response empty(int status) {
    return new Response(status, Map.of(), NOTHING);
  }

  public static Response stream(int status, Body body) {
    return new Response(status, Map.of(), body);
  }

  public Response withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }

  /** What follows the headers. */
  public interface Body {

    /** How many bytes {@link #writeTo} writes. */
    long length();

    void writeTo(OutputStream out) throws IOException;

    /** Lets go of what the body stands on; called once, whether it was written or not. */
    default void close() {}
  }
}
