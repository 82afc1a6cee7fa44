package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.CloudAccount.Caller;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Directory.Person;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.HostSpec;
import io.github.dataconnect4j.spi.Storage.DataRole;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The resources of a landing, in the order in which they are made. A resource whose own ground is
 * missing counts as missing, without a call.
 */
final class Ground {

  /** The integration runtime's name: each landing has a host of its own, so one name serves all. */
  static final String INTEGRATION_RUNTIME = "DataConnectRuntime";

  private final CloudAccount account;
  private final Landing landing;
  private final Map<String, String> tags;
  private final Pipelines pipelines;
  private volatile Optional<Application> madeApp = Optional.empty();
  private volatile Optional<String> madePrincipal = Optional.empty();

  Ground(CloudAccount account, Landing landing) {
    this.account = account;
    this.landing = landing;
    this.tags = Map.of("dataconnect4j", landing.application());
    this.pipelines = landing.host().connect(account, landing.resourceGroup());
  }

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    providers().forEach(pieces::add);
    pieces.add(resourceGroup());
    pieces.add(storageAccount());
    pieces.add(container());
    pieces.add(application());
    pieces.add(owner());
    pieces.add(servicePrincipal());
    pieces.add(appRole());
    pieces.add(callerRole());
    pieces.add(billing());
    pieces.add(host());
    pieces.add(integrationRuntime());
    new AppConnections(account, landing, pipelines, this::app, this::readyStorage)
        .pieces()
        .forEach(pieces::add);
    return pieces;
  }

  /** The linked services of a landing's application. */
  static Connections connections(
      CloudAccount account, Landing landing, String applicationId, StorageAccount storage) {
    return new Connections(
        landing.application(),
        INTEGRATION_RUNTIME,
        account.caller().tenantId(),
        applicationId,
        landing.storage().kind(),
        storage.endpoint(landing.storage().kind()));
  }

  private List<Piece> providers() {
    TreeSet<String> namespaces = new TreeSet<>(landing.host().providers());
    namespaces.add("Microsoft.Storage");
    namespaces.add("Microsoft.GraphServices");
    return namespaces.stream()
        .map(
            namespace ->
                new Piece(
                    "resource provider",
                    namespace,
                    () -> account.subscription().isProviderRegistered(namespace),
                    () -> account.subscription().registerProvider(namespace)))
        .toList();
  }

  private Piece resourceGroup() {
    return new Piece(
        "resource group",
        landing.resourceGroup(),
        this::groupStands,
        () ->
            account
                .subscription()
                .createResourceGroup(landing.resourceGroup(), landing.region(), tags));
  }

  private boolean groupStands() {
    return account.subscription().resourceGroupExists(landing.resourceGroup());
  }

  private Piece storageAccount() {
    String name = landing.storage().account();
    return new Piece(
        "storage account",
        name,
        () -> storage().filter(this::requireFitting).isPresent(),
        () ->
            account
                .storage()
                .createAccount(
                    landing.resourceGroup(),
                    name,
                    landing.region(),
                    landing.storage().kind(),
                    tags));
  }

  private boolean requireFitting(StorageAccount found) {
    StorageFit.require(landing, found);
    return true;
  }

  private Piece container() {
    String name = landing.storage().container();
    return new Piece(
        "container",
        name,
        () -> standsOn(storage(), found -> account.storage().containerExists(found, name)),
        () -> account.storage().createContainer(storage().orElseThrow(), name));
  }

  private Piece application() {
    return new Piece(
        "Entra application",
        landing.application(),
        () -> app().isPresent(),
        () ->
            madeApp =
                Optional.of(account.directory().createApplication(landing.application(), tag())));
  }

  private Piece owner() {
    Person person = Onboarding.owner(account, landing);
    return new Piece(
        "application owner",
        person.principalName(),
        () ->
            standsOn(
                app(), found -> account.directory().ownerIds(found).contains(person.objectId())),
        () -> account.directory().addOwner(app().orElseThrow(), person.objectId()));
  }

  private Piece servicePrincipal() {
    return new Piece(
        "service principal",
        landing.application(),
        () -> principal().isPresent(),
        () ->
            madePrincipal =
                Optional.of(
                    account
                        .directory()
                        .createServicePrincipal(app().orElseThrow().applicationId())));
  }

  private Piece appRole() {
    DataRole role = DataRole.BLOB_DATA_CONTRIBUTOR;
    return new Piece(
        "role of the app",
        role.displayName(),
        () -> standsOn(principal(), id -> isGranted(role, id)),
        () -> grant(role, principal().orElseThrow(), Caller.Kind.SERVICE_PRINCIPAL));
  }

  private Piece callerRole() {
    DataRole role = DataRole.BLOB_DATA_READER;
    Caller caller = account.caller();
    return new Piece(
        "role of the caller",
        role.displayName(),
        () -> isGranted(role, caller.objectId()),
        () -> grant(role, caller.objectId(), caller.kind()));
  }

  private boolean isGranted(DataRole role, String principalId) {
    return standsOn(storage(), found -> account.storage().isGranted(found, role, principalId));
  }

  private void grant(DataRole role, String principalId, Caller.Kind kind) {
    account.storage().grant(storage().orElseThrow(), role, principalId, kind);
  }

  private Piece billing() {
    String group = landing.resourceGroup();
    return new Piece(
        "billing resource",
        "Microsoft.GraphServices/accounts",
        () ->
            groupStands()
                && standsOn(
                    app(),
                    found ->
                        account
                            .subscription()
                            .findBillingAccount(group, found.applicationId())
                            .isPresent()),
        () -> {
          String applicationId = app().orElseThrow().applicationId();
          account
              .subscription()
              .createBillingAccount(group, "mgdc-" + applicationId, applicationId, tags);
        });
  }

  private Piece host() {
    PipelineHost host = landing.host();
    return new Piece(
        host.kind(),
        host.name(),
        this::hostStands,
        () ->
            pipelines.createHost(
                new HostSpec(
                    landing.region(),
                    tags,
                    storage().orElseThrow(),
                    landing.storage().container())));
  }

  private boolean hostStands() {
    return groupStands() && pipelines.hostExists();
  }

  private Piece integrationRuntime() {
    return new Piece(
        "integration runtime",
        INTEGRATION_RUNTIME,
        () ->
            hostStands()
                && pipelines.integrationRuntimeExists(INTEGRATION_RUNTIME, landing.region()),
        () -> pipelines.createIntegrationRuntime(INTEGRATION_RUNTIME, landing.region()));
  }

  // Linked services are the last to be made: on a host, to a storage account.
  private Optional<StorageAccount> readyStorage() {
    return storage().filter(found -> hostStands());
  }

  private Optional<StorageAccount> storage() {
    return groupStands()
        ? account.storage().findAccount(landing.resourceGroup(), landing.storage().account())
        : Optional.empty();
  }

  // The directory shows what was just made with a delay; until then what it answered is believed.
  private Optional<Application> app() {
    return account.directory().findApplication(tag()).or(() -> madeApp);
  }

  private Optional<String> principal() {
    return app()
        .flatMap(found -> account.directory().findServicePrincipal(found.applicationId()))
        .or(() -> madePrincipal);
  }

  private String tag() {
    return landing.tag(account.subscriptionId());
  }

  private static <T> boolean standsOn(Optional<T> ground, Predicate<T> stands) {
    return ground.filter(stands).isPresent();
  }
}
