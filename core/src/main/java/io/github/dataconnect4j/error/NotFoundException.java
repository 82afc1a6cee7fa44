package io.github.dataconnect4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Something that must exist does not, or the caller may not see it.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class NotFoundException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  public NotFoundException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
