package io.github.dataconnect4j.testing;

/**
 * What goes wrong with a call, by order.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum FaultKind {
  /** Refused with 429 before anything happens; {@link Fault#retryAfterSeconds()} goes with it. */
  THROTTLED,
  /** Refused with {@link Fault#status()} before anything happens. */
  REFUSED,
  /** The connection breaks before the service has the call: nothing happens. */
  LOST_REQUEST,
  /** Carried out, and the connection breaks before the answer is sent. */
  LOST_ANSWER,
  /** Carried out, and answered with {@link Fault#status()} nevertheless. */
  ANSWERED
}
