package io.github.dataconnect4j.conformance;

import java.time.Duration;

/**
 * What one call meets.
 *
 * @param kind what goes wrong
 * @param retryAfter the pause that the far side asks for; zero unless it throttles
 * @since 0.1.0
 */
public record Trouble(Kind kind, Duration retryAfter) {

  /** The call is refused for now, and nothing happens. */
  public static Trouble throttled(Duration retryAfter) {
    return new Trouble(Kind.THROTTLED, retryAfter);
  }

  /** The call never gets there: nothing happens, and there is no answer. */
  public static Trouble requestLost() {
    return new Trouble(Kind.REQUEST_LOST, Duration.ZERO);
  }

  /** The call is carried out, and there is no answer. */
  public static Trouble answerLost() {
    return new Trouble(Kind.ANSWER_LOST, Duration.ZERO);
  }

  /** What goes wrong. */
  public enum Kind {
    THROTTLED,
    REQUEST_LOST,
    ANSWER_LOST
  }
}
