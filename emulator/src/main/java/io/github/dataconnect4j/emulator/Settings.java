package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.Identity.ForeignAccount;
import io.github.dataconnect4j.emulator.synapse.WriteForm;
import io.github.dataconnect4j.emulator.time.EmulatorTime;
import io.github.dataconnect4j.emulator.time.RealTime;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.tenant.Blueprint;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;

/**
 * What an emulator is to be like, and the parts that follow from that: {@link EmulatorBuilder} says
 * what each setting means.
 *
 * <p>Confined to one thread.
 */
final class Settings {

  private static final String DOMAIN = "contoso.example";

  long seed = 1;
  int port;
  int users = 20;
  int messages = 50;
  int guests;
  int disabledAccounts;
  int onPremisesMailboxes;
  boolean dataConnectOn = true;
  boolean editsVoidApprovals;
  Optional<Path> folder = Optional.empty();
  Optional<Instant> start = Optional.empty();
  boolean realTime;
  Optional<Duration> runTime = Optional.empty();
  Region region = Region.WEST_EUROPE;
  Optional<Secret> clientSecret = Optional.empty();
  Optional<X509Certificate> clientCertificate = Optional.empty();
  Optional<ForeignAccount> foreignAccount = Optional.empty();
  Optional<WriteForm> synapse = Optional.of(WriteForm.LOCATED);
  AdministratorScript script = AdministratorScript.approvesAfter(Duration.ofHours(2));

  void port(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "Port " + port + " is not one. Give 1 to 65535, or 0 for any free one.");
    }
    this.port = port;
  }

  void runTime(Duration runTime) {
    if (runTime.isNegative()) {
      throw new IllegalArgumentException(
          "Run time " + runTime + " is negative. Give a duration such as 8 seconds, or zero.");
    }
    this.runTime = Optional.of(runTime);
  }

  void tenant(int users, int messages) {
    if (users < 1 || messages < 0) {
      throw new IllegalArgumentException(
          "A tenant of "
              + users
              + " users with "
              + messages
              + " messages each cannot be made. Give at least 1 and 0.");
    }
    this.users = users;
    this.messages = messages;
  }

  void region(Region region) {
    if (OfficeRegion.of(region).isEmpty()) {
      throw new IllegalArgumentException(
          "Region '"
              + region
              + "' maps to no Office region. Take one of those that OfficeRegion lists.");
    }
    this.region = region;
  }

  EmulatorTime time() {
    Instant now = TimeSource.system().now();
    return realTime
        ? new RealTime(Duration.between(now, start.orElse(now)))
        : new VirtualTime(start.orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS)));
  }

  Pace pace() {
    Pace pace = realTime ? Pace.REAL : Pace.VIRTUAL;
    return runTime.map(pace::withRuns).orElse(pace);
  }

  Identity identity() {
    Ids ids = new Ids(new Random(seed));
    return new Identity(
        seed,
        ids.next(),
        DOMAIN,
        ids.next(),
        ids.next(),
        clientSecret.orElseGet(ids::nextSecret),
        clientCertificate,
        region,
        staff(ids, "developer@" + DOMAIN, "Dana Developer"),
        staff(ids, "administrator@" + DOMAIN, "Ada Administrator"),
        foreignAccount);
  }

  /** A member without a mailbox, so that no extract has anything of theirs. */
  private static Person staff(Ids ids, String principalName, String displayName) {
    return new Person(
        ids.next(),
        principalName,
        displayName,
        "IT",
        displayName.substring(displayName.indexOf(' ') + 1),
        Optional.empty(),
        false,
        true,
        Optional.empty());
  }

  private Blueprint.Outsiders outsiders() {
    return new Blueprint.Outsiders(guests, disabledAccounts, onPremisesMailboxes);
  }

  static int atLeastNone(String whom, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(count + " " + whom + " cannot be made. Give at least 0.");
    }
    return count;
  }

  TenantData data(Identity identity, Instant now) {
    OfficeRegion home = OfficeRegion.of(region).orElseThrow();
    return folder
        .map(files -> TenantData.of(files, identity, home))
        .orElseGet(() -> TenantData.synthetic(identity, home, now, users, messages, outsiders()));
  }
}
