package io.github.dataconnect4j.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.emulator.arm.ArmProvider;
import io.github.dataconnect4j.emulator.arm.ArmService;
import io.github.dataconnect4j.emulator.arm.ArmWorld;
import io.github.dataconnect4j.emulator.arm.BuiltInRole;
import io.github.dataconnect4j.emulator.arm.GraphServicesProvider;
import io.github.dataconnect4j.emulator.arm.Operations;
import io.github.dataconnect4j.emulator.arm.Resources;
import io.github.dataconnect4j.emulator.arm.RoleAssignments;
import io.github.dataconnect4j.emulator.arm.StorageAccountStore;
import io.github.dataconnect4j.emulator.arm.StorageProvider;
import io.github.dataconnect4j.emulator.arm.Subscriptions;
import io.github.dataconnect4j.emulator.arm.Subscriptions.Subscription;
import io.github.dataconnect4j.emulator.blob.BlobService;
import io.github.dataconnect4j.emulator.blob.BlobStore;
import io.github.dataconnect4j.emulator.copy.CopyEngine;
import io.github.dataconnect4j.emulator.copy.CopyWorld;
import io.github.dataconnect4j.emulator.datafactory.DataFactoryProvider;
import io.github.dataconnect4j.emulator.datafactory.Factories;
import io.github.dataconnect4j.emulator.deployments.DeploymentsProvider;
import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.entra.EntraService;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.graph.GraphObjects;
import io.github.dataconnect4j.emulator.graph.GraphService;
import io.github.dataconnect4j.emulator.graph.ODataFilter;
import io.github.dataconnect4j.emulator.http.Json;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.emulator.portal.PortalService;
import io.github.dataconnect4j.emulator.portal.Registrations;
import io.github.dataconnect4j.emulator.portal.web.PortalPages;
import io.github.dataconnect4j.emulator.portal.web.Sinks.Sink;
import io.github.dataconnect4j.emulator.synapse.SynapseProvider;
import io.github.dataconnect4j.emulator.synapse.SynapseService;
import io.github.dataconnect4j.emulator.synapse.WorkspaceBodies;
import io.github.dataconnect4j.emulator.synapse.Workspaces;
import io.github.dataconnect4j.emulator.synapse.WriteForm;
import io.github.dataconnect4j.emulator.world.EmulatorTime;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.emulator.world.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** All emulated services, and what they share. */
final class World implements AutoCloseable {

  private static final String USERS_FILTER = "/users?$filter=";

  final Identity identity;
  final Address address = new Address();
  final EmulatorTime time;
  final Tokens tokens;
  final DirectoryStore directory;
  final Registrations registrations;
  final KeyVault keyVault = new KeyVault();
  final List<Service> services;
  final CopyEngine engine;

  private final BlobStore blobs;
  private final StorageAccountStore accounts;
  private final Resources resources;
  private final RoleAssignments roles;
  private final ArmService arm;

  /**
   * @param synapse how its workspaces answer writes; empty to leave the service out
   */
  World(
      Identity identity,
      EmulatorTime time,
      Pace pace,
      TenantData data,
      Optional<WriteForm> synapse) {
    this.identity = identity;
    this.time = time;
    // Not the seed that the tenant's own ids are made from: they would come again here.
    Ids ids = new Ids(new Random(identity.seed() + 3));
    tokens = new Tokens(identity.tenantId(), TimeSource.system());
    directory = directory(identity, time, data);
    AuditLog audit = new AuditLog(time);
    registrations = new Registrations(identity.tenantId(), directory, directory, time, audit);
    blobs = new BlobStore(time);
    resources = new Resources(time);
    Subscriptions subscriptions = subscriptions(identity);
    accounts = new StorageAccountStore(resources, subscriptions, ids);
    roles =
        new RoleAssignments(
            directory,
            id -> directory.applications().servicePrincipal(id).isPresent(),
            ids,
            time::now);
    ArmWorld world =
        new ArmWorld(
            subscriptions,
            resources,
            roles,
            new io.github.dataconnect4j.emulator.arm.Registrations(time, pace.registering()),
            new Operations(ids),
            blobs,
            ids,
            time);
    engine =
        new CopyEngine(
            new CopyWorld(
                time,
                directory,
                directory,
                registrations,
                data.rows(),
                accounts,
                roles,
                blobs,
                keyVault.reader(),
                address::storage,
                World::userFilter,
                ids),
            pace.runs());
    Gatekeeper gatekeeper = new Gatekeeper(tokens, address);
    Workspaces workspaces = new Workspaces();
    List<ArmProvider> providers = new ArrayList<>();
    providers.add(
        new StorageProvider(
            accounts, resources, world.operations(), blobs, address::storage, time));
    providers.add(new GraphServicesProvider(resources, directory, ids));
    providers.add(
        new DataFactoryProvider(world, new Factories(), engine, DataFactoryProvider.PAGE_SIZE));
    if (synapse.isPresent()) {
      providers.add(
          new SynapseProvider(
              world,
              workspaces,
              new WorkspaceBodies(world, address::synapse),
              gatekeeper::arm,
              DataFactoryProvider.PAGE_SIZE));
    }
    providers.add(new DeploymentsProvider(world, this::callArm));
    arm = new ArmService(gatekeeper::arm, world, providers);
    List<Service> all = new ArrayList<>();
    all.add(new EntraService(directory, tokens, TimeSource.system()));
    all.add(new GraphService(directory, tokens, audit, time));
    // Before the calls, which claim everything beside the pages.
    all.add(new PortalPages(directory, registrations, this::sinks, time, TimeSource.system()));
    all.add(new PortalService(directory, registrations, tokens, time));
    all.add(arm);
    if (synapse.isPresent()) {
      all.add(
          new SynapseService(
              workspaces,
              world,
              gatekeeper::synapse,
              engine,
              synapse.get(),
              DataFactoryProvider.PAGE_SIZE));
    }
    // Last: it claims whatever nobody else does.
    all.add(new BlobService(blobs, accounts, roles, gatekeeper::blob));
    services = List.copyOf(all);
    grantTheAutomation();
  }

