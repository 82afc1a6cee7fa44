package io.github.dataconnect4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The service asks to come back later, and kept asking.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class ThrottledException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  public ThrottledException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
