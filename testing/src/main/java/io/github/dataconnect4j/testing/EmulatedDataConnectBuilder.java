package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.emulator.AdministratorScript;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.EmulatorBuilder;
import io.github.dataconnect4j.error.UnreadableDataException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Settings of an {@link EmulatedDataConnect}, each with the default that its method names. Started
 * several times, it gives as many tenants, alike and apart.
 *
 * <p>Confined to one thread while it is being set; thread-safe after that.
 *
 * @since 0.1.0
 */
public final class EmulatedDataConnectBuilder {

  static final int USERS = 4;
  static final int MESSAGES = 20;
  static final long SEED = 1;

  private final EmulatorBuilder emulator =
      DataConnectEmulator.builder().withTenant(USERS, MESSAGES).withSeed(SEED);
  private long seed = SEED;
  private HostKind host = HostKind.DATA_FACTORY;

  EmulatedDataConnectBuilder() {}

  /** What runs the pipelines; Data Factory by default. */
  public EmulatedDataConnectBuilder withHost(HostKind host) {
    this.host = Objects.requireNonNull(host, "host");
    return this;
  }

  /** What ids and synthetic data are made from; 1 by default. The same seed makes the same data. */
  public EmulatedDataConnectBuilder withSeed(long seed) {
    this.seed = seed;
    emulator.withSeed(seed);
    return this;
  }

  /** The time at which the emulator's clock starts; the machine's by default. */
  public EmulatedDataConnectBuilder withStart(Instant start) {
    emulator.withStart(start);
    return this;
  }

  /**
   * The size of the synthetic tenant; by default {@value #USERS} people who have {@value #MESSAGES}
   * messages each.
   *
   * @throws IllegalArgumentException if there is no user, or a negative number of messages
   */
  public EmulatedDataConnectBuilder withTenant(int users, int messages) {
    emulator.withTenant(users, messages);
    return this;
  }

  /**
   * The user's own extract files as the tenant's data, instead of synthetic ones; see {@link
   * EmulatorBuilder#withData}.
   */
  public EmulatedDataConnectBuilder withData(Path folder) {
    emulator.withData(folder);
    return this;
  }

  /** The Azure region to offer; the mailboxes are in its Office region. West Europe by default. */
  public EmulatedDataConnectBuilder withRegion(Region region) {
    emulator.withRegion(region);
    return this;
  }

  /** Has time go with the machine's clock; see {@link EmulatorBuilder#withRealTime}. */
  public EmulatedDataConnectBuilder withRealTime() {
    emulator.withRealTime();
    return this;
  }

  /**
   * What the administrator does about registrations that nobody has decided about; approves after
   * two hours of the emulator's time by default.
   */
  public EmulatedDataConnectBuilder withAdministrator(AdministratorScript script) {
    emulator.withAdministrator(script);
    return this;
  }

  /** Sets what else the emulator's own builder has. The seed is set by {@link #withSeed} alone. */
  public EmulatedDataConnectBuilder withEmulator(Consumer<EmulatorBuilder> settings) {
    settings.accept(emulator);
    return this;
  }

  /**
   * Starts an emulator and opens a Data Connect on it.
   *
   * @throws UnreadableDataException if a data file cannot be read
   */
  public EmulatedDataConnect start() {
    emulator.withSeed(seed);
    return new EmulatedDataConnect(emulator.start(), host, seed);
  }
}
