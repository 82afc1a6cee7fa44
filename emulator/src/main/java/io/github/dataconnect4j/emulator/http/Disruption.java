package io.github.dataconnect4j.emulator.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What goes wrong with one call.
 *
 * @param moment before or after the call is carried out
 * @param status what is answered; empty where the connection breaks instead
 * @param retryAfter the pause that the answer asks for
 */
public record Disruption(Moment moment, OptionalInt status, Optional<Duration> retryAfter) {

  @Override
  public String toString() {
    return "an ordered fault " + moment + " it is carried out, status=" + status;
  }

  /** When it goes wrong. */
  public enum Moment {
    BEFORE,
    AFTER
  }

  /** Tells what the next call of an operation meets. */
  @FunctionalInterface
  public interface Plan {

    /** Nothing ever goes wrong. */
    Plan NONE = operation -> Optional.empty();

    Optional<Disruption> next(String operation);
  }
}
