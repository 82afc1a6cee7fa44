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
import io.github.dataconnect4j.AppCredential;
import io.github.dataconnect4j.Region;
import io.github.dataconnect4j.azure.pipelines.Attempt;
import io.github.dataconnect4j.azure.pipelines.Deployment;
import io.github.dataconnect4j.azure.pipelines.PipelineRuns;
import io.github.dataconnect4j.azure.pipelines.RuntimeRegion;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.TimeSource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The pipelines of one data factory, through the Azure SDK's client. Thread-safe. */
final class DataFactoryPipelines implements Pipelines {

  private final DataFactoryManagementClient client;
  private final String group;
  private final String factory;
  private final FactoryStore store;
  private final Deployment deployment;
  private final PipelineRuns runs;

  DataFactoryPipelines(
      HttpPipeline http, AzureProfile profile, TimeSource time, String group, String factory) {
    this.client = DataFactoryManager.authenticate(http, profile).serviceClient();
    this.group = group;
    this.factory = factory;
    this.store = new FactoryStore(client, group, factory);
    this.deployment = new Deployment(store);
    this.runs = new PipelineRuns(new FactoryRuns(client, group, factory), time);
  }

  @Override
  public boolean hostExists() {
    return new Attempt("look for " + store)
        .find(() -> client.getFactories().getByResourceGroup(group, factory))
        .isPresent();
  }

  @Override
  public void createHost(HostSpec host) {
    // A factory that exists may be set up with a repository, keys or a network: left as it is.
    if (hostExists()) {
      return;
    }
    FactoryInner asked =
        new FactoryInner()
            .withLocation(host.region().name())
            .withTags(host.tags())
            .withIdentity(new FactoryIdentity().withType(FactoryIdentityType.SYSTEM_ASSIGNED));
    new Attempt("create " + store)
        .get(() -> client.getFactories().createOrUpdate(group, factory, asked));
  }

  @Override
  public boolean integrationRuntimeExists(String name, Region region) {
    return findRuntime(name).filter(found -> found.isFixedTo(region)).isPresent();
  }

  @Override
  public void createIntegrationRuntime(String name, Region region) {
    Optional<RuntimeRegion> found = findRuntime(name);
    if (found.isPresent()) {
      found.get().requireFixedTo(region, name, store);
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

  private Optional<RuntimeRegion> findRuntime(String name) {
    return new Attempt("look for integration runtime '" + name + "' of " + store)
        .find(() -> client.getIntegrationRuntimes().get(group, factory, name))
        .map(found -> RuntimeRegion.of(location(found)));
  }

  private static @Nullable String location(IntegrationRuntimeResourceInner found) {
    return found.properties() instanceof ManagedIntegrationRuntime managed
            && managed.computeProperties() != null
        ? managed.computeProperties().location()
        : null;
  }

  @Override
  public boolean isConnected(
      Connections connections, AppCredential credential, Predicate<String> isGood) {
    return deployment.isConnected(connections, credential, isGood);
  }

  @Override
  public void connect(Connections connections, SignIn signIn) {
    deployment.connect(connections, signIn);
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
