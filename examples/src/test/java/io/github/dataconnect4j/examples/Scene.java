package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.EmulatorBuilder;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.List;

/** An emulator and a Data Connect opened on it, for tests that run the whole way. */
final class Scene implements AutoCloseable {

  static final Dataset<Row> MESSAGES = Catalog.builtIn().dataset("Message_v1");
  static final Dataset<Row> USERS = Catalog.builtIn().dataset("User_v1");

  final DataConnectEmulator emulator;
  final AzureAccount account;
  final DataConnect dataConnect;
  final Landing landing;

  Scene() {
    this(DataConnectEmulator.builder().withTenant(4, 20));
  }

  Scene(EmulatorBuilder builder) {
    emulator = builder.start();
    account =
        AzureAccount.at(emulator.cloud())
            .credential(
                AzureCredentials.clientSecret(
                    emulator.cloud(),
                    emulator.tenantId(),
                    emulator.clientId(),
                    emulator.clientSecret()))
            .subscription(emulator.subscriptionId())
            .directory(Entra.directory());
    dataConnect = DataConnect.open(account);
    landing =
        Landing.in("m365-rg", emulator.region())
            .application("email-metrics", emulator.developer())
            .storage(BlobContainer.named("mgdcm365datastore", "m365"))
            .host(DataFactory.named("m365-to-storage"));
  }

  Registration mail() {
    return mail(landing);
  }

  Registration mail(Landing landing) {
    return Registration.of(landing)
        .describedAs("Who writes to whom, and when")
        .reads(MESSAGES.columns("sender", "receivedDateTime"), Scope.everyone());
  }

  /** Everything up to and with the approval. */
  DataConnectApp approved(Registration registration) {
    DataConnectApp app = registered(registration);
    app.consent().await(WaitPolicy.upTo(Duration.ofDays(2)));
    return app;
  }

  /** Everything up to and with the registration. */
  DataConnectApp registered(Registration registration) {
    dataConnect.plan(registration.landing()).apply();
    return dataConnect.register(registration);
  }

  Copy<Row> lastMonth() {
    return Copy.of(MESSAGES)
        .where("receivedDateTime")
        .from(emulator.time().now().minus(Duration.ofDays(30)))
        .until(emulator.time().now());
  }

  Pipelines pipelines() {
    return landing.host().connect(account, landing.resourceGroup());
  }

  /**
   * The requests that could have changed something, since the first {@code skip} of all requests.
   */
  List<RecordedRequest> writesSince(int skip) {
    return emulator.requests().stream().skip(skip).filter(Scene::isWrite).toList();
  }

  private static boolean isWrite(RecordedRequest request) {
    boolean onlyAsks =
        request.target().contains("/oauth2/")
            || request.target().contains("/auditLog/queries")
            || request.target().contains("/queryActivityruns")
            || request.target().contains("/queryPipelineRuns")
            || request.target().contains("/sign-in");
    return !request.method().equals("GET") && !request.method().equals("HEAD") && !onlyAsks;
  }

  /** Closes all, and fails if any request met a route that the emulator does not have. */
  @Override
  public void close() {
    dataConnect.close();
    emulator.close();
    assertThat(emulator.unknownRoutes()).isEmpty();
  }
}
