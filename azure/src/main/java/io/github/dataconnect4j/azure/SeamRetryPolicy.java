package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import io.github.dataconnect4j.cloud.Cloud;
import java.util.function.Supplier;

/** {@link Resending} in a pipeline of azure-core. */
final class SeamRetryPolicy implements SeamPolicy {

  private final Resending resending;

  SeamRetryPolicy(Cloud cloud) {
    this.resending = new Resending(cloud);
  }

  @Override
  public HttpResponse send(HttpPipelineCallContext context, Supplier<HttpResponse> next) {
    HttpRequest request = context.getHttpRequest();
    return PipelineExchange.carry(
        new PipelineExchange(
            request,
            () -> {
              // The policies below write into the request: each try starts from the one that came
              // in.
              context.setHttpRequest(request.copy());
              return next.get();
            }),
        resending::send);
  }
}
