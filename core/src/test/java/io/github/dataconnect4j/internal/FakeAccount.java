package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.ConsentLog;
import io.github.dataconnect4j.spi.PipelineHost;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.RegistrationPortal;
import io.github.dataconnect4j.spi.Storage;
import io.github.dataconnect4j.spi.Subscription;
import io.github.dataconnect4j.time.HandMovedTime;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A subscription in memory. It notes every write, and can be told to break off at one. Confined to
 * one thread.
 */
public final class FakeAccount implements CloudAccount {

  public static final String TENANT = "11111111-1111-4111-8111-111111111111";
  public static final String SUBSCRIPTION = "22222222-2222-4222-8222-222222222222";

  public final HandMovedTime time = new HandMovedTime();

  /** Each call that changes something, in order: its name and what it changes. */
  public final List<String> writes = new ArrayList<>();

  public final FakeDirectory directory = new FakeDirectory(this);
  public final FakePipelines pipelines = new FakePipelines(this);
  public final Map<String, String> files = new TreeMap<>();
  public final Map<String, Storage.StorageAccount> accounts = new HashMap<>();

  /** The endpoints that files were listed at. */
  public final List<URI> listedAt = new ArrayList<>();

  /** When files were last changed; long ago unless said. */
  public final Map<String, Instant> changed = new HashMap<>();

  public final Map<String, RegistrationPortal.Entry> registered = new HashMap<>();

  public Caller caller = new Caller(Caller.Kind.USER, TENANT, FakeDirectory.ANA, "ana@contoso.com");
  public Optional<Boolean> dataConnectOn = Optional.of(true);
  public boolean registersByHand;
  public Supplier<Optional<Authorization>> decision = Optional::empty;
  public int closings;

  /** Who holds the container's lease, once for each try to take it. */
  final List<String> otherHolders = new ArrayList<>();

  int leases;
  private final Set<String> standing = new TreeSet<>();
  private final Map<String, RuntimeException> faults = new HashMap<>();
  private final Cloud cloud =
      Cloud.builder("fake")
          .portal("https://portal.example")
          .time(time)
          .chance(new Random(7))
          .build();

  /** Makes the next write of that name fail, before it has changed anything. */
  void breakAt(String write, RuntimeException fault) {
    faults.put(write, fault);
  }

  void write(String name, String what) {
    RuntimeException fault = faults.remove(name);
    if (fault != null) {
      throw fault;
    }
    writes.add(name + " " + what);
  }

  /** A host whose pipelines are this account's. */
  static PipelineHost host(String name) {
    return new Host(name);
  }

  @Override
  public Cloud cloud() {
    return cloud;
  }

  @Override
  public String subscriptionId() {
    return SUBSCRIPTION;
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public Subscription subscription() {
    return new FakeSubscription();
  }

  @Override
  public Storage storage() {
    return new FakeStorage();
  }

  @Override
  public FakeDirectory directory() {
    return directory;
  }

  @Override
  public RegistrationPortal registrationPortal() {
    return new Portal();
  }

  @Override
  public ConsentLog consentLog() {
    return applicationId ->
        decision.get().filter(found -> found.applicationId().equals(applicationId));
  }

  @Override
  public void close() {
    closings++;
  }

  private void make(String name, String what) {
    write(name, what);
    standing.add(name + " " + what);
  }

  private boolean stands(String name, String what) {
    return standing.contains(name + " " + what);
  }

  private record Host(String name) implements PipelineHost {
    @Override
    public String kind() {
      return "Fake Host";
    }

    @Override
    public Set<String> providers() {
      return Set.of("Microsoft.Fake");
    }

    @Override
    public Pipelines connect(CloudAccount account, String resourceGroup) {
      return ((FakeAccount) account).pipelines;
    }
  }

  private final class FakeSubscription implements Subscription {
    @Override
    public boolean isProviderRegistered(String namespace) {
      return stands("registerProvider", namespace);
    }

    @Override
    public void registerProviders(Set<String> namespaces) {
      new TreeSet<>(namespaces).forEach(namespace -> make("registerProvider", namespace));
    }

    @Override
    public boolean resourceGroupExists(String name) {
      return stands("createResourceGroup", name);
    }

    @Override
    public void createResourceGroup(String name, Region region, Map<String, String> tags) {
      make("createResourceGroup", name);
    }

    @Override
    public Optional<String> findBillingAccount(String resourceGroup, String applicationId) {
      String name = "mgdc-" + applicationId;
      return stands("createBillingAccount", name) ? Optional.of(name) : Optional.empty();
    }

    @Override
    public void createBillingAccount(
        String resourceGroup, String name, String applicationId, Map<String, String> tags) {
      make("createBillingAccount", name);
    }
  }

  private final class FakeStorage implements Storage {
    @Override
    public Optional<StorageAccount> findAccount(String resourceGroup, String name) {
      return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public StorageAccount createAccount(
        String resourceGroup,
        String name,
        Region region,
        StorageKind kind,
        Map<String, String> tags) {
      write("createAccount", name);
      URI blob = URI.create("https://" + name + ".blob.core.windows.net/");
      URI dataLake = URI.create("https://" + name + ".dfs.core.windows.net/");
      StorageAccount made =
          new StorageAccount("/" + name, resourceGroup, name, region, kind, blob, dataLake);
      accounts.put(name, made);
      return made;
    }

    @Override
    public boolean containerExists(StorageAccount account, String container) {
      return stands("createContainer", container);
    }

    @Override
    public void createContainer(StorageAccount account, String container) {
      make("createContainer", container);
    }

    @Override
    public Optional<String> takeLease(
        StorageAccount storage, String container, String leaseId, String holder) {
      if (!otherHolders.isEmpty()) {
        return Optional.of(otherHolders.remove(0));
      }
      leases++;
      return Optional.empty();
    }

    @Override
    public void releaseLease(StorageAccount storage, String container, String leaseId) {
      leases--;
    }

    @Override
    public boolean isGranted(StorageAccount account, DataRole role, String principalId) {
      return stands("grant", role.displayName() + " to " + principalId);
    }

    @Override
    public void grant(
        StorageAccount account, DataRole role, String principalId, Caller.Kind principalKind) {
      make("grant", role.displayName() + " to " + principalId);
    }

    @Override
    public List<StoredFile> list(URI accountEndpoint, String container, String folder) {
      listedAt.add(accountEndpoint);
      return files.entrySet().stream()
          .filter(file -> file.getKey().startsWith(folder))
          .map(
              file ->
                  new StoredFile(
                      file.getKey(),
                      file.getValue().length(),
                      "1",
                      changed.getOrDefault(file.getKey(), Instant.EPOCH)))
          .toList();
    }

    @Override
    public InputStream open(URI accountEndpoint, String container, StoredFile file) {
      String content = files.get(file.path());
      if (content == null) {
        throw new NotFoundException(Problem.of("open " + file.path(), "gone.", "Look."), null);
      }
      return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private final class Portal implements RegistrationPortal {
    @Override
    public Optional<Boolean> isDataConnectOn() {
      return dataConnectOn;
    }

    @Override
    public boolean register(Entry entry) {
      if (registersByHand) {
        return false;
      }
      if (!entry.equals(registered.get(entry.applicationId()))) {
        write("register", entry.applicationId());
        registered.put(entry.applicationId(), entry);
      }
      return true;
    }
  }
}
