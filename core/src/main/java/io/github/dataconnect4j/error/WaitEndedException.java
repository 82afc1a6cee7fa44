package io.github.dataconnect4j.error;

import java.time.Duration;

/**
 * A wait ended with the thing still pending. The remote work goes on; the cure says how to look
 * again.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class WaitEndedException extends DataConnectException {

  private static final long serialVersionUID = 1L;

  /** What ended the wait. */
  public enum Limit {
    /** The total of the wait policy. */
    TOTAL,
    /** An interrupt; the thread's flag is still set. */
    INTERRUPTED
  }

  private final Limit limit;
  private final long looks;
  private final Duration waited;

  public WaitEndedException(Problem problem, Limit limit, long looks, Duration waited) {
    super(
        new Problem(
                problem.attempt(),
                problem.reason() + " It was looked at " + looks + " times in " + waited + ".",
                problem.cure(),
                problem.code(),
                problem.requestId(),
                problem.retry(),
                problem.ids())
            .withRetry(Problem.Retry.YES)
            .andId("looks", Long.toString(looks))
            .andId("waited", waited.toString()),
        null);
    this.limit = limit;
    this.looks = looks;
    this.waited = waited;
  }

  public Limit limit() {
    return limit;
  }

  /** How often the service was asked. */
  public long looks() {
    return looks;
  }

  public Duration waited() {
    return waited;
  }
}
