package io.github.dataconnect4j.datafactory;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.datafactory.DataFactoryManager;
import com.azure.resourcemanager.datafactory.fluent.DataFactoryManagementClient;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.pipelines.HostEndpoint;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.time.TimeSource;
import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * An Azure data factory that runs the copies, by name.
 *
 * <p>It needs an {@link AzureAccount}. Linked services, datasets and pipelines that are made in it
 * carry the annotation {@code dataconnect4j.app=<name of the app>}; one of the same name that does
 * not is refused, never overwritten.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class DataFactory implements PipelineHost {

  private static final String VERSION = "2018-06-01";

  private final String name;

  private DataFactory(String name) {
    this.name = name;
  }

  /**
   * The data factory of that name, which exists or is to be made.
   *
   * @param name 3 to 63 letters, digits and single hyphens, with a letter or digit at either end;
   *     unique in all Azure
   * @throws IllegalArgumentException if the name breaks these rules
   */
  public static DataFactory named(String name) {
    Objects.requireNonNull(name, "name");
    if (!name.matches("(?=.{3,63}$)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "Data factory name '"
              + name
              + "' must be 3 to 63 letters, digits and single hyphens, with a letter or digit at"
              + " either end. Write it as in 'm365-to-storage'.");
    }
    return new DataFactory(name);
  }

  @Override
  public String kind() {
    return "Data Factory";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> providers() {
    return Set.of("Microsoft.DataFactory");
  }

  @Override
  public HostPipelines connect(CloudAccount account, String resourceGroup) {
    Objects.requireNonNull(resourceGroup, "resourceGroup");
    if (!(Objects.requireNonNull(account, "account") instanceof AzureAccount azure)) {
      throw new IllegalArgumentException(
          "The account is a "
              + account.getClass().getName()
              + ", but data factory '"
              + name
              + "' is reached through an AzureAccount. Make one with AzureAccount.at(…).");
    }
    return pipelines(
        azure.armPipeline(), azure.profile(), azure.waiting(), azure.cloud().time(), resourceGroup);
  }

  HostPipelines pipelines(
      HttpPipeline arm, AzureProfile profile, Waiting waiting, TimeSource time, String group) {
    DataFactoryManagementClient client =
        DataFactoryManager.authenticate(arm, profile).serviceClient();
    URI base =
        URI.create(
            withoutSlash(profile.getEnvironment().getResourceManagerEndpoint())
                + HostEndpoint.path("subscriptions", profile.getSubscriptionId())
                + HostEndpoint.path("resourceGroups", group)
                + HostEndpoint.path("providers", "Microsoft.DataFactory", "factories", name));
    Factory factory = new Factory(client, group, name);
    return new HostPipelines(
        factory,
        new HostEndpoint(factory.toString(), VERSION, () -> new HostEndpoint.Reached(base, arm)),
        new FactoryRuns(client, group, name),
        waiting,
        time);
  }

  private static String withoutSlash(String endpoint) {
    return endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
  }

  @Override
  public String toString() {
    return "data factory " + name;
  }
}
