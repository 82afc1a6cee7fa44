package io.github.dataconnect4j.emulator.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What goes wrong with a call, by order.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class Fault {

  private final String description;
  private final Moment moment;
  private final OptionalInt status;
  private final Optional<Duration> retryAfter;

  private Fault(
      String description, Moment moment, OptionalInt status, Optional<Duration> retryAfter) {
    this.description = description;
    this.moment = moment;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /**
   * The call is refused before anything happens, in the service's own error shape.
   *
   * @param status such as 404 for a run that does not show yet, or 503 for a service that is away
   */
  public static Fault refused(int status) {
    return new Fault(
        "refused with " + requireError(status),
        Moment.BEFORE,
        OptionalInt.of(status),
        Optional.empty());
  }

  /** The call is refused with 429 before anything happens. */
  public static Fault throttled(Duration retryAfter) {
    return new Fault(
        "throttled for " + retryAfter.toSeconds() + " s",
        Moment.BEFORE,
        OptionalInt.of(429),
        Optional.of(retryAfter));
  }

  /** The connection breaks before the service has the call: nothing happens. */
  public static Fault lostRequest() {
    return new Fault("request lost", Moment.BEFORE, OptionalInt.empty(), Optional.empty());
  }

  /** The call is carried out, and the connection breaks before its answer is sent. */
  public static Fault lostAnswer() {
    return new Fault("answer lost", Moment.AFTER, OptionalInt.empty(), Optional.empty());
  }

  /**
   * The call is carried out, and answered with an error nevertheless.
   *
   * @param status such as 504, of a gateway that would not wait
   */
  public static Fault answered(int status) {
    return new Fault(
        "carried out, answered with " + requireError(status),
        Moment.AFTER,
        OptionalInt.of(status),
        Optional.empty());
  }

  private static int requireError(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException(
          "Status " + status + " is no error. Give one from 400 to 599, such as 503.");
    }
    return status;
  }

  /** Whether it strikes before or after the call is carried out. */
  public Moment moment() {
    return moment;
  }

  /** The answer's status; empty where the connection breaks instead. */
  public OptionalInt status() {
    return status;
  }

  /** The pause that the answer asks for; empty for none. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  @Override
  public String toString() {
    return description;
  }

  /** When a fault strikes. */
  public enum Moment {
    /** The service never has the call. */
    BEFORE,
    /** The call is carried out all the same. */
    AFTER
  }
}
