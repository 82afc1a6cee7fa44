package io.github.dataconnect4j.synapse;

import com.azure.core.http.HttpPipeline;
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
import java.util.function.Function;

/**
 * An Azure Synapse workspace that runs the copies, by name.
 *
 * <p>It needs an {@link AzureAccount}. Linked services, datasets and pipelines that are made in it
 * carry the annotation {@code dataconnect4j.app=<name of the app>}; one of the same name that does
 * not is refused, never overwritten. Whoever makes a workspace administers it; in one that exists,
 * the credential needs a role of the workspace's own that may publish and run pipelines, such as
 * Synapse Contributor: a role of Azure is not enough.
 *
 * <p>A workspace that is made here has an identity of its own, and the landing's container for its
 * default file system. That identity is granted nothing there, since copies sign in as the app.
 * Microsoft's pages want that account to have a hierarchical namespace, for SQL and Spark pools;
 * pipelines do not use it, and it has one only if the landing is in a data lake. The workspace has
 * no firewall rule, not {@code AllowAll} either, and is reachable by Synapse's own default; runs
 * need none.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class Synapse implements PipelineHost {

  private static final String VERSION = "2020-12-01";

  private final String name;

  private Synapse(String name) {
    this.name = name;
  }

  /**
   * The workspace of that name, which exists or is to be made.
   *
   * @param name 1 to 50 lower-case letters, digits and hyphens, with a letter or digit at either
   *     end, and without {@code -ondemand}; unique in all Azure
   * @throws IllegalArgumentException if the name breaks these rules
   */
  public static Synapse named(String name) {
    Objects.requireNonNull(name, "name");
    if (!name.matches("(?=.{1,50}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
        || name.contains("-ondemand")) {
      throw new IllegalArgumentException(
          "Synapse workspace name '"
              + name
              + "' must be 1 to 50 lower-case letters, digits and hyphens, with a letter or digit at"
              + " either end, and without '-ondemand'. Write it as in 'm365-to-storage'.");
    }
    return new Synapse(name);
  }

  @Override
  public String kind() {
    return "Synapse workspace";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> providers() {
    return Set.of("Microsoft.Synapse");
  }

  @Override
  public HostPipelines connect(CloudAccount account, String resourceGroup) {
    Objects.requireNonNull(resourceGroup, "resourceGroup");
    if (!(Objects.requireNonNull(account, "account") instanceof AzureAccount azure)) {
      throw new IllegalArgumentException(
          "The account is a "
              + account.getClass().getName()
              + ", but Synapse workspace '"
              + name
              + "' is reached through an AzureAccount. Make one with AzureAccount.at(…).");
    }
    Workspace workspace =
        new Workspace(azure.armPipeline(), azure.profile(), azure.waiting(), resourceGroup, name);
    return pipelines(
        workspace,
        endpoint -> azure.pipelineFor(azure.cloud().synapseAudience(), endpoint),
        azure.waiting(),
        azure.cloud().time());
  }

  /** Wire: the REST description of the data plane. */
  static HostPipelines pipelines(
      Workspace workspace,
      Function<URI, HttpPipeline> dataPlane,
      Waiting waiting,
      TimeSource time) {
    HostEndpoint endpoint =
        new HostEndpoint(
            workspace.toString(),
            VERSION,
            () -> {
              URI dev = workspace.devEndpoint();
              return new HostEndpoint.Reached(dev, dataPlane.apply(dev));
            });
    return new HostPipelines(workspace, endpoint, new WorkspaceRuns(endpoint), waiting, time);
  }

  @Override
  public String toString() {
    return "Synapse workspace " + name;
  }
}
