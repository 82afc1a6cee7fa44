package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.http.HttpsFront;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.synapse.WriteForm;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.world.EmulatorTime;
import io.github.dataconnect4j.emulator.world.Group;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * Microsoft Entra, Microsoft Graph, Azure Resource Manager, Data Factory, Synapse, Blob storage and
 * the Data Connect portal, inside this JVM, over HTTPS on 127.0.0.1.
 *
 * <p>The same program that runs on {@link Cloud#AZURE} runs on {@link #cloud()}. Time is virtual,
 * see {@link VirtualTime}, unless {@link Builder#withRealTime()} says otherwise. Nothing survives
 * {@link #close()}.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class DataConnectEmulator implements AutoCloseable {

  private final World world;
  private final TenantData data;
  private final Faults faults;
  private final HttpsFront front;
  private final Cloud cloud;
  private final Administrator administrator;

  private DataConnectEmulator(Settings settings) {
    EmulatorTime time = settings.time();
    World.Identity identity = settings.identity();
    data = settings.data(identity, time.now().truncatedTo(ChronoUnit.SECONDS));
    world = new World(identity, time, settings.pace(), data, settings.synapse);
    administrator =
        new Administrator(identity.administrator().principalName(), world.registrations);
    administrator.follow(settings.script, time);
    if (settings.dataConnectOn) {
      administrator.switchOnDataConnect();
    }
    if (settings.editsVoidApprovals) {
      world.registrations.setEditsVoidApprovals();
    }
    faults =
        new Faults(
            world.services.stream()
                .flatMap(service -> service.routes().operations().stream())
                .map(Operation::id)
                .toList());
    Tls tls = Tls.create();
    front = listen(settings.port, tls);
    world.address.listenAt(front.port());
    world.addForeignAccount();
    cloud =
        world
            .address
            .cloud()
            .trust(List.of(tls.authority()))
            .time(time)
            .chance(new Random(identity.seed() + 2))
            .build();
  }

  private HttpsFront listen(int port, Tls tls) {
    try {
      return new HttpsFront(
          port,
          tls.context(),
          world.services,
          operation -> faults.next(operation).map(Fault::disruption));
    } catch (BindException e) {
      world.close();
      throw new ConflictException(
          Problem.of(
                  "start the emulator on port " + port,
                  e.getMessage() + ".",
                  "Stop what listens there, or leave the port out for any free one.")
              .withCode("PORT_IN_USE"),
          e);
    } catch (IOException e) {
      world.close();
      throw new UncheckedIOException("Could not start the emulator: " + e.getMessage(), e);
    }
  }

  /**
   * An emulator with 20 people who have 50 messages each, Data Connect switched on, and an
   * administrator who approves after two hours of its time.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** The services, for the page that lists what they know. */
  List<Service> services() {
    return world.services;
  }

  /** Where the services are, whom to trust there, and what time it is. */
  public Cloud cloud() {
    return cloud;
  }

  public String tenantId() {
    return world.identity.tenantId();
  }

  public String subscriptionId() {
    return world.identity.subscriptionId();
  }

  /** The client id of an application that owns the subscription and may manage applications. */
  public String clientId() {
    return world.identity.clientId();
  }

  /** The secret of that application: synthetic, and good for this emulator only. */
  public Secret clientSecret() {
    return world.identity.clientSecret();
  }

  /** The key vaults that linked services may refer to. */
  public KeyVault keyVault() {
    return world.keyVault;
  }

  /** An Azure region that fits the Office region of the mailboxes. */
  public Region region() {
    return world.identity.region();
  }

  /** The user principal name of a member who may own applications. */
  public String developer() {
    return world.identity.developer().principalName();
  }

  public Administrator administrator() {
    return administrator;
  }

  /**
   * The emulator's clock, to be moved. To read it, {@code cloud().time()} serves as well.
   *
   * @throws IllegalStateException if the emulator goes by the machine's clock, which nobody moves
   */
  public VirtualTime time() {
    if (world.time instanceof VirtualTime virtual) {
      return virtual;
    }
    throw new IllegalStateException(
        "The emulator was started with real time, and the machine's clock cannot be moved. Read it"
            + " from cloud().time(), or leave out withRealTime().");
  }

  /** The object ids of the tenant's groups. */
  public List<String> groupIds() {
    return world.directory.groups().stream().map(Group::id).toList();
  }

  /**
   * The user's own files that the tenant's data comes from, by dataset; empty if it is synthetic.
   */
  public Map<Dataset<?>, List<Path>> dataFiles() {
    return data.files();
  }

  /**
   * A token as a person gets who signs in, for tests of programs that people run.
   *
   * @param principalName the user principal name of a member
   * @param audience what it is for, such as {@code https://management.azure.com}
   * @throws IllegalArgumentException if the tenant has no such user
   */
  public Secret userToken(String principalName, String audience) {
    return world
        .directory
        .person(principalName)
        .map(person -> Principal.of(tenantId(), person))
        .map(principal -> world.tokens.issueFor(principal, audience).value())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The tenant has no user '" + principalName + "'. Take developer()."));
  }

  /**
   * How long runs that are started from now on are kept from those who look for them, as a service
   * may do that has not heard of them everywhere; zero at first.
   */
  public void showRunsAfter(Duration age) {
    if (age.isNegative()) {
      throw new IllegalArgumentException(
          "Runs cannot be shown " + age + " after their start. Give zero or more.");
    }
    world.engine.showRunsAfter(age);
  }

  /** Has every token that was issued so far lapse. */
  public void expireTokens() {
    world.tokens.expireAll();
  }

  /** What calls are to meet, by order; {@code docs/emulator.md} has the names of operations. */
  public Faults faults() {
    return faults;
  }

  /**
   * The latest {@value HttpsFront#MOST_REQUESTS} requests, in the order in which they were
   * answered.
   */
  public List<RecordedRequest> requests() {
    return front.requests();
  }

  /**
   * The first {@value HttpsFront#MOST_UNKNOWN} requests that no emulated service has a route for,
   * however long ago they were.
   */
  public List<RecordedRequest> unknownRoutes() {
    return front.unknownRoutes();
  }

  /** Stops listening and deletes all data; closing twice is harmless. */
  @Override
  public void close() {
    front.close();
    world.close();
  }

  @Override
  public String toString() {
    return "emulator at " + world.address.root();
  }

  /** Settings of an emulator. Confined to one thread. */
  public static final class Builder {

    private final Settings settings = new Settings();

    private Builder() {}

    /**
     * What ids and synthetic data are made from; 1 by default. The same seed makes the same data.
     */
    public Builder withSeed(long seed) {
      settings.seed = seed;
      return this;
    }

    /** The port on 127.0.0.1; any free one by default. */
    public Builder withPort(int port) {
      settings.port(port);
      return this;
    }

    /** The time at which the emulator's clock starts; the machine's by default. */
    public Builder withStart(Instant start) {
      settings.start = Optional.of(start);
      return this;
    }

    /**
     * Has the emulator's time go with the machine's clock, for programs that the emulator cannot
     * see wait: scheduled events happen by themselves, on a daemon thread that {@link
     * DataConnectEmulator#close()} stops. The stages of a run take 8 seconds together, unless
     * {@link #withRunTime} says otherwise; to cancel one and to register a provider take a second
     * each. What the administrator's script says is real time too.
     */
    public Builder withRealTime() {
      settings.realTime = true;
      return this;
    }

    /**
     * How long the stages of a run take together, however many rows it has; 45 minutes by default,
     * as on Azure, or 8 seconds in real time.
     */
    public Builder withRunTime(Duration runTime) {
      settings.runTime(runTime);
      return this;
    }

    /**
     * The size of the synthetic tenant.
     *
     * @param users how many people it has
     * @param messages how many messages each mailbox has
     */
    public Builder withTenant(int users, int messages) {
      settings.tenant(users, messages);
      return this;
    }

    /**
     * The user's own extract files as the tenant's data, instead of synthetic ones. Files are named
     * by dataset, such as {@code BasicDataSet_v0.Message_v1.json}, and hold JSON objects, one after
     * another in any layout.
     */
    public Builder withData(Path folder) {
      settings.folder = Optional.of(folder);
      return this;
    }

    /**
     * The Azure region to offer; the mailboxes are in its Office region. West Europe by default.
     */
    public Builder withRegion(Region region) {
      settings.region(region);
      return this;
    }

    /** Starts with Data Connect switched off, as every tenant does. */
    public Builder withDataConnectOff() {
      settings.dataConnectOn = false;
      return this;
    }

    /**
     * Has an edit of a registration void its approval, so that runs fail until an administrator
     * decides again. Microsoft's pages contradict each other: {@code app-registration.md} says
     * this, {@code app-authorization.md} (2024-11-07) that the old approval stays in force, which
     * is the default.
     */
    public Builder withEditsVoidingApprovals() {
      settings.editsVoidApprovals = true;
      return this;
    }

    /** What the administrator does by himself. */
    public Builder withAdministrator(AdministratorScript script) {
      settings.script = Objects.requireNonNull(script, "script");
      return this;
    }

    /** The secret of the application that users of the emulator sign in as; invented by default. */
    public Builder withClientSecret(Secret secret) {
      settings.clientSecret = Optional.of(secret);
      return this;
    }

    /**
     * A certificate that users of the emulator may sign in with as well as with the secret: the
     * public part of their own. None by default.
     */
    public Builder withClientCertificate(X509Certificate certificate) {
      settings.clientCertificate = Optional.of(certificate);
      return this;
    }

    /** A storage account that belongs to another tenant. */
    public Builder withForeignStorageAccount(String name, String tenantId) {
      settings.foreignAccount =
          Optional.of(
              new World.ForeignAccount(name, tenantId, "00000000-0000-0000-0000-00000000f0f0"));
      return this;
    }

    /** How Synapse workspaces answer writes; for tests of clients that must bear every form. */
    Builder withSynapseWrites(WriteForm form) {
      settings.synapse = Optional.of(form);
      return this;
    }

    /** Leaves Synapse out; for the benchmark that tells what it costs at the start. */
    Builder withoutSynapse() {
      settings.synapse = Optional.empty();
      return this;
    }

    /**
     * Starts it.
     *
     * @throws ConflictException if the port is in use
     * @throws io.github.dataconnect4j.error.UnreadableDataException if a data file cannot be read
     */
    public DataConnectEmulator start() {
      return new DataConnectEmulator(settings);
    }
  }
}
