package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.tenant.Person;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Who and where everything is.
 *
 * @param seed what ids are made from
 * @param tenantId the tenant
 * @param domain its domain
 * @param subscriptionId its subscription
 * @param clientId the credential that users of the emulator get
 * @param clientSecret its secret
 * @param clientCertificate its certificate
 * @param region an Azure region that fits the mailboxes
 * @param developer who owns apps
 * @param administrator who approves them
 * @param foreignAccount a storage account of another tenant
 */
record Identity(
    long seed,
    String tenantId,
    String domain,
    String subscriptionId,
    String clientId,
    Secret clientSecret,
    Optional<X509Certificate> clientCertificate,
    Region region,
    Person developer,
    Person administrator,
    Optional<ForeignAccount> foreignAccount) {

  /**
   * A storage account of another tenant.
   *
   * @param name its name
   * @param tenantId its tenant
   * @param subscriptionId its subscription
   */
  record ForeignAccount(String name, String tenantId, String subscriptionId) {

    String resourceId() {
      return "/subscriptions/"
          + subscriptionId
          + "/resourceGroups/foreign/providers/Microsoft.Storage/storageAccounts/"
          + name;
    }
  }
}
