package io.github.dataconnect4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A create was sent and not answered, so that it may or may not have happened. It was not sent
 * again; the cure says how to find out.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class OutcomeUnknownException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  public OutcomeUnknownException(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
