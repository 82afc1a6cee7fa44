package io.github.dataconnect4j.emulator.copy;

import java.time.Duration;

/**
 * How long the stages of a copy take.
 *
 * <p>Immutable.
 *
 * @param queued until the run begins
 * @param initializing until it extracts; consent is judged at the beginning of this stage
 * @param extracting until it persists
 * @param persisting until it has succeeded; the files are written at the end of this stage
 * @param canceling from the wish to cancel to the end
 */
public record CopySettings(
    Duration queued,
    Duration initializing,
    Duration extracting,
    Duration persisting,
    Duration canceling) {

  /**
   * The default: 1, 4, 30 and 10 minutes, and 10 seconds to cancel. Together the 45 minutes that
   * Microsoft's FAQ names as the overhead of any run; how they split is this emulator's choice.
   */
  public static final CopySettings USUAL = lasting(Duration.ofMinutes(45), Duration.ofSeconds(10));

  /**
   * The stages in the usual proportions.
   *
   * @param run how long they last together
   * @param canceling from the wish to cancel to the end
   */
  public static CopySettings lasting(Duration run, Duration canceling) {
    Duration part = run.dividedBy(45);
    return new CopySettings(
        part, part.multipliedBy(4), part.multipliedBy(30), part.multipliedBy(10), canceling);
  }
}
