package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.cloud.Cloud;
import java.io.IOException;
import java.net.URL;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@link Resending} and {@link TokenRenewal} in OkHttp, for clients that are not built on
 * azure-core.
 */
final class SeamInterceptor implements Interceptor {

  private final Resending resending;
  private final TokenRenewal renewal;

  SeamInterceptor(Cloud cloud, CachingCredential credential, TokenAudience audience) {
    this.resending = new Resending(cloud);
    this.renewal = new TokenRenewal(credential, audience);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Call call = new Call(chain);
    return resending.send(
        new OkHttpExchange(chain.request()) {
          @Override
          public Response send() throws IOException {
            return renewal.send(call, call::authorize);
          }
        });
  }

  /** A request of OkHttp. */
  private abstract static class OkHttpExchange implements Exchange<Response> {

    private final Request request;

    OkHttpExchange(Request request) {
      this.request = request;
    }

    @Override
    public String method() {
      return request.method();
    }

    @Override
    public URL url() {
      return request.url().url();
    }

    @Override
    public int status(Response answer) {
      return answer.code();
    }

    @Override
    public @Nullable String header(Response answer, String name) {
      return answer.header(name);
    }

    @Override
    public void discard(Response answer) {
      answer.close();
    }
  }

  /** The same, with a token on it. Confined to one thread. */
  private static final class Call extends OkHttpExchange {

    private final Chain chain;
    private Request authorized;

    Call(Chain chain) {
      super(chain.request());
      this.chain = chain;
      this.authorized = chain.request();
    }

    void authorize(String token) {
      authorized = chain.request().newBuilder().header("Authorization", "Bearer " + token).build();
    }

    @Override
    public Response send() throws IOException {
      return chain.proceed(authorized);
    }
  }
}
