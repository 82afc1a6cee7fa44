package io.github.dataconnect4j.synapse;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.synapse.SynapseManager;
import com.azure.resourcemanager.synapse.fluent.SynapseManagementClient;
import com.azure.resourcemanager.synapse.fluent.models.IntegrationRuntimeResourceInner;
import com.azure.resourcemanager.synapse.fluent.models.WorkspaceInner;
import com.azure.resourcemanager.synapse.models.DataLakeStorageAccountDetails;
import com.azure.resourcemanager.synapse.models.IntegrationRuntimeComputeProperties;
import com.azure.resourcemanager.synapse.models.ManagedIdentity;
import com.azure.resourcemanager.synapse.models.ManagedIntegrationRuntime;
import com.azure.resourcemanager.synapse.models.ResourceIdentityType;
import io.github.dataconnect4j.azure.ArmOperation;
import io.github.dataconnect4j.azure.pipelines.Attempt;
import io.github.dataconnect4j.azure.pipelines.HostResource;
import io.github.dataconnect4j.azure.pipelines.RuntimeRegion;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.Pipelines.HostSpec;
import io.github.dataconnect4j.time.WaitPolicy;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One workspace and its integration runtimes, in Azure Resource Manager. Thread-safe. */
final class Workspace implements HostResource {

  private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);

  private final SynapseManagementClient client;
  private final Waiting waiting;
  private final String group;
  private final String name;

  /** As it was seen last, if it was ready: where it is reached does not change after that. */
  private volatile Optional<WorkspaceInner> ready = Optional.empty();

  Workspace(HttpPipeline arm, AzureProfile profile, Waiting waiting, String group, String name) {
    this.client = SynapseManager.authenticate(arm, profile).serviceClient();
    this.waiting = waiting;
    this.group = group;
    this.name = name;
  }

  /** Whether it is there and ready: one that is still being made cannot be used yet. */
  @Override
  public boolean stands() {
    return find().map(Workspace::state).filter(State.READY::equals).isPresent();
  }

  @Override
  public void create(HostSpec host) {
    Optional<WorkspaceInner> found = find();
    if (found.isPresent()) {
      // Whoever made it chose its storage, keys and network: left as it is.
      awaitReady();
      return;
    }
    WorkspaceInner asked =
        new WorkspaceInner()
            .withLocation(host.region().name())
            .withTags(host.tags())
            .withIdentity(new ManagedIdentity().withType(ResourceIdentityType.SYSTEM_ASSIGNED))
            .withDefaultDataLakeStorage(
                new DataLakeStorageAccountDetails()
                    .withAccountUrl(withoutSlash(host.storage().dataLakeEndpoint()))
                    .withFilesystem(host.container()));
    ArmOperation.await(
        waiting,
        "create " + this + " in " + host.region(),
        () -> client.getWorkspaces().beginCreateOrUpdate(group, name, asked));
    LOG.info("workspace created name={} region={}", name, host.region());
  }

  // An apply that broke off may have left it half made.
  private void awaitReady() {
    waiting.until(
        WaitPolicy.brisk(),
        () -> find().filter(found -> requireNotBroken(found) == State.READY),
        limit ->
            Problem.of(
                "create " + this,
                "Azure was still making it when the wait ended (" + limit + ").",
                "It goes on there: repeat the call to look again."));
  }

  private State requireNotBroken(WorkspaceInner found) {
    State state = state(found);
    if (state == State.BROKEN) {
      throw new ConflictException(
          Problem.of(
                  "create " + this,
                  "one of that name exists, and its provisioning state is "
                      + found.provisioningState()
                      + ".",
                  "Delete it, or choose another name.")
              .andId("workspace", name),
          null);
    }
    return state;
  }

  private static State state(WorkspaceInner found) {
    String state = Objects.toString(found.provisioningState(), "").toLowerCase(Locale.ROOT);
    return switch (state) {
      case "failed", "deleting", "deleteerror", "canceled" -> State.BROKEN;
      case "provisioning", "accepted", "creating", "inprogress" -> State.ON_ITS_WAY;
      default -> State.READY;
    };
  }

  private enum State {
    READY,
    ON_ITS_WAY,
    BROKEN
  }

  /**
   * Where its artifacts and runs are reached, as it says itself.
   *
   * @throws NotFoundException if there is no workspace
   */
  URI devEndpoint() {
    WorkspaceInner found =
        ready
            .or(this::find)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        Problem.of(
                                "reach " + this,
                                "there is none in resource group '" + group + "'.",
                                "Apply the landing first, or check its name and resource group.")
                            .andId("workspace", name),
                        null));
    Map<String, String> endpoints =
        Objects.requireNonNullElse(found.connectivityEndpoints(), Map.of());
    return Optional.ofNullable(endpoints.get("dev"))
        // An emulator's may have a path.
        .filter(text -> text.matches("https://[A-Za-z0-9.:-]+(?:/[A-Za-z0-9._~/-]*)?"))
        .map(URI::create)
        .filter(endpoint -> endpoint.getHost() != null)
        .orElseThrow(
            () ->
                new RejectedException(
                    Problem.of(
                            "reach " + this,
                            "it names no development endpoint over https: "
                                + endpoints.get("dev")
                                + ".",
                            "Look at the workspace in the Azure portal; make another if it stays"
                                + " so.")
                        .andId("workspace", name),
                    null));
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
    ArmOperation.await(
        waiting,
        "create integration runtime '" + runtime + "' in " + this,
        () -> client.getIntegrationRuntimes().beginCreate(group, name, runtime, asked));
  }

  private Optional<WorkspaceInner> find() {
    Optional<WorkspaceInner> found =
        new Attempt("look for " + this)
            .find(() -> client.getWorkspaces().getByResourceGroup(group, name));
    ready = found.filter(one -> state(one) == State.READY);
    return found;
  }

  private static @Nullable String location(IntegrationRuntimeResourceInner found) {
    return found.properties() instanceof ManagedIntegrationRuntime managed
            && managed.computeProperties() != null
        ? managed.computeProperties().location()
        : null;
  }

  private static String withoutSlash(URI endpoint) {
    String text = endpoint.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public String toString() {
    return "Synapse workspace '" + name + "'";
  }
}
