package io.github.dataconnect4j.spi;

import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import io.github.dataconnect4j.cloud.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * People and applications of a Microsoft Entra tenant.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface Directory {

  /** The person with that object id or user principal name. */
  Optional<Person> findPerson(String idOrPrincipalName);

  /** The names of the active directory roles of a user or service principal. */
  Set<String> directoryRoles(String objectId);

  /** The part numbers of the licences that the tenant has, such as {@code SPE_E5}. */
  List<String> licences();

  /**
   * The application that carries a tag.
   *
   * @throws io.github.dataconnect4j.error.ConflictException if several do
   */
  Optional<Application> findApplication(String tag);

  Application createApplication(String name, String tag);

  Set<String> ownerIds(Application application);

  void addOwner(Application application, String personId);

  /** The object id of an application's service principal. */
  Optional<String> findServicePrincipal(String applicationId);

  String createServicePrincipal(String applicationId);

  /** Adds a secret to an application; its value is told only here. */
  AddedSecret addSecret(Application application, String label, Duration validity);

  /** Removes a secret from an application; of one that it does not have nothing happens. */
  void removeSecret(Application application, String keyId);

  /**
   * Registers the public part of a certificate with an application, beside those that it has; one
   * that is registered already stays as it is.
   */
  void addCertificate(Application application, Certificate certificate, String label);

  /**
   * A person.
   *
   * @param objectId the directory's id
   * @param principalName the name that the person signs in with
   * @param guest whether the person belongs to another tenant
   */
  record Person(String objectId, String principalName, boolean guest) {}

  /**
   * An application.
   *
   * @param objectId the directory's id
   * @param applicationId the client id
   * @param name the display name
   * @param secrets the secrets it has, without their values
   * @param thumbprints the SHA-1 thumbprints of its certificates, in upper-case hexadecimal
   */
  record Application(
      String objectId,
      String applicationId,
      String name,
      List<SecretEntry> secrets,
      Set<String> thumbprints) {
    public Application {
      secrets = List.copyOf(secrets);
      thumbprints = Set.copyOf(thumbprints);
    }
  }

  /**
   * A secret that an application has.
   *
   * @param keyId tells it from others, and tells nothing about its value
   * @param label what its maker called it; may be empty
   * @param expiresAt when it lapses
   */
  record SecretEntry(String keyId, String label, Instant expiresAt) {}

  /**
   * A secret just added.
   *
   * @param entry its place in the directory
   * @param value its value, which cannot be read again
   */
  record AddedSecret(SecretEntry entry, Secret value) {}
}
