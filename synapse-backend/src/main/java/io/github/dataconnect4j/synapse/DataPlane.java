package io.github.dataconnect4j.synapse;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.github.dataconnect4j.azure.pipelines.JsonTree;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the development endpoint of one workspace, which is looked up at the first of them.
 *
 * <p>An error answer is an {@link HttpResponseException}, as of the generated clients. Wire: the
 * REST description of the data plane, 2020-12-01. Thread-safe.
 */
final class DataPlane {

  private static final String VERSION = "api-version=2020-12-01";

  private final Workspace workspace;
  private final Function<URI, HttpPipeline> pipelines;
  private @Nullable Reached reached;

  DataPlane(Workspace workspace, Function<URI, HttpPipeline> pipelines) {
    this.workspace = workspace;
    this.pipelines = pipelines;
  }

  /** A path of segments that may hold anything. */
  static String path(String... segments) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) {
      path.append('/')
          .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return path.toString();
  }

  Answer get(String path) {
    return send(request(HttpMethod.GET, path));
  }

  /**
   * Writes a resource.
   *
   * @param etag what it must still have; empty for any or none
   */
  Answer put(String path, String json, Optional<String> etag) {
    HttpRequest request = request(HttpMethod.PUT, path);
    etag.ifPresent(seen -> request.setHeader(HttpHeaderName.IF_MATCH, seen));
    return send(withBody(request, json));
  }

  Answer post(String path, String json) {
    return send(withBody(request(HttpMethod.POST, path), json));
  }

  Answer post(String path) {
    return send(request(HttpMethod.POST, path));
  }

  /**
   * Goes where an answer pointed.
   *
   * @throws RejectedException if that is another host, port or scheme; nothing is sent there
   */
  Answer follow(String link) {
    URI base = reached().endpoint();
    return send(new HttpRequest(HttpMethod.GET, requireOwn(base, link).toString()));
  }

  private URI requireOwn(URI base, String link) {
    try {
      URI target = base.resolve(link);
      if ("https".equalsIgnoreCase(target.getScheme())
          && base.getHost().equalsIgnoreCase(target.getHost())
          && port(base) == port(target)
          && target.getRawUserInfo() == null) {
        return target;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // falls through to the one refusal
    }
    throw new RejectedException(
        Problem.of(
            "follow an operation of " + workspace,
            "its answer points to another place than " + base + ", and nothing was sent there.",
            "Look at the workspace in Synapse Studio before repeating the call, and do not trust"
                + " that address."),
        null);
  }

  private static int port(URI address) {
    return address.getPort() < 0 ? 443 : address.getPort();
  }

  private HttpRequest request(HttpMethod method, String path) {
    String base = reached().endpoint().toString();
    String url = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    return new HttpRequest(method, url + (path.contains("?") ? "&" : "?") + VERSION);
  }

  private static HttpRequest withBody(HttpRequest request, String json) {
    return request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json").setBody(json);
  }

  private Answer send(HttpRequest request) {
    request.setHeader(HttpHeaderName.ACCEPT, "application/json");
    try (HttpResponse response = reached().http().sendSync(request, Context.NONE)) {
      BinaryData content = response.getBodyAsBinaryData();
      Answer answer = new Answer(response, content == null ? "" : content.toString());
      if (answer.status() >= 200 && answer.status() < 300) {
        return answer;
      }
      throw new HttpResponseException(
          "The workspace answered " + answer.status(), response, error(answer.body()));
    }
  }

  private static @Nullable Object error(String body) {
    try {
      return JsonTree.read(body);
    } catch (UncheckedIOException notJson) {
      return null;
    }
  }

  // A look that fails is not remembered: the workspace may be made yet.
  private synchronized Reached reached() {
    Reached known = reached;
    if (known == null) {
      URI endpoint = workspace.devEndpoint();
      known = new Reached(endpoint, pipelines.apply(endpoint));
      reached = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return workspace.toString();
  }

  private record Reached(URI endpoint, HttpPipeline http) {}

  /** An answer of success, read to its end. */
  record Answer(HttpResponse response, String body) {

    int status() {
      return response.getStatusCode();
    }

    Optional<String> header(HttpHeaderName name) {
      return Optional.ofNullable(response.getHeaderValue(name)).filter(text -> !text.isBlank());
    }

    /** The body's members; none where it is no object. */
    Map<String, @Nullable Object> members() {
      try {
        return JsonTree.read(body);
      } catch (UncheckedIOException notAnObject) {
        return Map.of();
      }
    }

    /**
     * The body as something else.
     *
     * @throws HttpResponseException with the answer's own status if it cannot be read as that
     */
    <T> T as(Function<String, T> reading) {
      try {
        return reading.apply(body);
      } catch (UncheckedIOException unreadable) {
        throw new HttpResponseException("The answer cannot be read", response, unreadable);
      }
    }
  }
}
