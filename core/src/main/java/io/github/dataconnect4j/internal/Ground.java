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
import java.util.Set;
import java.util.TreeSet;

/** The resources of a landing, in the order in which they are looked for and made. */
final class Ground {

  /** The integration runtime's name: each landing has a host of its own, so one name serves all. */
  static final String INTEGRATION_RUNTIME = "DataConnectRuntime";

  private final CloudAccount account;
  private final Landing landing;
  private final Map<String, String> tags;
  private final Pipelines pipelines;

  private final Piece<Set<String>> providers;
  private final Piece<String> resourceGroup;
  private final Piece<StorageAccount> storage;
  private final Piece<String> container;
  private final Piece<Application> application;
  private final Piece<String> owner;
  private final Piece<String> principal;
  private final Piece<DataRole> appRole;
  private final Piece<DataRole> callerRole;
  private final Piece<String> billing;
  private final Piece<String> host;
  private final Piece<String> runtime;

  Ground(CloudAccount account, Landing landing) {
    this.account = account;
    this.landing = landing;
    this.tags = Map.of("dataconnect4j", landing.application());
    this.pipelines = landing.host().connect(account, landing.resourceGroup());
    providers = providers();
    resourceGroup = resourceGroup();
    storage = storage();
    container = container();
    application = application();
    owner = owner();
    principal = principal();
    appRole = appRole();
    callerRole = callerRole();
    billing = billing();
    host = host();
    runtime = runtime();
  }

