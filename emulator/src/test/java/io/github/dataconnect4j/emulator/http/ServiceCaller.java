package io.github.dataconnect4j.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls a service as the HTTPS front does, without HTTPS. */
public final class ServiceCaller {

  private final Service service;
  private final Headers headers = new Headers();

  public ServiceCaller(Service service) {
    this.service = service;
    headers.set("Host", "localhost:8443");
  }

  public ServiceCaller with(String header, String value) {
    ServiceCaller other = new ServiceCaller(service);
    other.headers.setAll(headers);
    other.headers.set(header, value);
    return other;
  }

  public ServiceCaller bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Answer get(String target) {
    return call("GET", target, "");
  }

  public Answer post(String target, String body) {
    return call("POST", target, body);
  }

  public Answer put(String target, String body) {
    return call("PUT", target, body);
  }

  public Answer patch(String target, String body) {
    return call("PATCH", target, body);
  }

  public Answer delete(String target) {
    return call("DELETE", target, "");
  }

  private Answer call(String method, String target, String body) {
    Request request =
        new Request(
            method,
            target,
            headers,
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    if (!service.claims(request)) {
      throw new AssertionError(service.name() + " does not claim " + method + " " + target);
    }
    Response response =
        service.finish(
            request, new Dispatch(FaultPlan.NONE).answer(service, request).orElseThrow());
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      response.body().writeTo(out);
      return new Answer(
          response.status(),
          response.headers(),
          out.size() == 0 ? MissingNode.getInstance() : Json.parse(out.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the service answered. */
  public record Answer(int status, Map<String, String> headers, JsonNode body) {

    public String text(String pointer) {
      return body.at(pointer).asText();
    }
  }
}
