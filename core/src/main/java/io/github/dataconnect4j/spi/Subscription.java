package io.github.dataconnect4j.spi;

import io.github.dataconnect4j.cloud.Region;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a subscription holds beside storage and pipelines. Creating what exists leaves it as it is.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface Subscription {

  boolean isProviderRegistered(String namespace);

  /**
   * Registers resource providers and returns when all are registered. All are asked for before the
   * first is waited for.
   */
  void registerProviders(Set<String> namespaces);

  boolean resourceGroupExists(String name);

  void createResourceGroup(String name, Region region, Map<String, String> tags);

  /** The name of the {@code Microsoft.GraphServices/accounts} resource of an app in a group. */
  Optional<String> findBillingAccount(String resourceGroup, String applicationId);

  /**
   * Makes the {@code Microsoft.GraphServices/accounts} resource that an app's runs are billed to.
   * Another resource for the same app counts as this one.
   */
  void createBillingAccount(
      String resourceGroup, String name, String applicationId, Map<String, String> tags);
}
