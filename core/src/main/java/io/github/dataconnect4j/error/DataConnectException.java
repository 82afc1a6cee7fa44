package io.github.dataconnect4j.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this library throws, wrong arguments aside: those are {@link
 * NullPointerException}, {@link IllegalArgumentException} and {@link IllegalStateException}.
 *
 * <p>Each subclass is something that a caller would handle differently. All carry a {@link Problem}
 * with the same content as the message, in fields.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public abstract sealed class DataConnectException extends RuntimeException
    permits ConflictException,
        ConsentException,
        NotFoundException,
        NotPermittedException,
        OutcomeUnknownException,
        RejectedException,
        RunFailedException,
        ServiceUnavailableException,
        ThrottledException,
        UnreadableDataException,
        WaitEndedException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  DataConnectException(Problem problem, @Nullable Throwable cause) {
    super(Objects.requireNonNull(problem, "problem").text(), cause);
    this.problem = problem;
  }

  /** What went wrong, in fields. */
  public Problem problem() {
    return problem;
  }
}
