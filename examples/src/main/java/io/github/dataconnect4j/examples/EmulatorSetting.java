package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.EmulatorBuilder;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The emulator: a whole cloud in this JVM, with its own time and a scripted administrator. */
final class EmulatorSetting extends Setting {

  private final DataConnectEmulator emulator;
  private final AzureAccount account;
  private final DataConnect dataConnect;
  private final Landing landing;
  private final List<DataFolder> data;

  EmulatorSetting(PrintStream out, Arguments arguments, DataConnectEmulator emulator) {
    super(out);
    this.emulator = emulator;
    this.data =
        emulator.dataFiles().entrySet().stream()
            .map(files -> DataFolder.scan(files.getKey(), files.getValue()))
            .toList();
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
    this.landing =
        Landing.in("m365-rg", emulator.region())
            .application("email-metrics", emulator.developer())
            .storage(arguments.storage().in("mgdcm365datastore"))
            .host(arguments.backend().named("m365-to-storage"));
  }

  static EmulatorSetting open(Arguments arguments, PrintStream out) {
    EmulatorBuilder emulator = DataConnectEmulator.builder().withDataConnectOff();
    arguments
        .data()
        .ifPresentOrElse(
            emulator::withData, () -> emulator.withTenant(arguments.users(), arguments.messages()));
    return new EmulatorSetting(out, arguments, emulator.start());
  }

  @Override
  DataConnect dataConnect() {
    return dataConnect;
  }

  @Override
  Landing landing() {
    return landing;
  }

  @Override
  Registration registration() {
    Registration registration =
        Registration.of(landing).describedAs("What is in the files of a folder");
    for (DataFolder one : data) {
      registration = registration.reads(one.dataset().allColumns());
    }
    return data.isEmpty() ? Mail.registration(landing) : registration;
  }

  @Override
  List<Copy<?>> copies() {
    return data.isEmpty()
        ? List.of(Mail.lastMonth(emulator.time().now()))
        : data.stream().flatMap(one -> one.copies().stream()).toList();
  }

  @Override
  Handmade handmade() {
    HostPipelines host = (HostPipelines) landing.host().connect(account, landing.resourceGroup());
    StudioPipeline.make(host.artifacts(), emulator.time().now(), "sender", "receivedDateTime");
    return new Handmade(StudioPipeline.NAME, Map.of("day", dataConnectTime().substring(0, 10)));
  }

  @Override
  void introduce() {
    say("Microsoft 365 to rows, on an emulator inside this program: no account, no network.");
    say("Its time is its own: hours pass at once.");
  }

  @Override
  void administratorSwitchesOn() {
    emulator.administrator().switchOnDataConnect();
    say("The emulator's administrator, %s, has switched it on.", emulator.administrator().name());
  }

  @Override
  void requireSameCounts(Map<Dataset<?>, Long> read) {
    for (DataFolder one : data) {
      long rows = read.getOrDefault(one.dataset(), 0L);
      if (rows != one.rows()) {
        throw new IllegalArgumentException(
            one.dataset().name()
                + " has "
                + one.rows()
                + " rows in its files, but "
                + rows
                + " were read: a copy brings no row without a time to be chosen by. Look at the"
                + " times in its files.");
      }
    }
    if (!data.isEmpty()) {
      say("Every dataset has as many rows as its files.");
    }
  }

  @Override
  String dataConnectTime() {
    return emulator.time().now().toString();
  }

  @Override
  public void close() {
    super.close();
    emulator.close();
  }
}
