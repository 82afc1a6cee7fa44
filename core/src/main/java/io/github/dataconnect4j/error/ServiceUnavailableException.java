package io.github.dataconnect4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The service does not answer, or answers with an error of its own.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServiceUnavailableException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  public ServiceUnavailableException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
