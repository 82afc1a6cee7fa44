package io.github.dataconnect4j.spi;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where apps are registered with Data Connect.
 *
 * <p>Microsoft has no public API for it: on Azure the portal is a web page and a person, and an
 * implementation for it can only answer what it was told. The emulator's is called directly.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface RegistrationPortal {

  /** Whether an administrator has switched Data Connect on; empty where it cannot be known. */
  Optional<Boolean> isDataConnectOn();

  /**
   * Registers an app, or changes its registration. One that stands as asked is left as it is.
   *
   * @return whether the registration stands now; false where a person must still enter it
   */
  boolean register(Entry entry);

  /**
   * The fields of the registration wizard.
   *
   * @param tenantId the tenant of app and subscription
   * @param applicationId the client id
   * @param ownerId the object id of the person who registers, an owner of the application; empty
   *     where nothing is registered
   * @param description what the data is for
   * @param subscriptionId the subscription that the storage account is in
   * @param resourceGroup its resource group
   * @param destination the storage account's endpoint, blob or dfs, which the linked service must
   *     name too
   * @param datasets what to read, and whose
   */
  record Entry(
      String tenantId,
      String applicationId,
      String ownerId,
      String description,
      String subscriptionId,
      String resourceGroup,
      URI destination,
      List<AuthorizedDataset> datasets) {
    public Entry {
      datasets = List.copyOf(datasets);
    }
  }
}
