package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.util.Objects;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A policy written once for both ways through a pipeline. The management clients ask asynchronously
 * and block at once; so everything runs on the caller's thread, and a wait can be interrupted.
 */
interface SeamPolicy extends HttpPipelinePolicy {

  /**
   * Sends a request.
   *
   * @param next sends what stands in the context; may be called several times
   */
  HttpResponse send(HttpPipelineCallContext context, Supplier<HttpResponse> next);

  @Override
  default Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return Mono.fromCallable(
        () -> send(context, () -> Objects.requireNonNull(next.clone().process().block())));
  }

  @Override
  default HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    return send(context, () -> next.clone().processSync());
  }
}
