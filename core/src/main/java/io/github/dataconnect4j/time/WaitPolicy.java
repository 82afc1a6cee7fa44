package io.github.dataconnect4j.time;

import java.time.Duration;
import java.util.Objects;

/**
 * How long to wait for something remote, and how often to look.
 *
 * <p>The first look comes at once; then the pause grows from {@code first} by the factor {@code
 * growth} up to {@code cap}, each pause shortened or lengthened at random by up to the share {@code
 * jitter}. A pause that the server asks for wins. There is no limit on the number of looks: a wait
 * ends in {@code [total, total + one pause]}, never before while the thing is pending.
 *
 * <p>To stop waiting never cancels the remote work.
 *
 * <p>Immutable.
 *
 * @param total how long to wait in all
 * @param first the first pause, at most {@code cap}
 * @param growth the factor from one pause to the next, at least 1
 * @param cap the longest pause, at most 365 days
 * @param jitter between 0 and 1
 * @since 0.1.0
 */
public record WaitPolicy(
    Duration total, Duration first, double growth, Duration cap, double jitter) {

  private static final Duration LONGEST_PAUSE = Duration.ofDays(365);

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public WaitPolicy {
    requirePositive(total, "total");
    requirePositive(first, "first");
    requirePositive(cap, "cap");
    if (first.compareTo(cap) > 0) {
      throw new IllegalArgumentException(
          "first is "
              + first
              + ", longer than cap, which is "
              + cap
              + ". Raise cap, or lower first.");
    }
    if (cap.compareTo(LONGEST_PAUSE) > 0) {
      throw new IllegalArgumentException(
          "cap is " + cap + "; it must be at most " + LONGEST_PAUSE + ".");
    }
    if (!(growth >= 1)) {
      throw new IllegalArgumentException("growth is " + growth + "; it must be at least 1.");
    }
    if (!(jitter >= 0 && jitter < 1)) {
      throw new IllegalArgumentException(
          "jitter is " + jitter + "; it must be at least 0 and below 1.");
    }
  }

  /** For runs: 24 hours in all; pauses of 15 s, growing by 1.5 up to 60 s; 20 % jitter. */
  public static WaitPolicy patient() {
    return new WaitPolicy(
        Duration.ofHours(24), Duration.ofSeconds(15), 1.5, Duration.ofSeconds(60), 0.2);
  }

  /**
   * For the making of resources: 10 minutes in all; pauses of 1 s, doubling up to 15 s; 20 %
   * jitter.
   */
  public static WaitPolicy brisk() {
    return new WaitPolicy(
        Duration.ofMinutes(10), Duration.ofSeconds(1), 2, Duration.ofSeconds(15), 0.2);
  }

  /**
   * For what people decide, such as an approval: pauses of a minute, growing by 1.5 up to a quarter
   * of an hour; 20 % jitter.
   */
  public static WaitPolicy forPeople(Duration total) {
    return new WaitPolicy(total, Duration.ofMinutes(1), 1.5, Duration.ofMinutes(15), 0.2);
  }

  /** As {@link #patient()}, with another total. */
  public static WaitPolicy upTo(Duration total) {
    return patient().withTotal(total);
  }

  public WaitPolicy withTotal(Duration total) {
    return new WaitPolicy(total, first, growth, cap, jitter);
  }

  /** Pauses of always the same length, without jitter. */
  public WaitPolicy withPause(Duration pause) {
    return new WaitPolicy(total, pause, 1, pause, 0);
  }

  private static void requirePositive(Duration value, String name) {
    if (Objects.requireNonNull(value, name).isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be longer than zero.");
    }
  }
}
