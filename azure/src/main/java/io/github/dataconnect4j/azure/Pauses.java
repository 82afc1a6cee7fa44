package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;

/** A pause on the seam, in places where no exception may be checked. */
final class Pauses {

  private Pauses() {}

  /**
   * Waits.
   *
   * @throws WaitEndedException if the thread is interrupted; its flag stays set
   */
  static void sleep(TimeSource time, Duration pause, String attempt) {
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitEndedException(
          Problem.of(
              attempt,
              "The thread was interrupted while it waited " + pause + ".",
              "Call again when the thread may wait."),
          WaitEndedException.Limit.INTERRUPTED,
          1,
          Duration.ZERO);
    }
  }
}
