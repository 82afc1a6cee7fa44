package io.github.dataconnect4j.emulator.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class StandaloneEmulatorTest {

  @TempDir private Path folder;

  @Nested
  class Running {

    @Test
    void printsWhereEverythingIsAndNothingElse() throws Exception {
      try (Program program = new Program(folder, "--until-stdin-closes", "--region", "eastus")) {
        Map<String, String> lines = program.lines();

        assertThat(lines.keySet())
            .containsExactly(
                "AZURE_AUTHORITY_HOST",
                "AZURE_TENANT_ID",
                "AZURE_CLIENT_ID",
                "AZURE_CLIENT_SECRET",
                "AZURE_SUBSCRIPTION_ID",
                "DATACONNECT_ARM_ENDPOINT",
                "DATACONNECT_GRAPH_ENDPOINT",
                "DATACONNECT_SYNAPSE_ENDPOINT",
                "DATACONNECT_BLOB_ENDPOINT",
                "DATACONNECT_DFS_ENDPOINT",
                "DATACONNECT_LOCATION",
                "DATACONNECT_CA_CERTIFICATE",
                "DATACONNECT_PORTAL_ENDPOINT");
        String root = lines.get("AZURE_AUTHORITY_HOST");
        assertThat(root).matches("https://127\\.0\\.0\\.1:\\d+");
        assertThat(lines)
            .containsEntry("DATACONNECT_ARM_ENDPOINT", root)
            .containsEntry("DATACONNECT_GRAPH_ENDPOINT", root + "/v1.0")
            .containsEntry("DATACONNECT_SYNAPSE_ENDPOINT", root + "/synapse-dev/{workspace}")
            .containsEntry("DATACONNECT_BLOB_ENDPOINT", root)
            .containsEntry("DATACONNECT_DFS_ENDPOINT", root.replace("127.0.0.1", "localhost"))
            .containsEntry("DATACONNECT_LOCATION", "eastus")
            .containsEntry("DATACONNECT_PORTAL_ENDPOINT", root + "/data-connect");
        assertThat(lines.values()).allMatch(value -> value.matches("\\S+"));

        assertThat(program.endInput()).as("the rest of standard output").isEmpty();
        assertThat(program.exitCode()).isZero();
        assertThat(program.err())
            .contains("Nothing here is real", "administrator@contoso.example")
            .doesNotContain(lines.get("AZURE_CLIENT_SECRET"));
      }
    }

    @Test
    void letsInWhoeverHasTheLinesAndTellsWhichRoutesAreUnknown() throws Exception {
      try (Program program = new Program(folder, "--until-stdin-closes")) {
        Map<String, String> lines = program.lines();
        OkHttpClient client = trusting(Path.of(lines.get("DATACONNECT_CA_CERTIFICATE")));
        String token = token(client, lines);
        String arm = lines.get("DATACONNECT_ARM_ENDPOINT");
        JsonNode subscriptions = get(client, arm + "/subscriptions?api-version=2022-12-01", token);
        JsonNode people = get(client, lines.get("DATACONNECT_PORTAL_ENDPOINT") + "/people", token);
        get(client, arm + "/subscriptions/x/no-such-thing?api-version=2021-04-01", token);
        close(client);
        program.endInput();

        assertThat(subscriptions.at("/value/0/subscriptionId").asText())
            .isEqualTo(lines.get("AZURE_SUBSCRIPTION_ID"));
        assertThat(people.findValuesAsText("userPrincipalName"))
            .containsExactly("developer@contoso.example", "administrator@contoso.example");
        assertThat(program.err())
            .contains(
                "Requests that met an unknown route: 1",
                "GET /subscriptions/x/no-such-thing?api-version=2021-04-01");
      }
    }

    @Test
    void deletesWhatItWroteWhenItsInputEnds() throws Exception {
      try (Program program = new Program(folder, "--until-stdin-closes")) {
        Path certificate = Path.of(program.lines().get("DATACONNECT_CA_CERTIFICATE"));
        assertThat(certificate).exists();

        program.endInput();

        assertThat(certificate).doesNotExist();
        assertThat(program.err()).endsWith("Requests that met an unknown route: 0" + newline());
      }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there is only ever killed")
    void deletesWhatItWroteWhenItIsTerminated() throws Exception {
      try (Program program = new Program(folder)) {
        Path certificate = Path.of(program.lines().get("DATACONNECT_CA_CERTIFICATE"));

        program.terminate();

        assertThat(certificate).doesNotExist();
        assertThat(program.err()).endsWith("Requests that met an unknown route: 0" + newline());
      }
    }

    @Test
    void saysThatThePortIsInUse() throws Exception {
      try (ServerSocket taken =
              new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
          Program program = new Program(folder, "--port", "" + taken.getLocalPort())) {
        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.err())
            .contains("Could not start the emulator on port " + taken.getLocalPort())
            .doesNotContain("\tat ");
      }
    }
  }

  @Nested
  class Options {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commandLine =
        StandaloneEmulator.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void areShownWithTheirDefaults() {
      assertThat(commandLine.execute("--help")).isZero();

      assertThat(out.toString())
          .contains(
              "--port",
              "--administrator",
              "--after",
              "--data-connect",
              "--users",
              "--messages",
              "--data",
              "--region",
              "--run-time",
              "--seed",
              "--until-stdin-closes",
              "as on Azure");
      assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            --port=x|'--port': 'x' is no whole number. Give one such as 20
            --port=70000|Port 70000 is not one. Give 1 to 65535, or 0 for any free one.
            --users=0|A tenant of 0 users with 50 messages each cannot be made. Give at least 1
            --users=many|'--users': 'many' is no whole number. Give one such as 20
            --seed=1.5|'--seed': '1.5' is no whole number. Give one such as 20
            --run-time=8|'--run-time': '8' is no duration of zero or more. Give one such as 8s,
            --run-time=-8s|'--run-time': '-8s' is no duration of zero or more. Give one such as 8s,
            --after=5s|--after 5s is for an administrator who approves by himself. Add
            --administrator=maybe|'--administrator': 'maybe' is none of [by-hand, approves]. Take one of them.
            --data-connect=maybe|'--data-connect': 'maybe' is none of [on, off]. Take one of them.
            --region=we!st|'--region': Region 'we!st' is not an Azure region's name. Write it as in
            --region=moon|Region 'moon' maps to no Office region. Take one of those that
            --data=no-such-folder|data folder 'no-such-folder' is not there. Name a folder
            --data=x --users=3|--data 'x' fills the tenant. Leave out --users and --messages, or
            --prot=1|Unknown option: '--prot=1'
            """)
    void areRefusedWithTheirNameTheirValueAndACure(String arguments, String message) {
      assertThat(commandLine.execute(arguments.split(" "))).isEqualTo(2);

      assertThat(err.toString())
          .contains(message)
          .endsWith("--help shows all options." + newline());
      assertThat(out.toString()).isEmpty();
    }
  }

  private static String newline() {
    return System.lineSeparator();
  }

  private static OkHttpClient trusting(Path certificate)
      throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(certificate)) {
      HandshakeCertificates tls =
          new HandshakeCertificates.Builder()
              .addTrustedCertificate(
                  (X509Certificate)
                      CertificateFactory.getInstance("X.509").generateCertificate(pem))
              .build();
      return new OkHttpClient.Builder()
          .sslSocketFactory(tls.sslSocketFactory(), tls.trustManager())
          .build();
    }
  }

  private static String token(OkHttpClient client, Map<String, String> lines) throws IOException {
    Request request =
        new Request.Builder()
            .url(
                lines.get("AZURE_AUTHORITY_HOST")
                    + "/"
                    + lines.get("AZURE_TENANT_ID")
                    + "/oauth2/v2.0/token")
            .post(
                new FormBody.Builder()
                    .add("grant_type", "client_credentials")
                    .add("client_id", lines.get("AZURE_CLIENT_ID"))
                    .add("client_secret", lines.get("AZURE_CLIENT_SECRET"))
                    .add("scope", "https://management.azure.com/.default")
                    .build())
            .build();
    return json(client, request).path("access_token").asText();
  }

  private static JsonNode get(OkHttpClient client, String url, String token) throws IOException {
    return json(
        client, new Request.Builder().url(url).header("Authorization", "Bearer " + token).build());
  }

  private static JsonNode json(OkHttpClient client, Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return Json.parse(response.body().bytes());
    }
  }

  private static void close(OkHttpClient client) {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
