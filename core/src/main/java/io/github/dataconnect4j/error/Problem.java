package io.github.dataconnect4j.error;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an exception says: what could not be done, why, and the next step.
 *
 * <p>Immutable.
 *
 * @param attempt what could not be done, to what: the rest of a sentence that begins "Could not"
 * @param reason why
 * @param cure the next step
 * @param code a stable code: one of ours, or the service's own; empty where there is none
 * @param requestId the service's id of the failed request, for its support
 * @param retry whether the same call may succeed later
 * @param ids what was touched, by kind: {@code runId}, {@code applicationId} and so on
 * @since 0.1.0
 */
public record Problem(
    String attempt,
    String reason,
    String cure,
    Optional<String> code,
    Optional<String> requestId,
    Retry retry,
    Map<String, String> ids) {

  /** Whether the same call may succeed later. */
  public enum Retry {
    YES,
    NO,
    UNKNOWN
  }

  public Problem {
    Objects.requireNonNull(attempt, "attempt");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(cure, "cure");
    ids = Map.copyOf(ids);
  }

  /** A problem with no more to it than its three sentences; retrying it will not help. */
  public static Problem of(String attempt, String reason, String cure) {
    return new Problem(
        attempt, reason, cure, Optional.empty(), Optional.empty(), Retry.NO, Map.of());
  }

  public Problem withCode(String code) {
    return new Problem(attempt, reason, cure, Optional.of(code), requestId, retry, ids);
  }

  public Problem withRequestId(Optional<String> requestId) {
    return new Problem(attempt, reason, cure, code, requestId, retry, ids);
  }

  public Problem withRetry(Retry retry) {
    return new Problem(attempt, reason, cure, code, requestId, retry, ids);
  }

  /** Adds an id of something touched. */
  public Problem andId(String kind, String id) {
    Map<String, String> more = new LinkedHashMap<>(ids);
    more.put(kind, id);
    return new Problem(attempt, reason, cure, code, requestId, retry, more);
  }

  /** The whole text, as an exception shows it. */
  public String text() {
    StringBuilder text = new StringBuilder("Could not ").append(attempt).append(": ");
    text.append(reason).append(' ').append(cure);
    code.ifPresent(known -> text.append(" [").append(known).append(']'));
    requestId.ifPresent(id -> text.append(" (request ").append(id).append(')'));
    return text.toString();
  }
}
