package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import io.github.dataconnect4j.spi.Pipelines.Window;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One behavior's account and landing, which no other behavior uses. */
final class Scene implements AutoCloseable {

  static final Dataset<Row> MESSAGES = Catalog.builtIn().dataset("Message_v1");
  static final WaitPolicy LONG = WaitPolicy.upTo(Duration.ofHours(6));
  static final String RUNTIME = "KitRuntime";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final PipelineHostFixture fixture;
  final CloudAccount account;
  final DataConnect dataConnect;
  final Landing landing;

  Scene(PipelineHostFixture fixture) {
    this.fixture = fixture;
    this.account = fixture.account();
    this.dataConnect = DataConnect.open(account);
    String name = fixture.prefix() + NUMBER.incrementAndGet();
    this.landing =
        Landing.in(name + "-rg", fixture.region())
            .application(name + " app", fixture.owner())
            .storage(BlobContainer.named(name + "store", "m365"))
            .host(fixture.host(name + "host"));
  }

  Registration registration() {
    return registration(landing, Scope.everyone());
  }

  static Registration registration(Landing landing, Scope scope) {
    return Registration.of(landing)
        .describedAs("Conformance: Größe, 日本語, 😀")
        .reads(MESSAGES.columns("sender", "receivedDateTime"), scope);
  }

  /** The landing stands. */
  Scene applied() {
    dataConnect.plan(landing).apply();
    return this;
  }

  /** The landing stands, and its app is approved. */
  DataConnectApp approved() {
    return approved(registration());
  }

  DataConnectApp approved(Registration registration) {
    dataConnect.plan(registration.landing()).apply();
    DataConnectApp app = dataConnect.register(registration);
    fixture.approve(app.applicationId());
    return app;
  }

  Copy<Row> copy() {
    return Copy.of(MESSAGES)
        .where("receivedDateTime")
        .from(now().minus(Duration.ofDays(30)))
        .until(now());
  }

  Instant now() {
    return account.cloud().time().now();
  }

  Pipelines pipelines() {
    return landing.host().connect(account, landing.resourceGroup());
  }

  StorageAccount storage() {
    return account
        .storage()
        .findAccount(landing.resourceGroup(), landing.storage().account())
        .orElseThrow();
  }

  private Application application() {
    return account.directory().findApplication(landing.tag(account.subscriptionId())).orElseThrow();
  }

  /** Connections under a name that may be anything, for the landing's own application. */
  Connections connections(String name) {
    return new Connections(
        name,
        RUNTIME,
        account.caller().tenantId(),
        application().applicationId(),
        StorageKind.BLOB,
        storage().blobEndpoint());
  }

  /** Makes such connections with a new secret, and returns its key id. */
  String connect(Connections connections) {
    AddedSecret secret =
        account.directory().addSecret(application(), "conformance", Duration.ofDays(30));
    pipelines().createIntegrationRuntime(RUNTIME, landing.region());
    pipelines().connect(connections, new SignIn(AppCredential.clientSecret(), Optional.of(secret)));
    return secret.entry().keyId();
  }

  /** Whether the connections stand, made with the client secret of that key id. */
  boolean isConnectedWith(Connections connections, String keyId) {
    return pipelines().isConnected(connections, AppCredential.clientSecret(), keyId::equals);
  }

  /** Whether the connections stand, whatever they were made with. */
  boolean isConnected(Connections connections) {
    return pipelines().isConnected(connections, AppCredential.clientSecret(), keyId -> true);
  }

  /** A pipeline like the runner's, into any folder. */
  PipelineSpec spec(String name, Connections connections, String folder) {
    return new PipelineSpec(
        name,
        connections,
        MESSAGES.name(),
        List.of("sender", "receivedDateTime"),
        new Window(true, Optional.of("receivedDateTime")),
        Scope.everyone(),
        landing.storage().container(),
        folder);
  }

  Map<String, String> parameters(String runKey) {
    return Map.of(
        Pipelines.RUN_KEY, runKey,
        Pipelines.START, now().minus(Duration.ofDays(30)).toString(),
        Pipelines.END, now().toString());
  }

  @Override
  public void close() {
    dataConnect.close();
  }
}