  /** Each after those that it needs. */
  List<Piece<?>> pieces() {
    List<Piece<?>> pieces = new ArrayList<>();
    pieces.addAll(
        List.of(
            providers,
            resourceGroup,
            storage,
            container,
            application,
            owner,
            principal,
            appRole,
            callerRole,
            billing,
            host,
            runtime));
    pieces.addAll(
        new AppConnections(account, landing, pipelines)
            .pieces(new AppConnections.Needs(application, storage, container, host)));
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

  private Piece<Set<String>> providers() {
    Set<String> namespaces = new TreeSet<>(landing.host().providers());
    namespaces.add("Microsoft.Storage");
    namespaces.add("Microsoft.GraphServices");
    return new Piece<>(
        "resource providers",
        String.join(", ", namespaces),
        List.of(),
        survey -> {
          Set<String> missing = unregistered(namespaces);
          return Finding.when(
              missing.isEmpty(), namespaces, "not registered: " + String.join(", ", missing));
        },
        survey -> {
          account.subscription().registerProviders(namespaces);
          return namespaces;
        });
  }

  private Set<String> unregistered(Set<String> namespaces) {
    Set<String> missing = new TreeSet<>();
    for (String namespace : namespaces) {
      if (!account.subscription().isProviderRegistered(namespace)) {
        missing.add(namespace);
      }
    }
    return missing;
  }

  private Piece<String> resourceGroup() {
    String name = landing.resourceGroup();
    return new Piece<>(
        "resource group",
        name,
        List.of(),
        survey ->
            Finding.when(account.subscription().resourceGroupExists(name), name, "there is none"),
        survey -> {
          account.subscription().createResourceGroup(name, landing.region(), tags);
          return name;
        });
  }

  private Piece<StorageAccount> storage() {
    String name = landing.storage().account();
    return new Piece<>(
        "storage account",
        name,
        List.of(resourceGroup),
        survey ->
            Finding.of(
                account
                    .storage()
                    .findAccount(landing.resourceGroup(), name)
                    .map(found -> StorageFit.require(landing, found))),
        survey ->
            account
                .storage()
                .createAccount(
                    landing.resourceGroup(),
                    name,
                    landing.region(),
                    landing.storage().kind(),
                    tags));
  }

  private Piece<String> container() {
    String name = landing.storage().container();
    return new Piece<>(
        "container",
        name,
        List.of(storage),
        survey ->
            Finding.when(
                account.storage().containerExists(survey.get(storage), name),
                name,
                "there is none"),
        survey -> {
          account.storage().createContainer(survey.get(storage), name);
          return name;
        });
  }

  private Piece<Application> application() {
    String tag = landing.tag(account.subscriptionId());
    return new Piece<>(
        "Entra application",
        landing.application(),
        List.of(),
        survey -> Finding.of(account.directory().findApplication(tag)),
        survey -> account.directory().createApplication(landing.application(), tag));
  }

  private Piece<String> owner() {
    Person person = Onboarding.owner(account, landing);
    return new Piece<>(
        "application owner",
        person.principalName(),
        List.of(application),
        survey ->
            Finding.when(
                account.directory().ownerIds(survey.get(application)).contains(person.objectId()),
                person.objectId(),
                "the application is not theirs yet"),
        survey -> {
          account.directory().addOwner(survey.get(application), person.objectId());
          return person.objectId();
        });
  }

  private Piece<String> principal() {
    return new Piece<>(
        "service principal",
        landing.application(),
        List.of(application),
        survey ->
            Finding.of(
                account.directory().findServicePrincipal(survey.get(application).applicationId())),
        survey ->
            account.directory().createServicePrincipal(survey.get(application).applicationId()));
  }

  private Piece<DataRole> appRole() {
    DataRole role = DataRole.BLOB_DATA_CONTRIBUTOR;
    return new Piece<>(
        "role of the app",
        role.displayName(),
        List.of(storage, principal),
        survey -> granted(survey, role, survey.get(principal)),
        survey -> grant(survey, role, survey.get(principal), Caller.Kind.SERVICE_PRINCIPAL));
  }

  private Piece<DataRole> callerRole() {
    DataRole role = DataRole.BLOB_DATA_READER;
    Caller caller = account.caller();
    return new Piece<>(
        "role of the caller",
        role.displayName(),
        List.of(storage),
        survey -> granted(survey, role, caller.objectId()),
        survey -> grant(survey, role, caller.objectId(), caller.kind()));
  }

  private Finding<DataRole> granted(Survey survey, DataRole role, String principalId) {
    return Finding.when(
        account.storage().isGranted(survey.get(storage), role, principalId),
        role,
        "it is not granted");
  }

  private DataRole grant(Survey survey, DataRole role, String principalId, Caller.Kind kind) {
    account.storage().grant(survey.get(storage), role, principalId, kind);
    return role;
  }

  private Piece<String> billing() {
    String group = landing.resourceGroup();
    return new Piece<>(
        "billing resource",
        "Microsoft.GraphServices/accounts",
        List.of(resourceGroup, application),
        survey ->
            Finding.of(
                account
                    .subscription()
                    .findBillingAccount(group, survey.get(application).applicationId())),
        survey -> {
          String applicationId = survey.get(application).applicationId();
          String name = "mgdc-" + applicationId;
          account.subscription().createBillingAccount(group, name, applicationId, tags);
          return name;
        });
  }

  private Piece<String> host() {
    PipelineHost place = landing.host();
    return new Piece<>(
        place.kind(),
        place.name(),
        List.of(resourceGroup),
        survey -> Finding.when(pipelines.hostExists(), place.name(), "there is none"),
        survey -> {
          pipelines.createHost(
              new HostSpec(
                  landing.region(), tags, survey.get(storage), landing.storage().container()));
          return place.name();
        });
  }

  private Piece<String> runtime() {
    return new Piece<>(
        "integration runtime",
        INTEGRATION_RUNTIME,
        List.of(host),
        survey ->
            Finding.when(
                pipelines.integrationRuntimeExists(INTEGRATION_RUNTIME, landing.region()),
                INTEGRATION_RUNTIME,
                "there is none"),
        survey -> {
          pipelines.createIntegrationRuntime(INTEGRATION_RUNTIME, landing.region());
          return INTEGRATION_RUNTIME;
        });
  }
}
