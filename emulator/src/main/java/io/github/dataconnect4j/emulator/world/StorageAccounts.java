package io.github.dataconnect4j.emulator.world;

import io.github.dataconnect4j.cloud.Region;
import java.util.List;
import java.util.Optional;

/** The storage accounts of all subscriptions; their names are unique in the world. */
public interface StorageAccounts {

  Optional<Account> account(String name);

  /**
   * The access keys of an account, in base 64, each of which may sign requests; empty where the
   * account does not allow that.
   */
  Optional<List<String>> accessKeys(String name);

  /**
   * A storage account.
   *
   * @param name the name
   * @param resourceId the full resource id
   * @param tenantId the tenant of its subscription
   * @param region where it is
   */
  record Account(String name, String resourceId, String tenantId, Region region) {}
}
