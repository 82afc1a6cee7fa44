package io.github.dataconnect4j.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.management.polling.PollResult;
import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.SyncPoller;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows a long-running operation of Azure Resource Manager in our own loop: {@link
 * SyncPoller#poll()} asks once and does not sleep, all its other waits do so on the machine's
 * clock.
 *
 * <p>For backend modules; callers have no use for it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ArmOperation {

  private ArmOperation() {}

  /**
   * Starts an operation and waits until it has succeeded.
   *
   * @param attempt what it does, for messages
   * @param start starts it
   * @return what it made
   * @throws DataConnectException if it failed, or had not ended after ten minutes
   */
  public static <T> T await(
      Waiting waiting, String attempt, Supplier<SyncPoller<PollResult<T>, T>> start) {
    try {
      SyncPoller<PollResult<T>, T> poller = start.get();
      waiting.until(
          WaitPolicy.brisk(),
          new Poll<>(attempt, poller),
          limit -> stillGoing(attempt, limit.name()));
      // The operation is over: this reads its result and waits for nothing.
      return poller.getFinalResult();
    } catch (RuntimeException e) {
      throw AzureErrors.translate(attempt, e);
    }
  }

  private static Problem stillGoing(String attempt, String limit) {
    return Problem.of(
        attempt,
        "Azure had not finished when the wait ended (" + limit + ").",
        "It goes on there: repeat the call to look again.");
  }

  private static final class Poll<T> implements Waiting.Look<PollResponse<PollResult<T>>> {

    private final String attempt;
    private final SyncPoller<PollResult<T>, T> poller;
    private @Nullable Duration asked;

    Poll(String attempt, SyncPoller<PollResult<T>, T> poller) {
      this.attempt = attempt;
      this.poller = poller;
    }

    @Override
    public Optional<PollResponse<PollResult<T>>> once() {
      PollResponse<PollResult<T>> answer = poller.poll();
      asked = answer.getRetryAfter();
      if (!answer.getStatus().isComplete()) {
        return Optional.empty();
      }
      if (!answer.getStatus().equals(LongRunningOperationStatus.SUCCESSFULLY_COMPLETED)) {
        throw failed(answer);
      }
      return Optional.of(answer);
    }

    @Override
    public Optional<Duration> pauseAskedFor() {
      return Optional.ofNullable(asked).filter(pause -> !pause.isZero() && !pause.isNegative());
    }

    private DataConnectException failed(PollResponse<PollResult<T>> answer) {
      PollResult.Error error = answer.getValue() == null ? null : answer.getValue().getError();
      if (error == null) {
        return FaultTable.translate(
            attempt,
            new ServiceFault(
                400,
                Optional.of(answer.getStatus().toString()),
                "The operation ended with " + answer.getStatus() + ".",
                Optional.empty()),
            null);
      }
      Map<String, Object> body =
          JsonText.readObject(error.getResponseBody() == null ? "" : error.getResponseBody());
      // An operation that failed is read with 200: what counts is that Azure refused.
      int status = error.getResponseStatusCode() >= 400 ? error.getResponseStatusCode() : 400;
      return FaultTable.translate(
          attempt,
          FaultReader.of(
              status,
              body,
              error.getMessage() == null ? "" : error.getMessage(),
              Optional.ofNullable(
                  error.getResponseHeaders() == null
                      ? null
                      : error
                          .getResponseHeaders()
                          .getValue(HttpHeaderName.fromString("x-ms-request-id")))),
          null);
    }
  }
}