  private static DirectoryStore directory(Identity identity, EmulatorTime time, TenantData data) {
    List<Person> all = new ArrayList<>(data.people());
    all.add(identity.developer());
    all.add(identity.administrator());
    DirectoryStore directory =
        new DirectoryStore(
            identity.tenantId(),
            identity.domain(),
            time,
            new Random(identity.seed() + 1),
            all,
            data.groups());
    directory.assignRole(identity.developer().id(), DirectoryRole.APPLICATION_DEVELOPER);
    // Without it, a developer's program could not see the approval in the audit log.
    directory.assignRole(identity.developer().id(), DirectoryRole.GLOBAL_READER);
    directory.assignRole(identity.administrator().id(), DirectoryRole.GLOBAL_ADMINISTRATOR);
    return directory;
  }

  private static Subscriptions subscriptions(Identity identity) {
    List<Subscription> all = new ArrayList<>();
    all.add(new Subscription(identity.subscriptionId(), identity.tenantId(), "Emulated"));
    identity
        .foreignAccount()
        .ifPresent(
            foreign ->
                all.add(new Subscription(foreign.subscriptionId(), foreign.tenantId(), "Foreign")));
    return new Subscriptions(all);
  }

  // As the wizard offers them: those of the tenant itself.
  private List<Sink> sinks() {
    return accounts.all().stream()
        .filter(account -> account.tenantId().equalsIgnoreCase(identity.tenantId()))
        .map(
            account ->
                new Sink(
                    segment(account.resourceId(), "subscriptions"),
                    segment(account.resourceId(), "resourcegroups"),
                    account.name(),
                    address.storage(StorageKind.BLOB, account.name()),
                    address.storage(StorageKind.DATA_LAKE, account.name())))
        .toList();
  }

  private static String segment(String resourceId, String after) {
    List<String> parts = List.of(resourceId.split("/"));
    for (int i = 0; i < parts.size() - 1; i++) {
      if (parts.get(i).equalsIgnoreCase(after)) {
        return parts.get(i + 1);
      }
    }
    return "";
  }

  // Deployments call the service that they are part of.
  private Response callArm(Request request) {
    return arm.call(request);
  }

  // As after a sign-in by az login or a service principal of a user's own: Owner of the
  // subscription.
  private void grantTheAutomation() {
    String subscription = "/subscriptions/" + identity.subscriptionId();
    Secret secret = identity.clientSecret();
    String principal =
        directory.addAutomation("DataConnect4J emulator", identity.clientId(), secret).id();
    identity
        .clientCertificate()
        .ifPresent(certificate -> directory.addCertificate(identity.clientId(), certificate));
    roles.grant(subscription, principal, BuiltInRole.OWNER);
    roles.grant(subscription, identity.developer().id(), BuiltInRole.OWNER);
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
              resources.put(account);
            });
  }

  private static Predicate<Person> userFilter(String uri) {
    int filter = uri.indexOf(USERS_FILTER);
    if (filter < 0) {
      throw new IllegalArgumentException(
          "The emulator reads filters of the form {graph}/users?$filter=… only.");
    }
    ODataFilter parsed = ODataFilter.parse(uri.substring(filter + USERS_FILTER.length()));
    return person -> parsed.matches(GraphObjects.toGraphUser(person));
  }

  @Override
  public void close() {
    if (time instanceof RealTime real) {
      real.close();
    }
    blobs.close();
  }

  /**
   * Who and where everything is.
   *
   * @param seed what ids are made from
   * @param tenantId the tenant
   * @param domain its domain
   * @param subscriptionId its subscription
   * @param clientId the credential that users of the emulator get
   * @param clientSecret its secret
   * @param clientCertificate its certificate
   * @param region an Azure region that fits the mailboxes
   * @param developer who owns apps
   * @param administrator who approves them
   * @param foreignAccount a storage account of another tenant
   */
  record Identity(
      long seed,
      String tenantId,
      String domain,
      String subscriptionId,
      String clientId,
      Secret clientSecret,
      Optional<X509Certificate> clientCertificate,
      Region region,
      Person developer,
      Person administrator,
      Optional<ForeignAccount> foreignAccount) {}

  /**
   * A storage account of another tenant.
   *
   * @param name its name
   * @param tenantId its tenant
   * @param subscriptionId its subscription
   */
  record ForeignAccount(String name, String tenantId, String subscriptionId) {
    String resourceId() {
      return "/subscriptions/"
          + subscriptionId
          + "/resourceGroups/foreign/providers/Microsoft.Storage/storageAccounts/"
          + name;
    }
  }
}
