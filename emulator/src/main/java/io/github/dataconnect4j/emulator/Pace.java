package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.emulator.arm.ProviderRegistrations;
import io.github.dataconnect4j.emulator.copy.CopySettings;
import java.time.Duration;

/**
 * How long things take that Azure takes its time for.
 *
 * @param runs the stages of a run
 * @param registering of a resource provider
 */
record Pace(CopySettings runs, Duration registering) {

  /** As on Azure, where nobody has to wait. */
  static final Pace VIRTUAL = new Pace(CopySettings.USUAL, ProviderRegistrations.TAKES);

  /** Seconds, but never so short that a client meets no state on the way. */
  static final Pace REAL =
      new Pace(
          CopySettings.lasting(Duration.ofSeconds(8), Duration.ofSeconds(1)),
          Duration.ofSeconds(1));

  Pace withRuns(Duration length) {
    return new Pace(CopySettings.lasting(length, runs.canceling()), registering);
  }
}
