package io.github.dataconnect4j.synapse;

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
import io.github.dataconnect4j.azure.HandMovedTime;
import io.github.dataconnect4j.spi.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A workspace on the far side of an azure-core pipeline, with its own endpoint beside Azure
 * Resource Manager: keeps what is PUT, unless an answer is laid out.
 */
final class StubWorkspace implements HttpClient {

  static final String DEV = "https://ws.dev.example";
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARM = "/providers/Microsoft.Synapse/workspaces/ws";

  /** What was sent, in order. */
  final List<Sent> sent = new ArrayList<>();

  final HandMovedTime time = new HandMovedTime();
  private final Map<String, JsonNode> resources = new LinkedHashMap<>();
  private final Map<String, Deque<Answer>> answers = new LinkedHashMap<>();
  private int version;

  /**
   * A request.
   *
   * @param line method and path; the path of the workspace in Azure Resource Manager is {@code arm}
   */
  record Sent(String line, URL url, JsonNode body, HttpHeaders headers) {}

  private record Answer(
      int status, Map<String, String> headers, String body, IOException failure) {}

  /** A workspace that stands and names its endpoint. */
  static StubWorkspace standing() {
    StubWorkspace far = new StubWorkspace();
    far.has("arm", workspace("Succeeded"));
    return far;
  }

  static String workspace(String state) {
    return "{'location':'westeurope','properties':{'provisioningState':'"
        + state
        + "','connectivityEndpoints':{'dev':'"
        + DEV
        + "','web':'https://web.example'}}}";
  }

  Waiting waiting() {
    return new Waiting(time, new Random(7));
  }

  Workspace armWorkspace() {
    return new Workspace(
        pipeline(),
        new AzureProfile("tenant", "subscription", AzureEnvironment.AZURE),
        waiting(),
        "rg",
        "ws");
  }

  DataPlane dataPlane() {
    return new DataPlane(armWorkspace(), endpoint -> pipeline());
  }

  WorkspaceArtifacts artifacts() {
    return new WorkspaceArtifacts(dataPlane(), waiting());
  }

  SynapsePipelines pipelines() {
    return new SynapsePipelines(armWorkspace(), dataPlane(), waiting(), time);
  }

  private HttpPipeline pipeline() {
    return new HttpPipelineBuilder().httpClient(this).build();
  }

  /** Puts a resource there by another hand. */
  void has(String path, String json) {
    resources.put(path, read(json));
  }

  JsonNode resource(String path) {
    return resources.get(path);
  }

  /** The next answer to such a request; the last one goes on for ever. */
  void on(String line, int status, String json) {
    on(line, status, Map.of(), json);
  }

  void on(String line, int status, Map<String, String> headers, String json) {
    add(line, new Answer(status, headers, json.replace('\'', '"'), null));
  }

  void breaks(String line, IOException failure) {
    add(line, new Answer(0, Map.of(), "", failure));
  }

  private void add(String line, Answer answer) {
    answers.computeIfAbsent(line, any -> new ArrayDeque<>()).add(answer);
  }

  List<String> lines() {
    return sent.stream().map(Sent::line).toList();
  }

  Sent last(String line) {
    return sent.stream()
        .filter(one -> one.line().equals(line))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    String all = request.getUrl().getPath();
    int arm = all.indexOf(ARM);
    String path = arm < 0 ? all : "arm" + all.substring(arm + ARM.length());
    String line = request.getHttpMethod() + " " + path;
    JsonNode body =
        request.getBodyAsBinaryData() == null
            ? JSON.missingNode()
            : parse(request.getBodyAsBinaryData().toString());
    sent.add(new Sent(line, request.getUrl(), body, request.getHeaders()));
    Deque<Answer> prepared = answers.get(line);
    if (prepared != null) {
      Answer next = prepared.size() > 1 ? prepared.remove() : prepared.element();
      return next.failure() != null
          ? Mono.error(next.failure())
          : answer(request, next.status(), next.headers(), next.body());
    }
    if (request.getHttpMethod() == HttpMethod.PUT) {
      resources.put(path, stored(path, (ObjectNode) body));
    }
    JsonNode found = resources.get(path);
    return found == null
        ? answer(
            request,
            404,
            Map.of(),
            "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"none\"}}")
        : answer(request, 200, Map.of(), found.toString());
  }

  /** As the service keeps it: with an etag, and never with a secret that can be read. */
  private JsonNode stored(String path, ObjectNode body) {
    ObjectNode kept = body.deepCopy();
    if (path.equals("arm")) {
      ((ObjectNode) kept.get("properties"))
          .put("provisioningState", "Succeeded")
          .putObject("connectivityEndpoints")
          .put("dev", DEV);
      return kept;
    }
    kept.put("etag", "etag-" + ++version);
    if (kept.at("/properties/typeProperties") instanceof ObjectNode properties
        && properties.remove("servicePrincipalKey") != null) {
      properties.put("encryptedCredential", "blob-" + version);
    }
    return kept;
  }

  private static Mono<HttpResponse> answer(
      HttpRequest request, int status, Map<String, String> headers, String body) {
    return Mono.just(new StubResponse(request, status, headers, body));
  }

  /** The address in the answers of an operation. */
  static URI at(String path) {
    return URI.create(DEV + path);
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
