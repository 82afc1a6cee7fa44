package io.github.dataconnect4j.conformance;

/**
 * A {@link io.github.dataconnect4j.spi.RegistrationPortal} and a {@link
 * io.github.dataconnect4j.spi.ConsentLog} under test, and the administrator between them.
 *
 * @since 0.1.0
 */
public interface ConsentFixture extends AccountFixture {

  /** Has the administrator approve an app's registration as it stands. */
  void approve(String applicationId);

  /** Has the administrator decline it; what was approved before ends with it. */
  void decline(String applicationId, String reason);

  /** Has the administrator switch Data Connect off, until {@link #restore}. */
  void switchOffDataConnect();

  /**
   * Takes from the account's credential the right to read the audit log, until {@link #restore}.
   */
  void forbidAuditLog();
}
