package io.github.dataconnect4j.azure;

import java.util.Objects;
import java.util.Optional;

/**
 * An error answer of a Microsoft service, whichever client brought it.
 *
 * <p>Immutable.
 *
 * @param status the HTTP status
 * @param code the service's code; empty where it gave none
 * @param message the service's words; may be empty
 * @param requestId the service's id of the request
 * @since 0.1.0
 */
public record ServiceFault(
    int status, Optional<String> code, String message, Optional<String> requestId) {

  public ServiceFault {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(requestId, "requestId");
    message = Redaction.of(message);
  }

  /** Whether the request may have been carried out all the same. */
  public boolean leavesOutcomeOpen() {
    return AzureErrors.leavesOutcomeOpen(status);
  }

  boolean hasCode(String other) {
    return code.isPresent() && code.get().equalsIgnoreCase(other);
  }
}
