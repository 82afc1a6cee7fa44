package io.github.dataconnect4j.datafactory;

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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.spi.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A data factory on the far side of an azure-core pipeline: keeps what is PUT, answers the rest.
 */
final class StubFactory implements HttpClient {

  static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  static final ObjectMapper JSON = new ObjectMapper();

  /** What was sent, in order. */
  final List<Sent> sent = new ArrayList<>();

  private final Map<String, JsonNode> resources = new LinkedHashMap<>();
  private final Map<String, Deque<Answer>> answers = new LinkedHashMap<>();
  private final Set<String> lost = new HashSet<>();
  private int version;

  record Sent(HttpMethod method, String path, JsonNode body, HttpHeaders headers) {}

  private record Answer(int status, String body, IOException failure) {}

  DataFactoryPipelines pipelines() {
    HttpPipeline pipeline = new HttpPipelineBuilder().httpClient(this).build();
    AzureProfile profile = new AzureProfile("tenant", "subscription", AzureEnvironment.AZURE);
    return new DataFactoryPipelines(pipeline, profile, new FrozenTime(), "rg", "factory");
  }

  /** Puts a resource there by another hand; the path begins after the factory's name. */
  void has(String path, String json) {
    resources.put(path, read(json));
  }

  JsonNode resource(String path) {
    return resources.get(path);
  }

  /** The next answer to a request that is no PUT; the last one goes on for ever. */
  void answers(String path, int status, String body) {
    answers.computeIfAbsent(path, any -> new ArrayDeque<>()).add(new Answer(status, body, null));
  }

  void breaks(String path, IOException failure) {
    answers.computeIfAbsent(path, any -> new ArrayDeque<>()).add(new Answer(0, "", failure));
  }

  /** Writes to the path are carried out, and answered as their repetition would be. */
  void losesAnswers(String path) {
    lost.add(path);
  }

  long writes() {
    return sent.stream().filter(one -> one.method() == HttpMethod.PUT).count();
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    String all = request.getUrl().getPath();
    String path = all.substring(all.indexOf("/factories/factory") + "/factories/factory".length());
    path = path.startsWith("/") ? path.substring(1) : path;
    JsonNode body =
        request.getBodyAsBinaryData() == null
            ? JSON.missingNode()
            : parse(request.getBodyAsBinaryData().toString());
    sent.add(new Sent(request.getHttpMethod(), path, body, request.getHeaders()));
    Deque<Answer> prepared = answers.get(path);
    if (prepared != null) {
      Answer next = prepared.size() > 1 ? prepared.remove() : prepared.element();
      return next.failure() != null
          ? Mono.error(next.failure())
          : answer(request, next.status(), next.body());
    }
    if (request.getHttpMethod() == HttpMethod.PUT) {
      resources.put(path, stored((ObjectNode) body));
      if (lost.contains(path)) {
        return answer(
            request, 412, "{\"error\":{\"code\":\"PreconditionFailed\",\"message\":\"etag\"}}");
      }
    }
    JsonNode found = resources.get(path);
    return found == null
        ? answer(request, 404, "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"none\"}}")
        : answer(request, 200, found.toString());
  }

  /** As the service keeps it: with an etag, and never with a secret that can be read. */
  private JsonNode stored(ObjectNode body) {
    ObjectNode kept = body.deepCopy();
    kept.put("etag", "etag-" + ++version);
    if (kept.at("/properties/typeProperties") instanceof ObjectNode properties
        && properties.remove("servicePrincipalKey") != null) {
      properties.put("encryptedCredential", "blob-" + version);
    }
    return kept;
  }

  private static Mono<HttpResponse> answer(HttpRequest request, int status, String body) {
    return Mono.just(new StubResponse(request, status, body));
  }

  /** JSON, written with single quotes. */
  static JsonNode read(String json) {
    return parse(json.replace('\'', '"'));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy without the nulls that the models write for what is not set. */
  static JsonNode withoutNulls(JsonNode node) {
    JsonNode copy = node.deepCopy();
    if (copy instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (object.get(name).isNull()) {
          object.remove(name);
        } else {
          object.set(name, withoutNulls(object.get(name)));
        }
      }
    } else if (copy.isArray()) {
      for (int i = 0; i < copy.size(); i++) {
        ((ArrayNode) copy).set(i, withoutNulls(copy.get(i)));
      }
    }
    return copy;
  }

  private static final class FrozenTime implements TimeSource {
    @Override
    public Instant now() {
      return NOW;
    }

    @Override
    public Duration elapsed() {
      return Duration.ZERO;
    }

    @Override
    public void sleep(Duration duration) {
      throw new AssertionError("a backend does not wait");
    }
  }

  private static final class StubResponse extends HttpResponse {
    private final int status;
    private final byte[] body;
    private final HttpHeaders headers =
        new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/json");

    StubResponse(HttpRequest request, int status, String body) {
      super(request);
      this.status = status;
      this.body = body.getBytes(StandardCharsets.UTF_8);
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
