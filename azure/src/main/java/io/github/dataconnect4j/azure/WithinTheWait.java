package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps a call to the wait that it is a look of: a silent service holds it no longer than the wait
 * lasts, and an interrupt of the waiting thread ends it.
 *
 * <p>Calls outside of a wait are left alone: what creates something is not cut off half-way.
 *
 * <p>Thread-safe.
 */
final class WithinTheWait implements Interceptor, AutoCloseable {

  /** An answer that is on its way is still taken at the end of a wait. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final Duration BETWEEN_LOOKS_AT_THE_FLAG = Duration.ofMillis(100);

  private final TimeSource time;
  private final ScheduledThreadPoolExecutor watch;

  WithinTheWait(TimeSource time) {
    this.time = time;
    // What is sent while the account is being closed goes on unwatched, and is not refused here.
    this.watch =
        new ScheduledThreadPoolExecutor(
            1, WithinTheWait::daemon, new ThreadPoolExecutor.DiscardPolicy());
    watch.setRemoveOnCancelPolicy(true);
    watch.setKeepAliveTime(10, TimeUnit.SECONDS);
    watch.allowCoreThreadTimeOut(true);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Optional<Duration> left = Waiting.left();
    if (left.isEmpty()) {
      return chain.proceed(chain.request());
    }
    Future<?> watched = watch(Thread.currentThread(), chain.call());
    try {
      return bound(chain, left.get()).proceed(chain.request());
    } finally {
      watched.cancel(false);
    }
  }

  // A socket knows only the machine's clock: a wait by another one cannot bound it.
  private Chain bound(Chain chain, Duration left) {
    if (time != TimeSource.system()) {
      return chain;
    }
    // Rounded up: a look that ends a hair before its wait would be followed by another.
    long longest = Math.max(left.toMillis() + 1, SHORTEST.toMillis());
    return longest < chain.readTimeoutMillis() || chain.readTimeoutMillis() == 0
        ? chain.withReadTimeout((int) Math.min(longest, Integer.MAX_VALUE), TimeUnit.MILLISECONDS)
        : chain;
  }

  // A socket does not hear an interrupt.
  private Future<?> watch(Thread waiting, Call call) {
    return watch.scheduleWithFixedDelay(
        () -> {
          if (waiting.isInterrupted()) {
            call.cancel();
          }
        },
        BETWEEN_LOOKS_AT_THE_FLAG.toMillis(),
        BETWEEN_LOOKS_AT_THE_FLAG.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "dataconnect4j-interrupts");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
