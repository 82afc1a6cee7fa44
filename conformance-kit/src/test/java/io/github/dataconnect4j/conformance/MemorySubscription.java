package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.spi.Subscription;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The subscription of a {@link MemoryAccount}. */
record MemorySubscription(MemoryAccount account) implements Subscription {

  @Override
  public boolean isProviderRegistered(String namespace) {
    return account.has(Defect.TAKES_EVERY_PROVIDER_FOR_REGISTERED)
        || account.stands("provider " + namespace);
  }

  @Override
  public void registerProviders(Set<String> namespaces) {
    namespaces.forEach(namespace -> account.far.make("provider " + namespace));
  }

  @Override
  public boolean resourceGroupExists(String name) {
    return account.stands("group " + name);
  }

  @Override
  public void createResourceGroup(String name, Region region, Map<String, String> tags) {
    if (!resourceGroupExists(name) || account.has(Defect.REPLACES_A_GROUP_THAT_EXISTS)) {
      account.far.make("group " + name);
    }
  }

  @Override
  public Optional<String> findBillingAccount(String resourceGroup, String applicationId) {
    String searched = account.has(Defect.TAKES_ANY_BILLING_ACCOUNT) ? "" : " " + applicationId;
    return account.far.standing.stream()
        .filter(what -> what.startsWith("billing ") && what.endsWith(searched))
        .map(what -> what.split(" ", -1)[1])
        .findFirst();
  }

  @Override
  public void createBillingAccount(
      String resourceGroup, String name, String applicationId, Map<String, String> tags) {
    if (findBillingAccount(resourceGroup, applicationId).isEmpty()) {
      account.far.make("billing " + name + " " + applicationId);
    } else if (account.has(Defect.COMPLAINS_OF_ANOTHER_BILLING_ACCOUNT)) {
      throw new ConflictException(
          Problem.of("make billing account " + name, "the app has one.", "Leave it."), null);
    }
  }
}
