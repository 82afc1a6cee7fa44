package io.github.dataconnect4j.spi;

import io.github.dataconnect4j.cloud.Cloud;

/**
 * One subscription of one cloud, seen with one credential. Nothing is called before it is needed.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface CloudAccount extends AutoCloseable {

  Cloud cloud();

  String subscriptionId();

  /** Who the credential stands for. Asks for a token once. */
  Caller caller();

  Subscription subscription();

  Storage storage();

  Directory directory();

  RegistrationPortal registrationPortal();

  ConsentLog consentLog();

  /** Closes the connections; closing twice is harmless. */
  @Override
  void close();

  /**
   * Who the credential stands for.
   *
   * @param kind a person or a program
   * @param tenantId the Microsoft Entra tenant
   * @param objectId the directory's id of the user or service principal
   * @param name a name to show: the user principal name, or the client id
   */
  record Caller(Kind kind, String tenantId, String objectId, String name) {
    /** A person or a program. */
    public enum Kind {
      USER,
      SERVICE_PRINCIPAL
    }
  }
}
