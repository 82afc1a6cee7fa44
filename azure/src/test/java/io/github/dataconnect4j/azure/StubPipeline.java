package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Policies over a client that answers from a function, and remembers what was sent. */
final class StubPipeline {

  private final List<HttpRequest> sent = new ArrayList<>();
  private final HttpPipeline pipeline;

  StubPipeline(Function<HttpRequest, HttpResponse> answer, HttpPipelinePolicy... policies) {
    HttpClient client =
        request ->
            Mono.fromSupplier(
                () -> {
                  sent.add(request.copy());
                  return answer.apply(request);
                });
    pipeline = new HttpPipelineBuilder().policies(policies).httpClient(client).build();
  }

  HttpResponse send(HttpMethod method, String url) {
    return pipeline.sendSync(new HttpRequest(method, url), Context.NONE);
  }

  HttpPipeline pipeline() {
    return pipeline;
  }

  List<HttpRequest> sent() {
    return sent;
  }

  List<String> sentAuthorizations() {
    return sent.stream()
        .map(request -> request.getHeaders().getValue(HttpHeaderName.AUTHORIZATION))
        .toList();
  }

  static HttpResponse answer(HttpRequest request, int status, String... headers) {
    return answer(request, status, new ByteArrayInputStream(new byte[0]), headers);
  }

  static HttpResponse answer(
      HttpRequest request, int status, InputStream body, String... namesAndValues) {
    HttpHeaders headers = new HttpHeaders();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.set(HttpHeaderName.fromString(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return new StreamResponse(request, status, headers, body);
  }

  private static final class StreamResponse extends HttpResponse {

    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;

    StreamResponse(HttpRequest request, int status, HttpHeaders headers, InputStream body) {
      super(request);
      this.status = status;
      this.headers = headers;
      this.body = body;
    }

    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the class it extends
    public String getHeaderValue(String name) {
      return headers.getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public Flux<ByteBuffer> getBody() {
      return getBodyAsByteArray().map(ByteBuffer::wrap).flux();
    }

    @Override
    public BinaryData getBodyAsBinaryData() {
      return BinaryData.fromStream(body);
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
      return Mono.fromCallable(body::readAllBytes);
    }

    @Override
    public Mono<String> getBodyAsString() {
      return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
      return getBodyAsByteArray().map(bytes -> new String(bytes, charset));
    }
  }
}
