package io.github.dataconnect4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The credential is not accepted, or may not do this.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class NotPermittedException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  public NotPermittedException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
