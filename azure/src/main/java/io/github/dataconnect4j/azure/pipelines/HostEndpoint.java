package io.github.dataconnect4j.azure.pipelines;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the place where a host keeps its artifacts, which is looked up at the first of them.
 *
 * <p>JSON passes as it is. An error answer is an {@link HttpResponseException}, as of the generated
 * clients. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HostEndpoint {

  private final String host;
  private final String version;
  private final Supplier<Reached> lookUp;
  private @Nullable Reached reached;

  /**
   * @param host the host, as a message names it
   * @param apiVersion the version of every request
   * @param lookUp where the host is reached; asked again after it failed
   */
  public HostEndpoint(String host, String apiVersion, Supplier<Reached> lookUp) {
    this.host = host;
    this.version = "api-version=" + apiVersion;
    this.lookUp = lookUp;
  }

  /**
   * Where a host is reached.
   *
   * @param base what the paths of all requests stand beneath
   * @param http the way there: signed in, and retrying
   */
  public record Reached(URI base, HttpPipeline http) {}

  /** A path of segments that may hold anything. */
  public static String path(String... segments) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) {
      path.append('/')
          .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return path.toString();
  }

  public Answer get(String path) {
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

  public Answer post(String path, String json) {
    return send(withBody(request(HttpMethod.POST, path), json));
  }

  public Answer post(String path) {
    return send(request(HttpMethod.POST, path));
  }

  /**
   * Goes where an answer pointed.
   *
   * @throws RejectedException if that is another host, port or scheme; nothing is sent there
   */
  Answer follow(String link) {
    return send(new HttpRequest(HttpMethod.GET, requireOwn(reached().base(), link).toString()));
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
            "follow a link of " + host,
            "its answer points to another place than "
                + base.getScheme()
                + "://"
                + base.getAuthority()
                + ", and nothing was sent there.",
            "Look at the host in its portal before repeating the call, and do not trust that"
                + " address."),
        null);
  }

  private static int port(URI address) {
    return address.getPort() < 0 ? 443 : address.getPort();
  }

  private HttpRequest request(HttpMethod method, String path) {
    String base = reached().base().toString();
    String url = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    return new HttpRequest(method, url + (path.contains("?") ? "&" : "?") + version);
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
          "The host answered " + answer.status(), response, error(answer.body()));
    }
  }

  private static @Nullable Object error(String body) {
    try {
      return JsonTree.read(body);
    } catch (UncheckedIOException notJson) {
      return null;
    }
  }

  // A look that fails is not remembered: the host may be made yet.
  private synchronized Reached reached() {
    Reached known = reached;
    if (known == null) {
      known = lookUp.get();
      reached = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return host;
  }

  /** An answer of success, read to its end. */
  public record Answer(HttpResponse response, String body) {

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
    public <T> T as(Function<String, T> reading) {
      try {
        return reading.apply(body);
      } catch (UncheckedIOException unreadable) {
        throw new HttpResponseException("The answer cannot be read", response, unreadable);
      }
    }
  }
}
