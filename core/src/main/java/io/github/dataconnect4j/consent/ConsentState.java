package io.github.dataconnect4j.consent;

import io.github.dataconnect4j.shared.ConsentLife;

/**
 * Where a consent stands. Source: {@code app-authorization.md} (2024-11-07). {@link ConsentLife}
 * says what leads from one to the other.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum ConsentState {
  /** Registered; nobody acted. Also shown as "Pre-consent". Runs fail. */
  PENDING_AUTHORIZATION("Pending authorization"),
  /** Approved within the last 180 days. Runs within the approval pass. */
  APPROVED("Approved"),
  /** Declined, or the approval was taken back. Runs fail. */
  DENIED("Denied"),
  /** Approved more than 180 days ago. Runs fail. */
  EXPIRED("Expired"),
  /**
   * The registration has changed since somebody decided about it. Runs within the last approval
   * pass, says {@code app-authorization.md}; {@code app-registration.md} says that the change voids
   * it.
   */
  UPDATE_AVAILABLE("Update available"),
  /** Not registered, or not any more. Runs fail. The admin center lists no such app. */
  DELETED("Deleted");

  private final String label;

  ConsentState(String label) {
    this.label = label;
  }

  /** The state's name in the admin center. */
  public String label() {
    return label;
  }
}
