package io.github.dataconnect4j.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the emulator's administrator does by himself when an app is registered, or its registration
 * changed.
 *
 * <p>A script decides only what nobody has decided: where a person was quicker, through {@link
 * DataConnectEmulator#administrator()} or the portal, that person's decision stands. It decides
 * about what it was told of: what was changed in the meantime has a turn of its own.
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

  /** What is done about one registration, or one change of it. */
  record Step(Outcome outcome, Duration after, String reason) {
    Step {
      Objects.requireNonNull(reason, "reason");
      if (after.isNegative()) {
        throw new IllegalArgumentException(
            "The administrator cannot decide " + after + " after something. Give zero or more.");
      }
    }
  }

  private final List<Step> steps;

  private AdministratorScript(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  private static AdministratorScript of(Outcome outcome, Duration after, String reason) {
    return new AdministratorScript(List.of(new Step(outcome, after, reason)));
  }

  /**
   * Approves every registration, some of the emulator's time after it was made or changed.
   *
   * @throws IllegalArgumentException if the time is negative
   */
  public static AdministratorScript approvesAfter(Duration after) {
    return of(Outcome.APPROVES, after, "");
  }

  /**
   * Declines every registration, some of the emulator's time after it was made or changed.
   *
   * @param reason what the developer is told; may be empty
   * @throws IllegalArgumentException if the time is negative
   */
  public static AdministratorScript declinesAfter(Duration after, String reason) {
    return of(Outcome.DECLINES, after, reason);
  }

  /** Waits to be told, through {@link DataConnectEmulator#administrator()}: ignores the rest. */
  public static AdministratorScript byHand() {
    return of(Outcome.DOES_NOTHING, Duration.ZERO, "");
  }

  /**
   * This script for an app's first registration, the next one for its first change, and so on; the
   * last one goes for all changes after that. Each app is counted for itself.
   */
  public AdministratorScript then(AdministratorScript next) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(next.steps);
    return new AdministratorScript(all);
  }

  /**
   * What is done about a registration.
   *
   * @param turn how many registrations and changes of the app were before
   */
  Step step(int turn) {
    return steps.get(Math.min(turn, steps.size() - 1));
  }
}
