package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request in a pipeline of azure-core.
 *
 * @param request the request
 * @param next sends it; failures come as unchecked exceptions
 */
record PipelineExchange(HttpRequest request, Supplier<HttpResponse> next)
    implements Exchange<HttpResponse> {

  /** Has something send a request of a pipeline, in which no exception is checked. */
  static HttpResponse carry(PipelineExchange exchange, Carrier carrier) {
    try {
      return carrier.send(exchange);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String method() {
    return request.getHttpMethod().toString();
  }

  @Override
  public URL url() {
    return request.getUrl();
  }

  @Override
  public HttpResponse send() {
    return next.get();
  }

  @Override
  public int status(HttpResponse answer) {
    return answer.getStatusCode();
  }

  @Override
  public @Nullable String header(HttpResponse answer, String name) {
    return answer.getHeaderValue(HttpHeaderName.fromString(name));
  }

  @Override
  public void discard(HttpResponse answer) {
    answer.close();
  }

  /** What sends a request. */
  @FunctionalInterface
  interface Carrier {
    HttpResponse send(PipelineExchange exchange) throws IOException;
  }
}
