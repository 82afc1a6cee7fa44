package io.github.dataconnect4j.examples;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.TokenCredential;
import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.consent.ConsentRequest;
import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.time.WaitPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Path THIS =
      Path.of("src/test/java/io/github/dataconnect4j/examples/ReadmeTest.java");

  private final Set<String> senders = new HashSet<>();

  @Test
  void theMainCodeBlockRuns() {
    try (DataConnectEmulator emulator = DataConnectEmulator.builder().withTenant(3, 40).start()) {
      TokenCredential credential =
          AzureCredentials.clientSecret(
              emulator.cloud(), emulator.tenantId(), emulator.clientId(), emulator.clientSecret());
      Instant now = emulator.time().now();
      Instant monthAgo = now.minus(Duration.ofDays(30));
      String owner = emulator.developer();

      // A README is read in columns, which the formatter would not keep.
      // spotless:off
      // region readme
      AzureAccount account = AzureAccount.at(emulator.cloud())               // or Cloud.AZURE
          .credential(credential)
          .subscription(emulator.subscriptionId())
          .directory(Entra.directory());

      try (DataConnect dataConnect = DataConnect.open(account)) {            // no call yet
        Landing landing = Landing.in("m365-rg", emulator.region())           // 1  the ground
            .application("email-metrics", owner)
            .storage(BlobContainer.named("mgdcm365datastore", "m365"))
            .host(DataFactory.named("m365-to-storage"));
        dataConnect.plan(landing).apply();                                   //    a second time: 0 writes

        DataConnectApp app = dataConnect.register(Registration.of(landing)   // 2  what it may read
            .describedAs("Who writes to whom, and when")
            .reads(MESSAGE_V1.columns(MessageV1.SENDER, MessageV1.RECEIVED_DATE_TIME)));

        ConsentRequest consent = app.consent();                              // 3  the administrator
        if (!consent.isApproved()) {
          System.out.println(consent.handOver());                            //    link and values
          consent.await(WaitPolicy.forPeople(Duration.ofDays(2)));
        }

        PipelineRun run = app.runner()                                       // 4  the copy
            .start(Copy.of(MESSAGE_V1)
                .where(MessageV1.RECEIVED_DATE_TIME).from(monthAgo).until(now));
        run.await(WaitPolicy.upTo(Duration.ofHours(6)));

        try (Rows<MessageV1> rows = Extracts.of(run).rows(MESSAGE_V1)) {     // 5  the rows
          rows.forEach(message -> count(message.sender()));
        }
      }
      // endregion
      // spotless:on
      assertThat(emulator.unknownRoutes()).isEmpty();
    }
    assertThat(senders).isNotEmpty();
  }

  @Test
  void theMainCodeBlockIsTheRegionOfThisTest() throws IOException {
    assertThat(block(ROOT.resolve("README.md"))).isEqualTo(region(THIS));
  }

  private void count(Optional<MessageV1.Recipient> sender) {
    sender
        .flatMap(MessageV1.Recipient::emailAddress)
        .flatMap(MessageV1.EmailAddress::address)
        .ifPresent(senders::add);
  }

  private static String block(Path markdown) throws IOException {
    String text = Files.readString(markdown, StandardCharsets.UTF_8);
    int start = text.indexOf("```java\n") + "```java\n".length();
    return text.substring(start, text.indexOf("```", start)).strip();
  }

  private static String region(Path source) throws IOException {
    List<String> lines = Files.readAllLines(source, StandardCharsets.UTF_8);
    int start = lines.indexOf("      // region readme") + 1;
    int end = lines.indexOf("      // endregion");
    return String.join("\n", lines.subList(start, end)).stripIndent().strip();
  }
}
