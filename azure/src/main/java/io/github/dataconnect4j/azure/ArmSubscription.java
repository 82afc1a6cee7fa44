package io.github.dataconnect4j.azure;

import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.ResourceManagementClient;
import com.azure.resourcemanager.resources.fluent.models.ResourceGroupInner;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.Subscription;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A subscription through {@code azure-resourcemanager-resources}. Thread-safe. */
final class ArmSubscription implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(ArmSubscription.class);

  private final Once<ResourceManagementClient> client;
  private final BillingAccounts billing;
  private final Waiting waiting;

  ArmSubscription(AzureAccount account) {
    this.client =
        new Once<>(
            () ->
                ResourceManager.authenticate(account.armPipeline(), account.profile())
                    .withSubscription(account.subscriptionId())
                    .serviceClient());
    this.billing = new BillingAccounts(account, client);
    this.waiting = account.waiting();
  }

  @Override
  public boolean isProviderRegistered(String namespace) {
    return answer(
        "look up the resource provider " + namespace,
        () ->
            "Registered"
                .equalsIgnoreCase(client.get().getProviders().get(namespace).registrationState()));
  }

  @Override
  public void registerProviders(Set<String> namespaces) {
    List<String> unfinished = new ArrayList<>();
    for (String namespace : new TreeSet<>(namespaces)) {
      if (!isAskedFor(namespace)) {
        unfinished.add(namespace);
      }
    }
    if (unfinished.isEmpty()) {
      return;
    }
    waiting.until(
        WaitPolicy.brisk(),
        new Registration(unfinished),
        limit ->
            Problem.of(
                "register the resource providers " + String.join(", ", unfinished),
                "Azure had not finished when the wait ended (" + limit + ").",
                "It goes on there: repeat the call to look again."));
  }

  /** Asks for a registration, and tells whether it stands already. */
  private boolean isAskedFor(String namespace) {
    String state =
        answer(
            "register the resource provider " + namespace,
            () -> client.get().getProviders().register(namespace).registrationState());
    LOG.info("provider registration asked for namespace={} state={}", namespace, state);
    return "Registered".equalsIgnoreCase(state);
  }

  @Override
  public boolean resourceGroupExists(String name) {
    return answer(
        "look for the resource group " + name,
        () -> client.get().getResourceGroups().checkExistence(name));
  }

  @Override
  public void createResourceGroup(String name, Region region, Map<String, String> tags) {
    // The PUT would replace the tags of a group that somebody else keeps.
    if (resourceGroupExists(name)) {
      return;
    }
    answer(
        "create the resource group " + name + " in " + region,
        () ->
            client
                .get()
                .getResourceGroups()
                .createOrUpdate(
                    name, new ResourceGroupInner().withLocation(region.name()).withTags(tags)));
    LOG.info("resource group created name={} region={}", name, region);
  }

  @Override
  public Optional<String> findBillingAccount(String resourceGroup, String applicationId) {
    return billing.find(resourceGroup, applicationId);
  }

  @Override
  public void createBillingAccount(
      String resourceGroup, String name, String applicationId, Map<String, String> tags) {
    billing.create(resourceGroup, name, applicationId, tags);
  }

  private static <T> T answer(String attempt, Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw AzureErrors.translate(attempt, e);
    }
  }

  /**
   * Looks until all registrations stand. On Azure they take about a minute, which most looks would
   * find them pending in; elsewhere they may take no time to speak of.
   */
  private final class Registration implements Waiting.Look<String> {

    private final List<String> unfinished;
    private final Iterator<Duration> pauses =
        List.of(Duration.ofSeconds(2), Duration.ofSeconds(58)).iterator();
    private boolean asked;

    Registration(List<String> unfinished) {
      this.unfinished = unfinished;
    }

    @Override
    public Optional<String> once() {
      if (!asked) {
        asked = true; // and answered a moment ago: not yet
        return Optional.empty();
      }
      while (!unfinished.isEmpty() && isProviderRegistered(unfinished.get(0))) {
        unfinished.remove(0);
      }
      return unfinished.isEmpty() ? Optional.of("all") : Optional.empty();
    }

    @Override
    public Optional<Duration> pauseAskedFor() {
      return pauses.hasNext() ? Optional.of(pauses.next()) : Optional.empty();
    }
  }
}
