package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.fault.Faults;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import io.github.dataconnect4j.emulator.http.HttpsFront;
import io.github.dataconnect4j.emulator.http.OrderedFaults;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.time.EmulatorTime;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.tenant.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Microsoft Entra, Microsoft Graph, Azure Resource Manager, Data Factory, Synapse, Blob storage and
 * the Data Connect portal, inside this JVM, over HTTPS on 127.0.0.1.
 *
 * <p>The same program that runs on {@link Cloud#AZURE} runs on {@link #cloud()}. Time is virtual,
 * see {@link VirtualTime}, unless {@link EmulatorBuilder#withRealTime()} says otherwise. Nothing
 * survives {@link #close()}.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class DataConnectEmulator implements AutoCloseable {

  private final World world;
  private final TenantData data;
  private final OrderedFaults faults;
  private final HttpsFront front;
  private final Cloud cloud;
  private final Administrator administrator;

  DataConnectEmulator(Settings settings) {
    EmulatorTime time = settings.time();
    Identity identity = settings.identity();
    data = settings.data(identity, time.now().truncatedTo(ChronoUnit.SECONDS));
    world = new World(identity, time, settings.pace(), data, settings.synapse);
    administrator =
        new Administrator(identity.administrator().principalName(), world.portal.registrations);
    administrator.follow(settings.script, time);
    if (settings.dataConnectOn) {
      administrator.switchOnDataConnect();
    }
    if (settings.editsVoidApprovals) {
      world.portal.registrations.setEditsVoidApprovals();
    }
    faults =
        new OrderedFaults(
            world.services.stream()
                .flatMap(service -> service.routes().operations().stream())
                .map(Operation::id)
                .toList());
    Tls tls = Tls.create();
    front = listen(settings.port, tls);
    world.listenAt(front.port());
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
      return new HttpsFront(port, tls.context(), world.services, faults);
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
  public static EmulatorBuilder builder() {
    return new EmulatorBuilder();
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
    return world.directory.store.groups().stream().map(Group::id).toList();
  }

  /**
   * The user's own files that the tenant's data comes from, by dataset; empty if it is synthetic.
   */
  public Map<Dataset<?>, List<Path>> dataFiles() {
    return data.files();
  }

  /**
   * The rows that the tenant has of a dataset, with all their columns, before a copy takes its own:
   * each a JSON object. All are held at once, so ask a small tenant.
   *
   * @throws UncheckedIOException if a data file cannot be read
   */
  public List<String> rows(Dataset<?> dataset) {
    List<String> rows = new ArrayList<>();
    try {
      data.rows().stream(dataset, owner -> true, (owner, row) -> rows.add(row.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the rows of " + dataset.name(), e);
    }
    return List.copyOf(rows);
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
        .store
        .person(principalName)
        .map(person -> Principal.of(tenantId(), person))
        .map(principal -> world.directory.tokens.issueFor(principal, audience).value())
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
    world.directory.tokens.expireAll();
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
}
