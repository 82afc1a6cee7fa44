package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.util.Configuration;
import com.azure.core.util.Context;
import io.github.dataconnect4j.cloud.Cloud;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import reactor.core.publisher.Mono;

/**
 * One pool of connections, seen as OkHttp (for Microsoft Graph) and as an azure-core client.
 *
 * <p>All its threads are daemons, and calls run on the caller's thread, so that a JVM ends at once
 * even if nobody closes it. Thread-safe.
 */
final class HttpStack implements AutoCloseable {

  private static final AtomicInteger THREADS = new AtomicInteger();

  private final OkHttpClient okHttp;
  private final HttpClient calls;
  private final HttpClient downloads;
  private final AtomicBoolean closed;
  private final WithinTheWait bound;

  private HttpStack(
      OkHttpClient okHttp, AtomicBoolean closed, WithinTheWait bound, HttpSettings settings) {
    this.okHttp = okHttp;
    this.closed = closed;
    this.bound = bound;
    this.calls = azureCore(okHttp, settings);
    // A file takes as long as it is large.
    this.downloads = azureCore(okHttp.newBuilder().callTimeout(Duration.ZERO).build(), settings);
  }

  static HttpStack open(Cloud cloud, HttpSettings settings) {
    AtomicBoolean closed = new AtomicBoolean();
    WithinTheWait bound = new WithinTheWait(cloud.time());
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(daemons()))
            .connectTimeout(settings.connectTimeout())
            .readTimeout(settings.readTimeout())
            .writeTimeout(settings.readTimeout())
            .callTimeout(settings.callTimeout())
            // No service here redirects, and a token must not follow where one would.
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(new RefusedOnceClosed(closed))
            .addInterceptor(bound)
            .addInterceptor(new SentOnce())
            .addNetworkInterceptor(SentOnce::withoutInvitation);
    settings.proxy().ifPresent(address -> builder.proxy(new Proxy(Proxy.Type.HTTP, address)));
    Trust.of(cloud, settings)
        .ifPresent(trust -> builder.sslSocketFactory(trust.sockets(), trust.manager()));
    return new HttpStack(builder.build(), closed, bound, settings);
  }

  OkHttpClient okHttp() {
    return okHttp;
  }

  /** For calls: bound by the call time-out. */
  HttpClient calls() {
    return calls;
  }

  /** For files: bound by silence only. */
  HttpClient downloads() {
    return downloads;
  }

  /** What calls end with after {@link #close()}. */
  static IllegalStateException refusal() {
    return new IllegalStateException("The account is closed. Build another for further calls.");
  }

  /** Ends what is open; whoever still holds a handle on something is told with the next call. */
  @Override
  public void close() {
    closed.set(true);
    okHttp.dispatcher().executorService().shutdown();
    okHttp.connectionPool().evictAll();
    bound.close();
  }

  private static ThreadPoolExecutor daemons() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, "dataconnect4j-http-" + THREADS.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  private static HttpClient azureCore(OkHttpClient okHttp, HttpSettings settings) {
    // The builder replaces the client's time-outs by its own defaults, and by default reads a proxy
    // from the environment.
    return new OnCallersThread(
        new OkHttpAsyncHttpClientBuilder(okHttp)
            .configuration(Configuration.NONE)
            .connectionTimeout(settings.connectTimeout())
            .readTimeout(settings.readTimeout())
            .writeTimeout(settings.readTimeout())
            .responseTimeout(settings.readTimeout())
            .build());
  }

  /** Does not let a handle that outlived its account open new connections. */
  private record RefusedOnceClosed(AtomicBoolean closed) implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
      if (closed.get()) {
        throw refusal();
      }
      return chain.proceed(chain.request());
    }
  }

  /** Sends on the thread that asks, also where a client asks asynchronously and then blocks. */
  private record OnCallersThread(HttpClient client) implements HttpClient {

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
      return send(request, Context.NONE);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
      return Mono.fromCallable(() -> sendSync(request, context));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
      return client.sendSync(request, context);
    }
  }
}
