package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import java.util.Objects;

/**
 * A started emulator and a Data Connect wired to it: the real Azure clients, over HTTPS, within
 * this JVM.
 *
 * <p>Time is virtual: it stands still until the code under test waits, and then skips, so that two
 * days of waiting for an approval take no time. It listens on any free port; nothing survives
 * {@link #close()}.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class EmulatedDataConnect implements AutoCloseable {

  static final String DESCRIPTION = "What a test reads";

  private final DataConnectEmulator emulator;
  private final HostKind host;
  private final long seed;
  private final AzureAccount account;
  private final DataConnect dataConnect;

  EmulatedDataConnect(DataConnectEmulator emulator, HostKind host, long seed) {
    this.emulator = emulator;
    this.host = host;
    this.seed = seed;
    this.account =
        AzureAccount.at(emulator.cloud())
            .credential(
                AzureCredentials.clientSecret(
                    emulator.cloud(),
                    emulator.tenantId(),
                    emulator.clientId(),
                    emulator.clientSecret()))
            .subscription(emulator.subscriptionId())
            .directory(Entra.directory());
    this.dataConnect = DataConnect.open(account);
  }

  /**
   * Starts one with 4 people who have 20 messages each, Data Connect switched on, pipelines on Data
   * Factory, and an administrator who approves after two hours of the emulator's time.
   */
  public static EmulatedDataConnect start() {
    return builder().start();
  }

  /** The same with other settings. */
  public static EmulatedDataConnectBuilder builder() {
    return new EmulatedDataConnectBuilder();
  }

  public DataConnectEmulator emulator() {
    return emulator;
  }

  /** Data Connect on the emulator; closed with this. */
  public DataConnect dataConnect() {
    return dataConnect;
  }

  /** The account that Data Connect is opened on; closed with this. */
  public AzureAccount account() {
    return account;
  }

  /**
   * The emulator's clock, to be moved.
   *
   * @throws IllegalStateException if it was started with real time
   */
  public VirtualTime time() {
    return emulator.time();
  }

  /** What runs the pipelines of {@link #landing()}. */
  public HostKind host() {
    return host;
  }

  /** A complete landing that fits the emulator, its pipelines on {@link #host()}. Not applied. */
  public Landing landing() {
    return landing(host);
  }

  /** A complete landing that fits the emulator, its pipelines on a host of that kind. */
  public Landing landing(HostKind host) {
    return Landing.in("m365-rg", emulator.region())
        .application("email-metrics", emulator.developer())
        .storage(BlobContainer.named("mgdcm365datastore", "m365"))
        .host(host.named("m365-to-storage"));
  }

  /**
   * An app on {@link #landing()} that may read these columns, for everyone, and waits for the
   * administrator: the landing is applied, the app registered.
   *
   * @throws IllegalArgumentException if a dataset is named twice
   * @throws DataConnectException if something refuses, as it may by an ordered fault
   */
  public DataConnectApp registeredApp(Selection<?> first, Selection<?>... more) {
    Registration registration = Registration.of(landing()).describedAs(DESCRIPTION).reads(first);
    for (Selection<?> one : more) {
      registration = registration.reads(one);
    }
    return registered(registration);
  }

  /**
   * An app that may read these columns, for everyone: as {@link #registeredApp}, and the
   * administrator has approved it at once, whatever the script says.
   *
   * @throws IllegalArgumentException if a dataset is named twice
   * @throws DataConnectException if something refuses, as it may by an ordered fault
   */
  public DataConnectApp approvedApp(Selection<?> first, Selection<?>... more) {
    return approved(registeredApp(first, more));
  }

  /**
   * An app with a registration of the test's own, which the administrator has approved at once.
   *
   * @throws IllegalArgumentException if the registration is incomplete or wrong
   * @throws DataConnectException if something refuses, as it may by an ordered fault
   */
  public DataConnectApp approvedApp(Registration registration) {
    return approved(registered(registration));
  }

  private DataConnectApp registered(Registration registration) {
    dataConnect.plan(Objects.requireNonNull(registration, "registration").landing()).apply();
    return dataConnect.register(registration);
  }

  private DataConnectApp approved(DataConnectApp app) {
    emulator.administrator().approve(app.applicationId());
    return app;
  }

  /**
   * What the tenant was asked, for whoever wonders why a test fails: requests that no route was
   * for, ordered faults that no call met, and the latest requests with their answers. Never a
   * header or a body; of a query, only values that are no data. At most some 16,000 characters.
   */
  public String history() {
    return new History(emulator, seed).text();
  }

  /** Closes Data Connect and stops the emulator; closing twice is harmless. */
  @Override
  public void close() {
    try (emulator) {
      dataConnect.close();
    }
  }

  @Override
  public String toString() {
    return "Data Connect on the " + emulator;
  }
}
