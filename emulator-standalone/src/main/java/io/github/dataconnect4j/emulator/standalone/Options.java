package io.github.dataconnect4j.emulator.standalone;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.emulator.AdministratorScript;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.EmulatorBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The program's options; picocli fills them. Those left out are as the emulator has them. */
final class Options {

  private static final int USERS = 20;
  private static final int MESSAGES = 50;
  private static final Duration AFTER = Duration.ofSeconds(5);
  private static final Duration RUN_TIME = Duration.ofSeconds(8);

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port on 127.0.0.1; 0, the default, takes any free one")
  private int port;

  @Option(
      names = "--administrator",
      paramLabel = "HOW",
      description =
          "by-hand, the default: decides when a call tells him to; approves: approves every"
              + " registration by himself")
  private HowToDecide administrator = HowToDecide.BY_HAND;

  @Option(
      names = "--after",
      paramLabel = "DURATION",
      description = "with 'approves': how long after a registration; 5s by default")
  private @Nullable Duration after;

  @Option(
      names = "--data-connect",
      paramLabel = "STATE",
      description = "on, the default, or off: the tenant's setting at the start")
  private Setting dataConnect = Setting.ON;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "people in the synthetic tenant; 20 by default")
  private @Nullable Integer users;

  @Option(
      names = "--messages",
      paramLabel = "N",
      description = "messages in each mailbox; 50 by default")
  private @Nullable Integer messages;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "your own extract files instead, named by dataset")
  private @Nullable Path data;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description =
          "the Azure region to offer, in whose Office region the mailboxes are; westeurope by"
              + " default")
  private Region region = Region.WEST_EUROPE;

  @Option(
      names = "--run-time",
      paramLabel = "DURATION",
      description = "how long the stages of a run take together; 8s by default, 45m as on Azure")
  private Duration runTime = RUN_TIME;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "what ids and synthetic data are made from; 1 by default")
  private long seed = 1;

  @Option(
      names = "--until-stdin-closes",
      description = "ends when standard input does, for programs that start this one")
  private boolean endsWithStandardInput;

  @SuppressWarnings("UnusedVariable") // picocli itself acts on it
  @Option(names = "--help", usageHelp = true, description = "shows this and ends")
  private boolean help;

  /**
   * The emulator that is asked for.
   *
   * @throws IllegalArgumentException if options do not go together, or are out of range
   */
  EmulatorBuilder emulator() {
    EmulatorBuilder emulator =
        DataConnectEmulator.builder()
            .withRealTime()
            .withRunTime(runTime)
            .withPort(port)
            .withSeed(seed)
            .withRegion(region)
            .withAdministrator(script());
    if (dataConnect == Setting.OFF) {
      emulator.withDataConnectOff();
    }
    if (data == null) {
      return emulator.withTenant(
          users == null ? USERS : users, messages == null ? MESSAGES : messages);
    }
    if (users != null || messages != null) {
      throw new IllegalArgumentException(
          "--data '" + data + "' fills the tenant. Leave out --users and --messages, or --data.");
    }
    return emulator.withData(data);
  }

  private AdministratorScript script() {
    if (administrator == HowToDecide.APPROVES) {
      return AdministratorScript.approvesAfter(delay());
    }
    if (after != null) {
      throw new IllegalArgumentException(
          "--after "
              + OptionValues.text(after)
              + " is for an administrator who approves by himself. Add"
              + " '--administrator approves', or leave it out.");
    }
    return AdministratorScript.byHand();
  }

  private Duration delay() {
    return after == null ? AFTER : after;
  }

  boolean endsWithStandardInput() {
    return endsWithStandardInput;
  }

  /** What the administrator does, for people to read. */
  String administrator() {
    return administrator == HowToDecide.APPROVES
        ? "approves every registration after " + OptionValues.text(delay())
        : "decides when a call tells him to";
  }

  /** How long a run takes, for people to read. */
  String runTime() {
    return OptionValues.text(runTime);
  }

  enum HowToDecide {
    BY_HAND("by-hand"),
    APPROVES("approves");

    private final String word;

    HowToDecide(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  enum Setting {
    ON("on"),
    OFF("off");

    private final String word;

    Setting(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
