package io.github.dataconnect4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The service understood the request and refuses it as it stands.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class RejectedException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  public RejectedException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
