package io.github.dataconnect4j.emulator.portal.web;

import java.net.URI;
import java.util.List;

/** The storage accounts that the wizard offers. */
@FunctionalInterface
public interface Sinks {

  /** Those of the tenant's subscriptions, in the order of their names. */
  List<Sink> all();

  /**
   * A storage account.
   *
   * @param subscriptionId its subscription
   * @param resourceGroup its resource group
   * @param account its name
   * @param blob its blob endpoint
   * @param dataLake its dfs endpoint
   */
  record Sink(
      String subscriptionId, String resourceGroup, String account, URI blob, URI dataLake) {}
}
