package io.github.dataconnect4j.error;

import io.github.dataconnect4j.authorization.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A run asks for what no administrator has approved: the consent is missing, denied, expired, or
 * covers less.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class ConsentException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  private final transient Verdict verdict;

  public ConsentException(Problem problem, Verdict verdict, @Nullable Throwable cause) {
    super(problem, cause);
    this.verdict = verdict;
  }

  /** Every rule that is broken, each with what was asked, what was approved, and the cure. */
  public Verdict verdict() {
    return verdict;
  }
}
