package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.shared.RetrySchedule;
import io.github.dataconnect4j.shared.RetrySchedule.Safety;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends again what failed, by the {@link RetrySchedule} and on the cloud's clock, whichever HTTP
 * stack carries it. When that is used up, or the wait that the request is a look of, the last
 * answer or exception is given back. Logs neither headers nor bodies nor queries.
 *
 * <p>Thread-safe.
 */
final class Resending {

  private static final Logger LOG = LoggerFactory.getLogger(Resending.class);

  /** Posts that only read, that come out the same when repeated, or leave but a search behind. */
  private static final List<String> REPEATABLE_POSTS =
      List.of(
          "/queryactivityruns",
          "/querypipelineruns",
          "/listkeys",
          "/checknameavailability",
          "/getstatus",
          "/register",
          "/token",
          "/sign-in",
          // By a lease id of the caller's own.
          "/lease",
          "/removepassword",
          "/owners/$ref",
          "/serviceprincipals",
          "/security/auditlog/queries");

  private final RetrySchedule schedule;
  private final TimeSource time;

  Resending(Cloud cloud) {
    this.schedule = new RetrySchedule(cloud.time(), cloud.chance());
    this.time = cloud.time();
  }

  /**
   * Sends a request until it is answered for good.
   *
   * @throws IOException if the last try was not answered
   */
  <A> A send(Exchange<A> exchange) throws IOException {
    for (int retries = 0; ; retries++) {
      A answer = null;
      Exception failure = null;
      try {
        answer = exchange.send();
      } catch (IOException | RuntimeException e) {
        failure = e;
      }
      Optional<Duration> pause =
          pause(exchange, retries, answer, failure).filter(Resending::endsInTime);
      log(exchange, retries, answer, pause);
      if (pause.isEmpty()) {
        return outcome(answer, failure);
      }
      if (answer != null) {
        exchange.discard(answer);
      }
      Pauses.sleep(time, pause.get(), "send a request again");
    }
  }

  /** A pause that outlasts the wait which the request is a look of would be for nothing. */
  private static boolean endsInTime(Duration pause) {
    return Waiting.left().filter(left -> left.compareTo(pause) <= 0).isEmpty();
  }

  private <A> Optional<Duration> pause(
      Exchange<A> exchange, int retries, @Nullable A answer, @Nullable Exception failure) {
    // What failed on this side, before anything was sent, fails again.
    if (failure != null && !AzureErrors.isLostOnTheWay(failure)) {
      return Optional.empty();
    }
    // What did not leave this machine may be sent again, whatever it is.
    boolean unsent = failure != null && AzureErrors.isUnsent(failure);
    return schedule.pause(
        retries,
        unsent ? Safety.REPEATABLE : safety(exchange.method(), exchange.url().getPath()),
        answer == null ? OptionalInt.empty() : OptionalInt.of(exchange.status(answer)),
        answer == null
            ? Optional.empty()
            : Optional.ofNullable(exchange.header(answer, "Retry-After")));
  }

  static Safety safety(String method, String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    boolean once =
        switch (method) {
          case "POST" -> REPEATABLE_POSTS.stream().noneMatch(lower::endsWith);
          // To what the caller names by a key of its own, a second one changes nothing.
          case "PATCH" -> !lower.endsWith("')") && !lower.endsWith("%27)");
          default -> false;
        };
    return once ? Safety.ONCE : Safety.REPEATABLE;
  }

  private static <A> A outcome(@Nullable A answer, @Nullable Exception failure) throws IOException {
    if (failure instanceof IOException unanswered) {
      throw unanswered;
    }
    if (failure instanceof RuntimeException failed) {
      throw failed;
    }
    if (answer == null) {
      throw new IllegalStateException("Neither answered nor failed.");
    }
    return answer;
  }

  private static <A> void log(
      Exchange<A> exchange, int retries, @Nullable A answer, Optional<Duration> pause) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "request method={} host={} path={} status={} retries={} pause={}",
          exchange.method(),
          exchange.url().getHost(),
          exchange.url().getPath(),
          answer == null ? "none" : exchange.status(answer),
          retries,
          pause.map(Duration::toString).orElse("none"));
    }
  }
}
