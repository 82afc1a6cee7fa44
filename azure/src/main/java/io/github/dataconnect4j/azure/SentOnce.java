package io.github.dataconnect4j.azure;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from sending anything again by itself that our own retry schedule would not.
 *
 * <p>OkHttp mends broken connections by repeating the request, whatever its method, and answers a
 * 503 with {@code Retry-After: 0} by repeating it as well. A pipeline started twice that way would
 * never be noticed.
 */
final class SentOnce implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    boolean mayRepeat = !request.method().equals("POST") && !request.method().equals("PATCH");
    if (body == null || mayRepeat) {
      return chain.proceed(request);
    }
    return chain.proceed(request.newBuilder().method(request.method(), new OneShot(body)).build());
  }

  /** Takes the server's invitation to come back at once out of an answer; for the network side. */
  static Response withoutInvitation(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() == 503 && "0".equals(response.header("Retry-After"))) {
      return response.newBuilder().removeHeader("Retry-After").build();
    }
    return response;
  }

  /** A body that OkHttp sends on one connection only. */
  private static final class OneShot extends RequestBody {

    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
