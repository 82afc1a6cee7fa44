package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.AppCredential.Certificate;
import io.github.dataconnect4j.Cloud;
import io.github.dataconnect4j.Region;
import io.github.dataconnect4j.Secret;
import io.github.dataconnect4j.StorageKind;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.ConsentLog;
import io.github.dataconnect4j.spi.Directory;
import io.github.dataconnect4j.spi.RegistrationPortal;
import io.github.dataconnect4j.spi.Storage;
import io.github.dataconnect4j.spi.Subscription;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account on a {@link MemoryCloud}: each process has its own. */
final class MemoryAccount implements CloudAccount {

  final MemoryCloud far;

  /** The runs started through this account, for a backend that knows no others. */
  final Set<String> started = new HashSet<>();

  MemoryAccount(MemoryCloud far) {
    this.far = far;
  }

  @Override
  public Cloud cloud() {
    return far.cloud;
  }

  @Override
  public String subscriptionId() {
    return "22222222-2222-4222-8222-222222222222";
  }

  @Override
  public Caller caller() {
    return new Caller(Caller.Kind.SERVICE_PRINCIPAL, MemoryCloud.TENANT, "caller", "caller");
  }

  @Override
  public Subscription subscription() {
    return new MemorySubscription();
  }

  @Override
  public Storage storage() {
    return new MemoryStorage();
  }

  @Override
  public Directory directory() {
    return new MemoryDirectory();
  }

  @Override
  public RegistrationPortal registrationPortal() {
    return new Portal();
  }

  @Override
  public ConsentLog consentLog() {
    return applicationId -> Optional.ofNullable(far.decided.get(applicationId));
  }

  @Override
  public void close() {}

  private boolean stands(String what) {
    return far.standing.contains(what);
  }

  private final class MemorySubscription implements Subscription {
    @Override
    public boolean isProviderRegistered(String namespace) {
      return stands("provider " + namespace);
    }

    @Override
    public void registerProvider(String namespace) {
      far.make("provider " + namespace);
    }

    @Override
    public boolean resourceGroupExists(String name) {
      return stands("group " + name);
    }

    @Override
    public void createResourceGroup(String name, Region region, Map<String, String> tags) {
      far.make("group " + name);
    }

    @Override
    public Optional<String> findBillingAccount(String resourceGroup, String applicationId) {
      return Optional.of("billing " + applicationId).filter(MemoryAccount.this::stands);
    }

    @Override
    public void createBillingAccount(
        String resourceGroup, String name, String applicationId, Map<String, String> tags) {
      far.make("billing " + applicationId);
    }
  }

  private final class MemoryStorage implements Storage {
    @Override
    public Optional<StorageAccount> findAccount(String resourceGroup, String name) {
      return Optional.ofNullable(far.accounts.get(name));
    }

    @Override
    public StorageAccount createAccount(
        String resourceGroup,
        String name,
        Region region,
        StorageKind kind,
        Map<String, String> tags) {
      far.writes++;
      URI endpoint = URI.create("https://" + name + ".blob.core.windows.net/");
      StorageAccount made =
          new StorageAccount("/" + name, resourceGroup, name, region, kind, endpoint, endpoint);
      far.accounts.put(name, made);
      return made;
    }

    @Override
    public boolean containerExists(StorageAccount account, String container) {
      return stands("container " + account.name() + "/" + container);
    }

    @Override
    public void createContainer(StorageAccount account, String container) {
      far.make("container " + account.name() + "/" + container);
    }

    @Override
    public boolean isGranted(StorageAccount account, DataRole role, String principalId) {
      return stands(role + " " + account.name() + " " + principalId);
    }

    @Override
    public void grant(
        StorageAccount account, DataRole role, String principalId, Caller.Kind principalKind) {
      far.make(role + " " + account.name() + " " + principalId);
    }

    @Override
    public List<StoredFile> list(URI accountEndpoint, String container, String folder) {
      String prefix = accountEndpoint + container + "/";
      return far.files.entrySet().stream()
          .filter(file -> file.getKey().startsWith(prefix + folder))
          .map(
              file ->
                  new StoredFile(
                      file.getKey().substring(prefix.length()),
                      file.getValue().length(),
                      "1",
                      Instant.EPOCH))
          .toList();
    }

    @Override
    public InputStream open(URI accountEndpoint, String container, StoredFile file) {
      String content = far.files.get(accountEndpoint + container + "/" + file.path());
      return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private final class MemoryDirectory implements Directory {
    @Override
    public Optional<Person> findPerson(String idOrPrincipalName) {
      return Optional.of(new Person(idOrPrincipalName, idOrPrincipalName, false));
    }

    @Override
    public Set<String> directoryRoles(String objectId) {
      return Set.of();
    }

    @Override
    public List<String> licences() {
      return List.of();
    }

    @Override
    public Optional<Application> findApplication(String tag) {
      return Optional.ofNullable(far.applications.get(tag));
    }

    @Override
    public Application createApplication(String name, String tag) {
      far.writes++;
      Application made = new Application(far.newId(), far.newId(), name, List.of(), Set.of());
      far.applications.put(tag, made);
      return made;
    }

    @Override
    public Set<String> ownerIds(Application application) {
      return stands("owner " + application.objectId()) ? Set.of("owner") : Set.of();
    }

    @Override
    public void addOwner(Application application, String personId) {
      far.make("owner " + application.objectId());
    }

    @Override
    public Optional<String> findServicePrincipal(String applicationId) {
      return Optional.of("principal of " + applicationId).filter(MemoryAccount.this::stands);
    }

    @Override
    public String createServicePrincipal(String applicationId) {
      far.make("principal of " + applicationId);
      return "principal of " + applicationId;
    }

    @Override
    public AddedSecret addSecret(Application application, String label, Duration validity) {
      far.writes++;
      SecretEntry entry = new SecretEntry(far.newId(), far.time.now().plus(validity));
      far.applications.replaceAll(
          (tag, known) -> {
            if (!known.objectId().equals(application.objectId())) {
              return known;
            }
            List<SecretEntry> all = new ArrayList<>(known.secrets());
            all.add(entry);
            return new Application(
                known.objectId(), known.applicationId(), known.name(), all, known.thumbprints());
          });
      return new AddedSecret(entry, Secret.of("secret " + entry.keyId()));
    }

    @Override
    public void addCertificate(Application application, Certificate certificate, String label) {
      throw new UnsupportedOperationException("The kit's landings sign in with a client secret.");
    }
  }

  private final class Portal implements RegistrationPortal {
    @Override
    public Optional<Boolean> isDataConnectOn() {
      return Optional.of(true);
    }

    @Override
    public boolean register(Entry entry) {
      far.writes++;
      far.registered.put(entry.applicationId(), entry);
      return true;
    }
  }
}
