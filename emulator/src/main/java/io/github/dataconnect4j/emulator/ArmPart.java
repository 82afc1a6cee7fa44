package io.github.dataconnect4j.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmProvider;
import io.github.dataconnect4j.emulator.arm.ArmService;
import io.github.dataconnect4j.emulator.arm.ArmWorld;
import io.github.dataconnect4j.emulator.arm.GraphServicesProvider;
import io.github.dataconnect4j.emulator.arm.Operations;
import io.github.dataconnect4j.emulator.arm.ProviderRegistrations;
import io.github.dataconnect4j.emulator.arm.Resources;
import io.github.dataconnect4j.emulator.arm.RoleAssignments;
import io.github.dataconnect4j.emulator.arm.Subscriptions;
import io.github.dataconnect4j.emulator.arm.Subscriptions.Subscription;
import io.github.dataconnect4j.emulator.deployments.DeploymentsProvider;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.time.EmulatorTime;
import io.github.dataconnect4j.emulator.world.Blobs;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import io.github.dataconnect4j.emulator.world.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Azure Resource Manager: subscriptions, the resources in them, and who may do what. */
final class ArmPart {

  final ArmWorld world;

  private final Identity identity;
  private final DirectoryStore directory;
  private @Nullable ArmService service;

  ArmPart(
      Identity identity,
      DirectoryPart directory,
      Pace pace,
      Blobs blobs,
      Ids ids,
      EmulatorTime time) {
    this.identity = identity;
    this.directory = directory.store;
    RoleAssignments roles =
        new RoleAssignments(
            this.directory,
            id -> this.directory.applications().servicePrincipal(id).isPresent(),
            ids,
            time::now);
    world =
        new ArmWorld(
            new Subscriptions(subscriptions(identity)),
            new Resources(time),
            roles,
            new ProviderRegistrations(time, pace.registering()),
            new Operations(ids),
            blobs,
            ids,
            time);
    grantTheAutomation(directory.addAutomation(identity));
  }

  private static List<Subscription> subscriptions(Identity identity) {
    List<Subscription> all = new ArrayList<>();
    all.add(new Subscription(identity.subscriptionId(), identity.tenantId(), "Emulated"));
    identity
        .foreignAccount()
        .ifPresent(
            foreign ->
                all.add(new Subscription(foreign.subscriptionId(), foreign.tenantId(), "Foreign")));
    return all;
  }

  // As after a sign-in by az login or a service principal of a user's own: Owner of the
  // subscription.
  private void grantTheAutomation(String principal) {
    String subscription = "/subscriptions/" + identity.subscriptionId();
    world.roles().grant(subscription, principal, BuiltInRole.OWNER);
    world.roles().grant(subscription, identity.developer().id(), BuiltInRole.OWNER);
  }

  /** The service, with its own providers and those of the other parts. Made once. */
  ArmService service(Gatekeeper gatekeeper, List<ArmProvider> others) {
    List<ArmProvider> providers = new ArrayList<>(others);
    providers.add(new GraphServicesProvider(world.resources(), directory, world.ids()));
    providers.add(new DeploymentsProvider(world, this::call));
    service = new ArmService(gatekeeper::arm, world, providers);
    return service;
  }

  // Deployments call the service that they are part of.
  private Response call(Request request) {
    return Objects.requireNonNull(service, "service").call(request);
  }

  /** Puts the storage account of another tenant there, once the address is known. */
  void addForeignAccount() {
    identity
        .foreignAccount()
        .ifPresent(
            foreign -> {
              ObjectNode account = Json.object();
              account.put("id", foreign.resourceId());
              account.put("name", foreign.name());
              account.put("type", "Microsoft.Storage/storageAccounts");
              account.put("location", identity.region().name());
              world.resources().put(account);
            });
  }
}
