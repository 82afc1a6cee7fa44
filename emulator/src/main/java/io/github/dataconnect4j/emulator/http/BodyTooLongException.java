package io.github.dataconnect4j.emulator.http;

import java.io.IOException;
import java.util.Objects;

/** A body that is to be held in memory is larger than any that the services take. */
final class BodyTooLongException extends IOException {

  private static final long serialVersionUID = 1L;

  BodyTooLongException(int limit) {
    super("The body is longer than " + limit + " bytes.");
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
