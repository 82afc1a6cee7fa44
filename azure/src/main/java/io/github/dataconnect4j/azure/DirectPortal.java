package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.spi.RegistrationPortal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An emulator's registration portal, called as its web page calls it. Thread-safe. */
final class DirectPortal implements RegistrationPortal {

  private final String base;
  private final HttpPipeline pipeline;

  DirectPortal(URI base, HttpPipeline pipeline) {
    String text = base.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.pipeline = pipeline;
  }

  @Override
  public Optional<Boolean> isDataConnectOn() {
    HttpRequest request = new HttpRequest(HttpMethod.GET, base + "/settings");
    Map<String, Object> settings = send("read the settings of Data Connect", request);
    return settings.get("dataConnect") instanceof String state
        ? Optional.of("on".equalsIgnoreCase(state))
        : Optional.empty();
  }

  @Override
  public boolean register(Entry entry) {
    String attempt = "register application " + entry.applicationId() + " with Data Connect";
    String address = base + "/registrations/" + encoded(entry.applicationId());
    String token = "Bearer " + signIn(entry.ownerId());
    Map<String, Object> body = body(entry);
    if (!stands(attempt, address, token, body)) {
      HttpRequest request =
          new HttpRequest(HttpMethod.PUT, address)
              .setHeader(HttpHeaderName.AUTHORIZATION, token)
              .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
              .setBody(BinaryData.fromString(JsonText.write(body)));
      send(attempt, request);
    }
    return true;
  }

  private boolean stands(String attempt, String address, String token, Map<String, Object> body) {
    HttpRequest request =
        new HttpRequest(HttpMethod.GET, address).setHeader(HttpHeaderName.AUTHORIZATION, token);
    try {
      Map<String, Object> found = send(attempt, request);
      return body.entrySet().stream()
          .allMatch(asked -> asked.getValue().equals(found.get(asked.getKey())));
    } catch (NotFoundException notRegisteredYet) {
      return false;
    }
  }

  /** The emulator takes a person's word for who they are. */
  private String signIn(String userId) {
    String attempt = "sign in to the registration portal as " + userId;
    HttpRequest request =
        new HttpRequest(HttpMethod.POST, base + "/sign-in")
            .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
            .setBody(BinaryData.fromString(JsonText.write(Map.of("user", userId))));
    if (send(attempt, request).get("token") instanceof String token) {
      return token;
    }
    throw FaultTable.translate(
        attempt,
        new ServiceFault(502, Optional.empty(), "The answer has no token.", Optional.empty()),
        null);
  }

  private Map<String, Object> send(String attempt, HttpRequest request) {
    request.setHeader(HttpHeaderName.ACCEPT, "application/json");
    try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
      String body = response.getBodyAsBinaryData().toString();
      if (response.getStatusCode() >= 300) {
        throw FaultTable.translate(attempt, FaultReader.read(response, body), null);
      }
      return JsonText.readObject(body);
    } catch (RuntimeException e) {
      throw AzureErrors.translate(attempt, e);
    }
  }

  private static Map<String, Object> body(Entry entry) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("tenantId", entry.tenantId());
    body.put("description", entry.description());
    body.put("subscriptionId", entry.subscriptionId());
    body.put("resourceGroup", entry.resourceGroup());
    body.put("destination", entry.destination().toString());
    body.put("datasets", entry.datasets().stream().map(DirectPortal::dataset).toList());
    return body;
  }

  private static Map<String, Object> dataset(AuthorizedDataset dataset) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dataset", dataset.selection().dataset().name());
    json.put("columns", dataset.selection().columns());
    json.put("scope", scope(dataset.scope()));
    return json;
  }

  private static Map<String, Object> scope(Scope scope) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (scope instanceof Scope.Groups groups) {
      json.put("type", "List");
      json.put("groups", groups.ids().stream().sorted().toList());
    } else if (scope instanceof Scope.Filter filter) {
      json.put("type", "FilterUri");
      json.put("filterUri", filter.uri());
    } else {
      json.put("type", "All");
    }
    return json;
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
