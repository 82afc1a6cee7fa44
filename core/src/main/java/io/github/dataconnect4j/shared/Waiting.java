package io.github.dataconnect4j.shared;

import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.ThrottledException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.time.TimeSource;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one loop that waits for something remote.
 *
 * <p>Thread-safe if its time source and its chance are.
 *
 * @since 0.1.0
 */
public final class Waiting {

  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

  /** How long a service may be away before a wait for it gives up. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  /** How long the wait still lasts that a thread is in. */
  private static final ThreadLocal<@Nullable Supplier<Duration>> LEFT = new ThreadLocal<>();

  private final TimeSource time;
  private final RandomGenerator chance;

  public Waiting(TimeSource time, RandomGenerator chance) {
    this.time = Objects.requireNonNull(time, "time");
    this.chance = Objects.requireNonNull(chance, "chance");
  }

  /**
   * How long the wait still lasts that this thread is in, so that a look can keep to it; empty
   * outside of one. Never negative.
   */
  public static Optional<Duration> left() {
    Supplier<Duration> left = LEFT.get();
    return left == null ? Optional.empty() : Optional.of(left.get());
  }

  /**
   * Looks until there is something to return.
   *
   * <p>A wait within a look of another wait ends with that one.
   *
   * @param <T> what is waited for
   * @param policy how long, and how often to look
   * @param look one look; empty while there is nothing yet
   * @param ended what to say when the wait ends with nothing, given how it ended
   * @throws WaitEndedException when the time is up, or the thread is interrupted; the interrupt
   *     flag is kept
   * @throws DataConnectException if a look fails; one that finds the service away or overloaded
   *     counts as a look that found nothing, until that has lasted for ten minutes
   */
  public <T> T until(
      WaitPolicy policy, Look<T> look, Function<WaitEndedException.Limit, Problem> ended) {
    Supplier<Duration> outer = LEFT.get();
    Duration start = time.elapsed();
    Duration total = outer == null ? policy.total() : shorter(policy.total(), outer.get());
    LEFT.set(() -> longer(total.minus(time.elapsed().minus(start)), Duration.ZERO));
    try {
      return until(policy, total, start, look, ended);
    } finally {
      restore(outer);
    }
  }

  private <T> T until(
      WaitPolicy policy,
      Duration total,
      Duration start,
      Look<T> look,
      Function<WaitEndedException.Limit, Problem> ended) {
    Silence silence = new Silence();
    Duration pause = policy.first();
    for (long looks = 1; ; looks++) {
      Optional<T> found = Optional.empty();
      try {
        found = look.once();
        silence.end();
      } catch (ServiceUnavailableException | ThrottledException e) {
        silence.goesOn(e);
        LOG.debug("look failed, will look again cause={}", e.toString());
      } catch (WaitEndedException e) {
        // The look waited itself. Interrupted, it cannot say what this wait was for.
        if (e.limit() == WaitEndedException.Limit.INTERRUPTED) {
          throw ended(ended, e.limit(), looks, time.elapsed().minus(start));
        }
        LOG.debug("look not finished, will look again cause={}", e.toString());
      }
      if (found.isPresent()) {
        return found.get();
      }
      Duration waited = time.elapsed().minus(start);
      if (waited.compareTo(total) >= 0) {
        throw ended(ended, WaitEndedException.Limit.TOTAL, looks, waited);
      }
      try {
        Optional<Duration> asked = look.pauseAskedFor().filter(Waiting::isPause);
        time.sleep(asked.isPresent() ? asked.get() : jittered(pause, policy.jitter()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw ended(
            ended, WaitEndedException.Limit.INTERRUPTED, looks, time.elapsed().minus(start));
      }
      pause = longer(pause, policy);
    }
  }

  private static void restore(@Nullable Supplier<Duration> outer) {
    if (outer == null) {
      LEFT.remove();
    } else {
      LEFT.set(outer);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static WaitEndedException ended(
      Function<WaitEndedException.Limit, Problem> ended,
      WaitEndedException.Limit limit,
      long looks,
      Duration waited) {
    return new WaitEndedException(ended.apply(limit), limit, looks, waited);
  }

  // A server that asks for no pause at all must not make this loop a storm of requests.
  private static boolean isPause(Duration asked) {
    return !asked.isNegative() && !asked.isZero();
  }

  private Duration jittered(Duration pause, double jitter) {
    double share = 1 + jitter * (2 * chance.nextDouble() - 1);
    return Duration.ofNanos((long) (pause.toNanos() * share));
  }

  private static Duration longer(Duration pause, WaitPolicy policy) {
    Duration longer = Duration.ofNanos((long) (pause.toNanos() * policy.growth()));
    return shorter(longer, policy.cap());
  }

  /** For how long looks have failed, counted from the first that did. */
  private final class Silence {

    private @Nullable Duration since;

    void end() {
      since = null;
    }

    void goesOn(DataConnectException failure) {
      Duration began = since;
      if (began == null) {
        since = time.elapsed();
      } else if (time.elapsed().minus(began).compareTo(LONGEST_SILENCE) >= 0) {
        throw failure;
      }
    }
  }

  /**
   * One look at something remote.
   *
   * @param <T> what is looked for
   */
  @FunctionalInterface
  public interface Look<T> {

    /** What there is; empty while there is nothing yet. */
    Optional<T> once();

    /**
     * The pause that the server asked for in its last answer; empty by default. One of zero or less
     * counts as none.
     */
    default Optional<Duration> pauseAskedFor() {
      return Optional.empty();
    }
  }
}
