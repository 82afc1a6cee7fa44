package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {

  private static final Path SAMPLES = Path.of("..", "..", "shared", "samples");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void goesTheWholeWayToEmailMetrics() {
    int code = Quickstart.run(out, "--users", "5", "--messages", "30");

    assertThat(code).as(text()).isZero();
    assertThat(text())
        .containsSubsequence(
            "1. Switch Data Connect on",
            "has switched it on",
            "2. Make the Entra app and its ground",
            "+ made  storage account      mgdcm365datastore",
            "3. Register what it may read",
            "BasicDataSet_v0.Message_v1",
            "4. Have it approved",
            "State: Pending authorization",
            "State: Approved, by ",
            "5. Run the copy",
            "EXTRACTING",
            "SUCCEEDED",
            "6. Read the rows",
            "Top senders",
            "Messages per day");
  }

  @Test
  void givesTheSameRowsAndMetricsOnBothHostsAndInBothKindsOfStorage() {
    String rows = rowsOn("data-factory", "blob");

    assertThat(rows).contains("Top senders");
    assertThat(rowsOn("synapse", "blob")).isEqualTo(rows);
    assertThat(rowsOn("data-factory", "data-lake")).isEqualTo(rows);
    assertThat(rowsOn("synapse", "data-lake")).isEqualTo(rows);
  }

  private String rowsOn(String backend, String storage) {
    bytes.reset();
    int code =
        Quickstart.run(
            out, "--users", "4", "--messages", "20", "--backend", backend, "--storage", storage);
    assertThat(code).as(text()).isZero();
    return text().substring(text().indexOf("6. Read the rows"));
  }

  @Test
  void copiesTheUsersOwnFilesAndReadsEveryRowBack(@TempDir Path folder) throws IOException {
    String ana = "0b1e8a70-5c1d-4c6b-9f6a-2f4a3f6d1a01";
    Files.writeString(
        folder.resolve("BasicDataSet_v0.Message_v1.json"),
        """
        {"sender":{"emailAddress":{"address":"bo@x.test"}},"receivedDateTime":"2021-02-03T00:37:45Z","puser":"%1$s"}
        {"sender":{"emailAddress":{"address":"cy@x.test"}},"receivedDateTime":"2024-12-31T23:59:59Z","puser":"%1$s"}
        """
            .formatted(ana));
    Files.writeString(
        folder.resolve("CalendarView_v0.json"),
        """
        {"subject":"one","start":{"dateTime":"2010-01-01T10:00:00.0000000","timeZone":"UTC"},
         "end":{"dateTime":"2010-01-01T11:00:00.0000000","timeZone":"UTC"},"puser":"%1$s"}
        {"subject":"two","start":{"dateTime":"2024-01-01T10:00:00.0000000","timeZone":"UTC"},
         "end":{"dateTime":"2024-01-01T11:00:00.0000000","timeZone":"UTC"},"puser":"%1$s"}
        """
            .formatted(ana));

    int code = Quickstart.run(out, "--data", folder.toString());

    assertThat(code).as(text()).isZero();
    assertThat(text())
        .contains("2 messages of 2 senders")
        .containsPattern("Message_v1 +2 rows read")
        .containsPattern("CalendarView_v0 +2 rows read")
        .contains("Every dataset has as many rows as its files.");
  }

  @Test
  void copiesThePublishedSamples() {
    assumeTrue(
        Files.isDirectory(SAMPLES),
        "the published samples are not beside this checkout: " + SAMPLES);

    int code = Quickstart.run(out, "--data", SAMPLES.toString());

    assertThat(code).as(text()).isZero();
    assertThat(text())
        .containsPattern("User_v1 +10 rows read")
        .containsPattern("SentItem_v1 +10 rows read")
        .containsPattern("CalendarView_v0 +10 rows read")
        .containsPattern("Event_v1 +10 rows read")
        .containsPattern("TeamChat_v1 +10 rows read")
        .containsPattern("Contact_v0 +10 rows read")
        .containsPattern("SharePointPermissions_v1 +154 rows read");
  }

  @Nested
  class SaysInOneMessageWhatIsWrongWith {

    @Test
    void anUnreadableFile(@TempDir Path folder) throws IOException {
      Files.writeString(
          folder.resolve("Message_v1.json"), "{\"subject\":\"fine\"}\n{\"subject\":secret}\n");

      int code = Quickstart.run(out, "--data", folder.toString());

      assertThat(code).isEqualTo(1);
      assertThat(text()).contains("Message_v1.json", "line 2", "column").doesNotContain("secret");
    }

    @Test
    void anEmptyFolder(@TempDir Path folder) {
      int code = Quickstart.run(out, "--data", folder.toString());

      assertThat(code).isEqualTo(1);
      assertThat(text()).contains(folder.toString(), "BasicDataSet_v0.Message_v1.json");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "--users 0",
          "--users",
          "--messages x",
          "--data /no/such/folder",
          "--backend fabric",
          "--backend",
          "--storage disk",
          "--storage",
          "--what"
        })
    void itsOptions(String options) {
      int code = Quickstart.run(out, options.split(" ", -1));

      assertThat(code).isEqualTo(1);
      assertThat(text()).contains(options.split(" ", -1)[0]);
    }
  }

  @Test
  void showsItsOptionsWhenAsked() {
    int code = Quickstart.run(out, "--azure", "--help");

    assertThat(code).isZero();
    assertThat(text()).isEqualTo(Arguments.USAGE);
  }

  @Test
  void saysOnOnePageWhatAzureNeeds() {
    assumeTrue(System.getenv("AZURE_SUBSCRIPTION_ID") == null, "an Azure account is configured");

    int code = Quickstart.run(out, "--azure");

    assertThat(code).isEqualTo(1);
    assertThat(text())
        .contains("MISSING  AZURE_TENANT_ID", "MISSING  AZURE_SUBSCRIPTION_ID", "az login")
        .contains("MISSING  DATACONNECT_DATA_FACTORY")
        .doesNotContain("DATACONNECT_SYNAPSE_WORKSPACE");
  }

  @Test
  void asksForTheWorkspaceWhereSynapseIsToRunTheCopies() {
    assumeTrue(System.getenv("AZURE_SUBSCRIPTION_ID") == null, "an Azure account is configured");

    int code = Quickstart.run(out, "--backend", "synapse", "--azure");

    assertThat(code).isEqualTo(1);
    assertThat(text())
        .contains("MISSING  DATACONNECT_SYNAPSE_WORKSPACE  the Synapse workspace")
        .doesNotContain("DATACONNECT_DATA_FACTORY");
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
