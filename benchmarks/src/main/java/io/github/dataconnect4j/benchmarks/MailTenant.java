package io.github.dataconnect4j.benchmarks;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.time.WaitPolicy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** An emulated tenant with an approved app, which copies all columns of all mail. */
final class MailTenant implements AutoCloseable {

  private static final Dataset<Row> MESSAGES = Catalog.builtIn().dataset("Message_v1");
  // The largest of the synthetic tenant's datasets must be asked for by a window of time.
  private static final Duration EVERYTHING = Duration.ofDays(3650);
  private static final String ACCOUNT = "benchmarkmail";
  private static final String CONTAINER = "m365";

  private final DataConnectEmulator emulator;
  private final TokenCredential credential;
  private final DataConnect dataConnect;
  private final DataConnectApp app;
  private final Instant until;

  private MailTenant(DataConnectEmulator emulator) {
    this.emulator = emulator;
    credential =
        AzureCredentials.clientSecret(
            emulator.cloud(), emulator.tenantId(), emulator.clientId(), emulator.clientSecret());
    dataConnect =
        DataConnect.open(
            AzureAccount.at(emulator.cloud())
                .credential(credential)
                .subscription(emulator.subscriptionId())
                .directory(Entra.directory()));
    Landing landing =
        Landing.in("benchmark-rg", emulator.region())
            .application("benchmark", emulator.developer())
            .storage(BlobContainer.named(ACCOUNT, CONTAINER))
            .host(DataFactory.named("benchmark-factory"));
    until = emulator.time().now();
    dataConnect.plan(landing).apply();
    app =
        dataConnect.register(
            Registration.of(landing).describedAs("A benchmark").reads(MESSAGES.allColumns()));
    app.consent().await(WaitPolicy.upTo(Duration.ofDays(2)));
  }

  static MailTenant of(int users, int messages) {
    return new MailTenant(DataConnectEmulator.builder().withTenant(users, messages).start());
  }

  /** Copies everything; every copy goes to a folder of its own. */
  Copied copy() {
    PipelineRun run =
        app.runner()
            .start(
                Copy.of(MESSAGES)
                    .where("receivedDateTime")
                    .from(until.minus(EVERYTHING))
                    .until(until));
    return new Copied(run, run.await(WaitPolicy.upTo(Duration.ofHours(6))));
  }

  /** Where a file can be had by a plain GET. */
  URI address(StoredFile file) {
    return URI.create(emulator.cloud().blob(ACCOUNT) + "/" + CONTAINER + "/" + file.path());
  }

  /** What such a GET says in the header {@code Authorization}. */
  String authorization() {
    TokenRequestContext storage =
        new TokenRequestContext().addScopes("https://storage.azure.com/.default");
    return "Bearer " + credential.getTokenSync(storage).getToken();
  }

  DataConnectEmulator emulator() {
    return emulator;
  }

  @Override
  public void close() {
    dataConnect.close();
    emulator.close();
  }

  /** A run, and how it ended. */
  record Copied(PipelineRun run, RunReport report) {

    long rows() {
      return report.rows().orElseThrow();
    }

    long bytes() {
      return report.bytes();
    }
  }
}
