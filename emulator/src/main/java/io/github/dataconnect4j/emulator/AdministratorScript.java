package io.github.dataconnect4j.emulator;

import java.time.Duration;
import java.util.Objects;

/**
 * What the emulator's administrator does when an app is registered.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class AdministratorScript {

  /** What is decided in the end. */
  enum Outcome {
    APPROVES,
    DECLINES,
    DOES_NOTHING
  }

  private final Outcome outcome;
  private final Duration after;
  private final String reason;

  private AdministratorScript(Outcome outcome, Duration after, String reason) {
    this.outcome = outcome;
    this.after = Objects.requireNonNull(after, "after");
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** Approves every registration, some of the emulator's time after it was made or changed. */
  public static AdministratorScript approvesAfter(Duration after) {
    return new AdministratorScript(Outcome.APPROVES, after, "");
  }

  /** Declines every registration, some of the emulator's time after it was made or changed. */
  public static AdministratorScript declinesAfter(Duration after, String reason) {
    return new AdministratorScript(Outcome.DECLINES, after, reason);
  }

  /** Waits to be told, through {@link DataConnectEmulator#administrator()}. */
  public static AdministratorScript byHand() {
    return new AdministratorScript(Outcome.DOES_NOTHING, Duration.ZERO, "");
  }

  Outcome outcome() {
    return outcome;
  }

  Duration after() {
    return after;
  }

  String reason() {
    return reason;
  }
}
