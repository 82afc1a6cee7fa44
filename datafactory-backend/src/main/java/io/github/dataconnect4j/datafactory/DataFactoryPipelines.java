package io.github.dataconnect4j.datafactory;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.datafactory.DataFactoryManager;
import com.azure.resourcemanager.datafactory.fluent.DataFactoryManagementClient;
import com.azure.resourcemanager.datafactory.fluent.models.FactoryInner;
import com.azure.resourcemanager.datafactory.fluent.models.IntegrationRuntimeResourceInner;
import com.azure.resourcemanager.datafactory.models.FactoryIdentity;
import com.azure.resourcemanager.datafactory.models.FactoryIdentityType;
import com.azure.resourcemanager.datafactory.models.IntegrationRuntimeComputeProperties;
import com.azure.resourcemanager.datafactory.models.ManagedIntegrationRuntime;
import io.github.dataconnect4j.Region;
import io.github.dataconnect4j.Secret;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.TimeSource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The pipelines of one data factory, through the Azure SDK's client. Thread-safe. */
final class DataFactoryPipelines implements Pipelines {

  private final DataFactoryManagementClient client;
  private final String group;
  private final String factory;
  private final FactoryStore store;
  private final Deployment deployment;
  private final FactoryRuns runs;

  DataFactoryPipelines(
      HttpPipeline http, AzureProfile profile, TimeSource time, String group, String factory) {
    this.client = DataFactoryManager.authenticate(http, profile).serviceClient();
    this.group = group;
    this.factory = factory;
    this.store = new FactoryStore(client, group, factory);
    this.deployment = new Deployment(store);
    this.runs = new FactoryRuns(client, time, group, factory);
  }

  @Override
  public boolean hostExists() {
    return new Attempt("look for " + store)
        .find(() -> client.getFactories().getByResourceGroup(group, factory))
        .isPresent();
  }

  @Override
  public void createHost(Region region, Map<String, String> tags) {
    // A factory that exists may be set up with a repository, keys or a network: left as it is.
    if (hostExists()) {
      return;
    }
    FactoryInner asked =
        new FactoryInner()
            .withLocation(region.name())
            .withTags(tags)
            .withIdentity(new FactoryIdentity().withType(FactoryIdentityType.SYSTEM_ASSIGNED));
    new Attempt("create " + store)
        .get(() -> client.getFactories().createOrUpdate(group, factory, asked));
  }

  @Override
  public boolean integrationRuntimeExists(String name, Region region) {
    return findRuntime(name).filter(found -> isFixedTo(found, region)).isPresent();
  }

  @Override
  public void createIntegrationRuntime(String name, Region region) {
    Optional<IntegrationRuntimeResourceInner> found = findRuntime(name);
    if (found.isPresent()) {
      requireFixedTo(found.get(), name, region);
      return;
    }
    IntegrationRuntimeResourceInner asked =
        new IntegrationRuntimeResourceInner()
            .withProperties(
                new ManagedIntegrationRuntime()
                    .withComputeProperties(
                        new IntegrationRuntimeComputeProperties().withLocation(region.name())));
    new Attempt("create integration runtime '" + name + "' in " + store)
        .get(() -> client.getIntegrationRuntimes().createOrUpdate(group, factory, name, asked));
  }

  private Optional<IntegrationRuntimeResourceInner> findRuntime(String name) {
    return new Attempt("look for integration runtime '" + name + "' of " + store)
        .find(() -> client.getIntegrationRuntimes().get(group, factory, name));
  }

  private static boolean isFixedTo(IntegrationRuntimeResourceInner found, Region region) {
    return location(found).filter(region.name()::equals).isPresent();
  }

  // Others may write "West Europe" for westeurope.
  private static Optional<String> location(IntegrationRuntimeResourceInner found) {
    return found.properties() instanceof ManagedIntegrationRuntime managed
            && managed.computeProperties() != null
        ? Optional.ofNullable(managed.computeProperties().location())
            .filter(text -> text.matches("[A-Za-z0-9 ]*[A-Za-z0-9][A-Za-z0-9 ]*"))
            .map(text -> new Region(text).name())
        : Optional.empty();
  }

  private void requireFixedTo(IntegrationRuntimeResourceInner found, String name, Region region) {
    if (!isFixedTo(found, region)) {
      throw new ConflictException(
          Problem.of(
                  "create integration runtime '" + name + "' in " + store,
                  "one of that name exists, and it is "
                      + location(found).map(at -> "in " + at).orElse("not fixed to a region")
                      + " instead of "
                      + region
                      + ".",
                  "Delete it if nothing uses it, or land in its region.")
              .andId("integrationRuntime", name),
          null);
    }
  }

  @Override
  public Optional<String> connectedWith(Connections connections) {
    return deployment.connectedWith(connections);
  }

  @Override
  public void connect(Connections connections, String keyId, Secret secret) {
    deployment.connect(connections, keyId, secret);
  }

  @Override
  public int deploy(PipelineSpec pipeline) {
    return deployment.deploy(pipeline);
  }

  @Override
  public String start(String pipeline, Map<String, String> parameters) {
    return runs.start(pipeline, parameters);
  }

  @Override
  public Optional<String> findRun(String pipeline, String runKey, Instant since) {
    return runs.findRun(pipeline, runKey, since);
  }

  @Override
  public Optional<RunState> find(String runId) {
    return runs.find(runId);
  }

  @Override
  public void cancel(String runId) {
    runs.cancel(runId);
  }
}
