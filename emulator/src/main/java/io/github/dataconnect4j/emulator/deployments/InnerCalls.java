package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.dataconnect4j.emulator.http.Headers;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Calls that a deployment makes to Azure Resource Manager in the name of its caller. */
final class InnerCalls {

  private final Function<Request, Response> arm;
  private final Headers headers = new Headers();

  InnerCalls(Function<Request, Response> arm, Request caller) {
    this.arm = arm;
    for (String name : new String[] {"Authorization", "Host"}) {
      caller.header(name).ifPresent(value -> headers.set(name, value));
    }
  }

  Answer put(String id, String version, JsonNode body) {
    return call("PUT", id, version, Json.bytes(body));
  }

  Answer get(String id, String version) {
    return call("GET", id, version, new byte[0]);
  }

  Answer post(String id, String version) {
    return call("POST", id, version, new byte[0]);
  }

  private Answer call(String method, String id, String version, byte[] body) {
    StringBuilder path = new StringBuilder();
    for (String segment : id.split("/", -1)) {
      if (!segment.isEmpty()) {
        path.append('/').append(encode(segment));
      }
    }
    Request request =
        new Request(
            method,
            path + "?api-version=" + encode(version),
            headers,
            new ByteArrayInputStream(body));
    Response response = arm.apply(request);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      response.body().writeTo(bytes);
      return new Answer(
          response.status(),
          bytes.size() == 0 ? MissingNode.getInstance() : Json.parse(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      response.body().close();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * What was answered.
   *
   * @param status the HTTP status
   * @param body its JSON, missing where there is none
   */
  record Answer(int status, JsonNode body) {

    boolean isError() {
      return status >= 400;
    }
  }
}
