package io.github.dataconnect4j.shared;

import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * When a failed request is sent again: the one table of it.
 *
 * <p>At most {@value #MOST_RETRIES} retries. The server's {@code Retry-After} wins; without one the
 * pause is 0.8 s, doubling up to 8 s, each drawn between half and one and a half of it so that many
 * clients throttled at once do not come back at once. A server that asks for more than 60 s is
 * believed and not waited for.
 *
 * <p>Thread-safe if its time source and its chance are.
 *
 * @since 0.1.0
 */
public final class RetrySchedule {

  /** The most times that one request is sent again. */
  public static final int MOST_RETRIES = 3;

  private static final Duration BASE = Duration.ofMillis(800);
  private static final Duration CAP = Duration.ofSeconds(8);
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

  private final TimeSource time;
  private final RandomGenerator chance;

  public RetrySchedule(TimeSource time, RandomGenerator chance) {
    this.time = Objects.requireNonNull(time, "time");
    this.chance = Objects.requireNonNull(chance, "chance");
  }

  /** What sending a request twice does. */
  public enum Safety {
    /** The same as sending it once: reads, and writes of a whole named resource. */
    REPEATABLE,
    /** Something may come to be twice: retried only where the service said that it did nothing. */
    ONCE
  }

  /**
   * The pause before a request is sent again; empty if it is not to be.
   *
   * @param retries how often it has been sent again already
   * @param safety what sending it twice does
   * @param status the answer's status; empty where no answer came
   * @param retryAfter the answer's {@code Retry-After}: seconds, or an HTTP date
   */
  public Optional<Duration> pause(
      int retries, Safety safety, OptionalInt status, Optional<String> retryAfter) {
    if (retries >= MOST_RETRIES || !isRetriable(safety, status)) {
      return Optional.empty();
    }
    Optional<Duration> asked = retryAfter.flatMap(this::parse);
    if (asked.isPresent()) {
      return asked.filter(pause -> pause.compareTo(LONGEST_ASKED) <= 0);
    }
    Duration whole = BASE.multipliedBy(1L << retries);
    whole = whole.compareTo(CAP) > 0 ? CAP : whole;
    return Optional.of(Duration.ofMillis((long) (whole.toMillis() * (0.5 + chance.nextDouble()))));
  }

  private static boolean isRetriable(Safety safety, OptionalInt status) {
    if (status.isEmpty()) {
      return safety == Safety.REPEATABLE;
    }
    return switch (status.getAsInt()) {
      case 429 -> true; // throttled: the service did nothing
      case 408, 500, 502, 503, 504 -> safety == Safety.REPEATABLE;
      default -> false;
    };
  }

  // A negative number or a date in the past, as of a server whose clock is slow, names no pause: it
  // is as if the server had named none, and so is what is neither number nor date.
  private Optional<Duration> parse(String retryAfter) {
    String text = retryAfter.strip();
    try {
      long seconds = Long.parseLong(text);
      return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    } catch (NumberFormatException notSeconds) {
      try {
        Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Duration left = Duration.between(time.now(), date);
        return left.isNegative() ? Optional.empty() : Optional.of(left);
      } catch (DateTimeParseException garbage) {
        return Optional.empty();
      }
    }
  }
}
