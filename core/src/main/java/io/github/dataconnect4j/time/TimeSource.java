package io.github.dataconnect4j.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The one place that tells the time and waits.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface TimeSource {

  /** The machine's clock. */
  static TimeSource system() {
    return SystemTime.INSTANCE;
  }

  /** The time of day, for dates that people see and for expiry dates. */
  Instant now();

  /**
   * A reading that never goes back, for measuring how long something took. Only the difference of
   * two readings means something.
   */
  Duration elapsed();

  /**
   * Returns when the duration has passed; at once for zero or less.
   *
   * @throws InterruptedException if the thread is interrupted before or meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;
}
