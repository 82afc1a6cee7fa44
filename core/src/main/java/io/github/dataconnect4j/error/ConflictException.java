package io.github.dataconnect4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Something of that name exists and is not what was asked for, or somebody else changed it.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class ConflictException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  public ConflictException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
