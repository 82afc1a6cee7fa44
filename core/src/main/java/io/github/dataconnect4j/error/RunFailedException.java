package io.github.dataconnect4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A run ended without its data, for another reason than consent: it failed, or was cancelled.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class RunFailedException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  private final String serviceText;

  public RunFailedException(Problem problem, String serviceText, @Nullable Throwable cause) {
    super(problem, cause);
    this.serviceText = serviceText;
  }

  /** What the service said, word for word. */
  public String serviceText() {
    return serviceText;
  }
}
