package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.shared.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A host on the far side of an azure-core pipeline: keeps what is PUT, unless an answer is laid
 * out. Paths are short ones of each host's own.
 */
public abstract class StubHost implements HttpClient {

  public static final ObjectMapper JSON = new ObjectMapper();

  /** What was sent, in order. */
  public final List<Sent> sent = new ArrayList<>();

  public final HandMovedTime time = new HandMovedTime();
  private final Map<String, JsonNode> resources = new LinkedHashMap<>();
  private final Map<String, Deque<Answer>> answers = new LinkedHashMap<>();
  private final Set<String> lost = new HashSet<>();
  private int version;

  /** A request. */
  public record Sent(HttpMethod method, String path, URL url, JsonNode body, HttpHeaders headers) {
    public String line() {
      return method + " " + path;
    }
  }

  private record Answer(
      int status, Map<String, String> headers, String body, IOException failure) {}

  /** The short path of an address. */
  protected abstract String path(URL url);

  /** As the service keeps it: with an etag, and never with a secret that can be read. */
  protected JsonNode stored(String path, ObjectNode body) {
    ObjectNode kept = body.deepCopy();
    kept.put("etag", "etag-" + ++version);
    if (kept.at("/properties/typeProperties") instanceof ObjectNode properties
        && properties.remove("servicePrincipalKey") != null) {
      properties.put("encryptedCredential", "blob-" + version);
    }
    return kept;
  }

  public Waiting waiting() {
    return new Waiting(time, new Random(7));
  }

  public AzureProfile profile() {
    return new AzureProfile("tenant", "subscription", AzureEnvironment.AZURE);
  }

  public HttpPipeline pipeline() {
    return new HttpPipelineBuilder().httpClient(this).build();
  }

  /** Puts a resource there by another hand. */
  public void has(String path, String json) {
    resources.put(path, read(json));
  }

  public JsonNode resource(String path) {
    return resources.get(path);
  }

  /** The next answer to such a request; the last one goes on for ever. */
  public void on(String line, int status, String json) {
    on(line, status, Map.of(), json);
  }

  public void on(String line, int status, Map<String, String> headers, String json) {
    add(line, new Answer(status, headers, json.replace('\'', '"'), null));
  }

  public void breaks(String line, IOException failure) {
    add(line, new Answer(0, Map.of(), "", failure));
  }

  private void add(String line, Answer answer) {
    answers.computeIfAbsent(line, any -> new ArrayDeque<>()).add(answer);
  }

  /** Writes to the path are carried out, and answered as their repetition would be. */
  public void losesAnswers(String path) {
    lost.add(path);
  }

  public List<String> lines() {
    return sent.stream().map(Sent::line).toList();
  }

  public long writes() {
    return sent.stream().filter(one -> one.method() == HttpMethod.PUT).count();
  }

  public Sent last(String line) {
    return sent.stream()
        .filter(one -> one.line().equals(line))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    String path = path(request.getUrl());
    JsonNode body =
        request.getBodyAsBinaryData() == null
            ? JSON.missingNode()
            : parse(request.getBodyAsBinaryData().toString());
    Sent one =
        new Sent(request.getHttpMethod(), path, request.getUrl(), body, request.getHeaders());
    sent.add(one);
    Deque<Answer> prepared = answers.get(one.line());
    if (prepared != null) {
      Answer next = prepared.size() > 1 ? prepared.remove() : prepared.element();
      return next.failure() != null
          ? Mono.error(next.failure())
          : answer(request, next.status(), next.headers(), next.body());
    }
    if (request.getHttpMethod() == HttpMethod.PUT) {
      resources.put(path, stored(path, (ObjectNode) body));
      if (lost.contains(path)) {
        return answer(request, 412, error("PreconditionFailed", "etag"));
      }
    }
    JsonNode found = resources.get(path);
    return found == null
        ? answer(request, 404, error("ResourceNotFound", "none"))
        : answer(request, 200, found.toString());
  }

  private static String error(String code, String message) {
    return read("{'error':{'code':'" + code + "','message':'" + message + "'}}").toString();
  }

  private static Mono<HttpResponse> answer(HttpRequest request, int status, String body) {
    return answer(request, status, Map.of(), body);
  }

  private static Mono<HttpResponse> answer(
      HttpRequest request, int status, Map<String, String> headers, String body) {
    return Mono.just(new StubResponse(request, status, headers, body));
  }

  /** JSON, written with single quotes. */
  public static JsonNode read(String json) {
    return parse(json.replace('\'', '"'));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class StubResponse extends HttpResponse {
    private final int status;
    private final byte[] body;
    private final HttpHeaders headers;

    StubResponse(HttpRequest request, int status, Map<String, String> headers, String body) {
      super(request);
      this.status = status;
      this.body = body.getBytes(StandardCharsets.UTF_8);
      this.headers = new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/json");
      headers.forEach((name, value) -> this.headers.set(HttpHeaderName.fromString(name), value));
    }

    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    @Deprecated
    public String getHeaderValue(String name) {
      return headers.getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public Flux<ByteBuffer> getBody() {
      return Flux.just(ByteBuffer.wrap(body));
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
      return Mono.just(body);
    }

    @Override
    public Mono<String> getBodyAsString() {
      return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
      return Mono.just(new String(body, charset));
    }
  }
}
