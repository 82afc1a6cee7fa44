package io.github.dataconnect4j.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request, read from the raw target: as a URI, {@code //subscriptions/x} would have a host for
 * its first segment, and {@code %2F} would be a slash.
 */
public final class Request {

  /** Azure Resource Manager takes 4 MiB, and the other services that are sent JSON take less. */
  static final int LONGEST_BODY = 4 << 20;

  private final String method;
  private final String target;
  private final List<String> segments;
  private final Map<String, String> query;
  private final Headers headers;
  private final InputStream stream;
  private byte @Nullable [] body;

  public Request(String method, String target, Headers headers, InputStream stream) {
    this.method = method.toUpperCase(Locale.ROOT);
    this.target = target;
    this.headers = headers;
    this.stream = stream;
    int question = target.indexOf('?');
    this.segments = segments(question < 0 ? target : target.substring(0, question));
    this.query = pairs(question < 0 ? "" : target.substring(question + 1));
  }

  public String method() {
    return method;
  }

  /** Path and query as they stood on the wire. */
  public String target() {
    return target;
  }

  /** The path's parts, each decoded once; doubled slashes count as one. */
  public List<String> segments() {
    return segments;
  }

  /** A query parameter, by name in lower case. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name.toLowerCase(Locale.ROOT)));
  }

  /** All query parameters, by name in lower case. */
  public Map<String, String> query() {
    return query;
  }

  public Optional<String> header(String name) {
    return headers.first(name);
  }

  public Headers headers() {
    return headers;
  }

  /** The body, to be read once. */
  public InputStream stream() {
    return stream;
  }

  /**
   * The whole body; for requests that are small by nature.
   *
   * @throws IOException if it is larger than such bodies are, or breaks off
   */
  public byte[] body() throws IOException {
    byte[] read = body;
    if (read == null) {
      read = stream.readNBytes(LONGEST_BODY + 1);
      if (read.length > LONGEST_BODY) {
        throw new BodyTooLongException(LONGEST_BODY);
      }
      body = read;
    }
    return read;
  }

  /**
   * The body as JSON.
   *
   * @throws IOException if it is not one JSON value
   */
  public JsonNode json() throws IOException {
    return Json.parse(body());
  }

  /**
   * The body's form fields, by name in lower case.
   *
   * @throws IOException if it is no form
   */
  public Map<String, String> form() throws IOException {
    String text = new String(body(), StandardCharsets.UTF_8);
    try {
      return pairs(text);
    } catch (IllegalArgumentException e) {
      // The decoder's own text quotes the body, and bodies hold secrets.
      throw new IOException("The body is no form: a percent sign starts no escape.");
    }
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        // A plus is a plus in a path; the decoder is made for forms.
        segments.add(decode(segment.replace("+", "%2B")));
      }
    }
    return List.copyOf(segments);
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        pairs.put(decode(name).toLowerCase(Locale.ROOT), decode(value));
      }
    }
    return pairs;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
