package io.github.dataconnect4j.cloud;

import java.util.Objects;

/**
 * A value that must not be seen: a client secret, a key, a password.
 *
 * <p>Neither {@link #toString()} nor any serializer shows it; it is never part of a message or a
 * log line. Two secrets are equal only if they are the same object, so that a comparison tells
 * nothing.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class Secret {

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Wraps a value.
   *
   * @throws IllegalArgumentException if the value is blank
   */
  public static Secret of(String value) {
    if (Objects.requireNonNull(value, "value").isBlank()) {
      throw new IllegalArgumentException("The secret is blank. Give the value itself, not its id.");
    }
    return new Secret(value);
  }

  /** The value, for the one call that must send it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
