package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.util.function.Supplier;

/** {@link TokenRenewal} in a pipeline of azure-core. */
final class SeamAuthenticationPolicy implements SeamPolicy {

  private final TokenRenewal renewal;

  SeamAuthenticationPolicy(CachingCredential credential, TokenAudience audience) {
    this.renewal = new TokenRenewal(credential, audience);
  }

  @Override
  public HttpResponse send(HttpPipelineCallContext context, Supplier<HttpResponse> next) {
    HttpRequest request = context.getHttpRequest();
    return PipelineExchange.carry(
        new PipelineExchange(request, next),
        exchange ->
            renewal.send(
                exchange,
                token -> request.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token)));
  }
}
