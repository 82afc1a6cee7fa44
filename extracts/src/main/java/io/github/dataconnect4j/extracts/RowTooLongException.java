package io.github.dataconnect4j.extracts;

import java.io.IOException;

/** A row goes beyond the limit; never leaves this package. */
final class RowTooLongException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int limit;

  RowTooLongException(int limit) {
    super("row longer than " + limit + " bytes");
    this.limit = limit;
  }

  int limit() {
    return limit;
  }
}
