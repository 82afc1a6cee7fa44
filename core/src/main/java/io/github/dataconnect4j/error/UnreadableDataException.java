package io.github.dataconnect4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Data is not what it must be; the reason names file, line and place, never a value.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class UnreadableDataException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  public UnreadableDataException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
