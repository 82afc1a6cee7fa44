package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.Identity.ForeignAccount;
import io.github.dataconnect4j.emulator.synapse.WriteForm;
import io.github.dataconnect4j.error.ConflictException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of an emulator, each with the default that its method names.
 *
 * <p>Confined to one thread.
 *
 * @since 0.1.0
 */
public final class EmulatorBuilder {

  private final Settings settings = new Settings();

  EmulatorBuilder() {}

  /** What ids and synthetic data are made from; 1 by default. The same seed makes the same data. */
  public EmulatorBuilder withSeed(long seed) {
    settings.seed = seed;
    return this;
  }

  /** The port on 127.0.0.1; any free one by default. */
  public EmulatorBuilder withPort(int port) {
    settings.port(port);
    return this;
  }

  /** The time at which the emulator's clock starts; the machine's by default. */
  public EmulatorBuilder withStart(Instant start) {
    settings.start = Optional.of(start);
    return this;
  }

  /**
   * Has the emulator's time go with the machine's clock, for programs that the emulator cannot see
   * wait: scheduled events happen by themselves, on a daemon thread that {@link
   * DataConnectEmulator#close()} stops. The stages of a run take 8 seconds together, unless {@link
   * #withRunTime} says otherwise; to cancel one and to register a provider take a second each. What
   * the administrator's script says is real time too.
   */
  public EmulatorBuilder withRealTime() {
    settings.realTime = true;
    return this;
  }

  /**
   * How long the stages of a run take together, however many rows it has; 45 minutes by default, as
   * on Azure, or 8 seconds in real time.
   */
  public EmulatorBuilder withRunTime(Duration runTime) {
    settings.runTime(runTime);
    return this;
  }

  /**
   * The size of the synthetic tenant.
   *
   * @param users how many people it has
   * @param messages how many messages each mailbox has
   */
  public EmulatorBuilder withTenant(int users, int messages) {
    settings.tenant(users, messages);
    return this;
  }

  /**
   * How many guests of other tenants the synthetic tenant has beside its people; none by default.
   * They are in the directory and in no group, and copies leave them out without a word.
   */
  public EmulatorBuilder withGuests(int guests) {
    settings.guests = Settings.atLeastNone("guests", guests);
    return this;
  }

  /**
   * How many members with a disabled account the synthetic tenant has beside its people; none by
   * default. They are in the group of all, and copies leave them out without a word.
   */
  public EmulatorBuilder withDisabledAccounts(int members) {
    settings.disabledAccounts = Settings.atLeastNone("disabled accounts", members);
    return this;
  }

  /**
   * How many members with a mailbox on a server of the company the synthetic tenant has beside its
   * people; none by default. They are in the group of all, and copies leave them out without a
   * word.
   */
  public EmulatorBuilder withOnPremisesMailboxes(int members) {
    settings.onPremisesMailboxes = Settings.atLeastNone("on-premises mailboxes", members);
    return this;
  }

  /**
   * The user's own extract files as the tenant's data, instead of synthetic ones. Files are named
   * by dataset, such as {@code BasicDataSet_v0.Message_v1.json}, and hold JSON objects, one after
   * another in any layout.
   */
  public EmulatorBuilder withData(Path folder) {
    settings.folder = Optional.of(folder);
    return this;
  }

  /** The Azure region to offer; the mailboxes are in its Office region. West Europe by default. */
  public EmulatorBuilder withRegion(Region region) {
    settings.region(region);
    return this;
  }

  /** Starts with Data Connect switched off, as every tenant does. */
  public EmulatorBuilder withDataConnectOff() {
    settings.dataConnectOn = false;
    return this;
  }

  /**
   * Has an edit of a registration void its approval, so that runs fail until an administrator
   * decides again. Microsoft's pages contradict each other: {@code app-registration.md} says this,
   * {@code app-authorization.md} (2024-11-07) that the old approval stays in force, which is the
   * default.
   */
  public EmulatorBuilder withEditsVoidingApprovals() {
    settings.editsVoidApprovals = true;
    return this;
  }

  /** What the administrator does by himself. */
  public EmulatorBuilder withAdministrator(AdministratorScript script) {
    settings.script = Objects.requireNonNull(script, "script");
    return this;
  }

  /** The secret of the application that users of the emulator sign in as; invented by default. */
  public EmulatorBuilder withClientSecret(Secret secret) {
    settings.clientSecret = Optional.of(secret);
    return this;
  }

  /**
   * A certificate that users of the emulator may sign in with as well as with the secret: the
   * public part of their own. None by default.
   */
  public EmulatorBuilder withClientCertificate(X509Certificate certificate) {
    settings.clientCertificate = Optional.of(certificate);
    return this;
  }

  /** A storage account that belongs to another tenant. */
  public EmulatorBuilder withForeignStorageAccount(String name, String tenantId) {
    settings.foreignAccount =
        Optional.of(new ForeignAccount(name, tenantId, "00000000-0000-0000-0000-00000000f0f0"));
    return this;
  }

  /** How Synapse workspaces answer writes; for tests of clients that must bear every form. */
  EmulatorBuilder withSynapseWrites(WriteForm form) {
    settings.synapse = Optional.of(form);
    return this;
  }

  /** Leaves Synapse out; for the benchmark that tells what it costs at the start. */
  EmulatorBuilder withoutSynapse() {
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
