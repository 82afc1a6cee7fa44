package io.github.dataconnect4j.datafactory;

import com.azure.resourcemanager.datafactory.fluent.DataFactoryManagementClient;
import com.azure.resourcemanager.datafactory.fluent.models.FactoryInner;
import com.azure.resourcemanager.datafactory.fluent.models.IntegrationRuntimeResourceInner;
import com.azure.resourcemanager.datafactory.models.FactoryIdentity;
import com.azure.resourcemanager.datafactory.models.FactoryIdentityType;
import com.azure.resourcemanager.datafactory.models.IntegrationRuntimeComputeProperties;
import com.azure.resourcemanager.datafactory.models.ManagedIntegrationRuntime;
import io.github.dataconnect4j.azure.pipelines.Attempt;
import io.github.dataconnect4j.azure.pipelines.HostResource;
import io.github.dataconnect4j.azure.pipelines.RuntimeRegion;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.spi.Pipelines.HostSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One data factory and its integration runtimes, through the Azure SDK's client. Thread-safe. */
final class Factory implements HostResource {

  private final DataFactoryManagementClient client;
  private final String group;
  private final String name;

  Factory(DataFactoryManagementClient client, String group, String name) {
    this.client = client;
    this.group = group;
    this.name = name;
  }

  @Override
  public boolean stands() {
    return new Attempt("look for " + this)
        .find(() -> client.getFactories().getByResourceGroup(group, name))
        .isPresent();
  }

  @Override
  public void create(HostSpec host) {
    // A factory that exists may be set up with a repository, keys or a network: left as it is.
    if (stands()) {
      return;
    }
    FactoryInner asked =
        new FactoryInner()
            .withLocation(host.region().name())
            .withTags(host.tags())
            .withIdentity(new FactoryIdentity().withType(FactoryIdentityType.SYSTEM_ASSIGNED));
    new Attempt("create " + this)
        .get(() -> client.getFactories().createOrUpdate(group, name, asked));
  }

  @Override
  public Optional<RuntimeRegion> findRuntime(String runtime) {
    return new Attempt("look for integration runtime '" + runtime + "' of " + this)
        .find(() -> client.getIntegrationRuntimes().get(group, name, runtime))
        .map(found -> RuntimeRegion.of(location(found)));
  }

  @Override
  public void createRuntime(String runtime, Region region) {
    IntegrationRuntimeResourceInner asked =
        new IntegrationRuntimeResourceInner()
            .withProperties(
                new ManagedIntegrationRuntime()
                    .withComputeProperties(
                        new IntegrationRuntimeComputeProperties().withLocation(region.name())));
    new Attempt("create integration runtime '" + runtime + "' in " + this)
        .get(() -> client.getIntegrationRuntimes().createOrUpdate(group, name, runtime, asked));
  }

  private static @Nullable String location(IntegrationRuntimeResourceInner found) {
    return found.properties() instanceof ManagedIntegrationRuntime managed
            && managed.computeProperties() != null
        ? managed.computeProperties().location()
        : null;
  }

  @Override
  public String toString() {
    return "data factory '" + name + "'";
  }
}
