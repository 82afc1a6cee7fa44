package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.shared.RetrySchedule;
import io.github.dataconnect4j.shared.RetrySchedule.Safety;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends again what failed, by the {@link RetrySchedule} and on the cloud's clock. When that is used
 * up, the last answer or exception is given back. Logs neither headers nor bodies nor queries.
 */
final class SeamRetryPolicy implements SeamPolicy {

  private static final Logger LOG = LoggerFactory.getLogger(SeamRetryPolicy.class);

  /** Posts that only read, or that come out the same when repeated. */
  private static final List<String> REPEATABLE_POSTS =
      List.of(
          "/queryactivityruns",
          "/querypipelineruns",
          "/listkeys",
          "/checknameavailability",
          "/getstatus",
          "/register",
          "/token",
          "/sign-in");

  private final RetrySchedule schedule;
  private final TimeSource time;

  SeamRetryPolicy(Cloud cloud) {
    this.schedule = new RetrySchedule(cloud.time(), cloud.chance());
    this.time = cloud.time();
  }

  @Override
  public HttpResponse send(HttpPipelineCallContext context, Supplier<HttpResponse> next) {
    HttpRequest request = context.getHttpRequest();
    for (int retries = 0; ; retries++) {
      // The policies below write into the request: each try starts from the one that came in.
      context.setHttpRequest(request.copy());
      Attempt attempt = attempt(next);
      Optional<Duration> pause =
          attempt.isWorthAsking()
              ? schedule.pause(
                  retries, attempt.safety(request), attempt.status(), attempt.retryAfter())
              : Optional.empty();
      log(request, attempt, retries, pause);
      if (pause.isEmpty()) {
        return attempt.outcome();
      }
      attempt.discard();
      Pauses.sleep(time, pause.get(), "send a request again");
    }
  }

  private static Attempt attempt(Supplier<HttpResponse> next) {
    try {
      return new Attempt(Optional.of(next.get()), Optional.empty());
    } catch (RuntimeException e) {
      return new Attempt(Optional.empty(), Optional.of(e));
    }
  }

  static Safety safety(HttpMethod method, String path) {
    if (method == HttpMethod.POST || method == HttpMethod.PATCH) {
      String lower = path.toLowerCase(Locale.ROOT);
      return REPEATABLE_POSTS.stream().anyMatch(lower::endsWith) ? Safety.REPEATABLE : Safety.ONCE;
    }
    return Safety.REPEATABLE;
  }

  private static void log(
      HttpRequest request, Attempt attempt, int retries, Optional<Duration> pause) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "request method={} host={} path={} status={} retries={} pause={}",
          request.getHttpMethod(),
          request.getUrl().getHost(),
          request.getUrl().getPath(),
          attempt.status().isPresent() ? attempt.status().getAsInt() : "none",
          retries,
          pause.map(Duration::toString).orElse("none"));
    }
  }

  private record Attempt(Optional<HttpResponse> response, Optional<RuntimeException> failure) {

    /** Whether it was answered, or failed on the way rather than on this side. */
    boolean isWorthAsking() {
      return failure.isEmpty() || AzureErrors.isLostOnTheWay(failure.get());
    }

    /** What did not leave this machine may be sent again, whatever it is. */
    Safety safety(HttpRequest request) {
      return failure.isPresent() && AzureErrors.isUnsent(failure.get())
          ? Safety.REPEATABLE
          : SeamRetryPolicy.safety(request.getHttpMethod(), request.getUrl().getPath());
    }

    OptionalInt status() {
      return response.isPresent()
          ? OptionalInt.of(response.get().getStatusCode())
          : OptionalInt.empty();
    }

    Optional<String> retryAfter() {
      return response.map(answer -> answer.getHeaderValue(HttpHeaderName.RETRY_AFTER));
    }

    HttpResponse outcome() {
      if (failure.isPresent()) {
        throw failure.get();
      }
      return response.orElseThrow();
    }

    void discard() {
      response.ifPresent(HttpResponse::close);
    }
  }
}
