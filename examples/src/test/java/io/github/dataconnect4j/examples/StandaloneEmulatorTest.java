package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.emulator.standalone.StandaloneEmulator;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.time.WaitPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emulator as a program of its own, in real time: this JVM knows the lines it prints only. */
class StandaloneEmulatorTest {

  private static final int LINES = 13;
  private static final WaitPolicy SOON = WaitPolicy.brisk().withPause(Duration.ofMillis(200));

  @TempDir private Path folder;

  @Test
  void servesTheWholeWayInRealTime() throws Exception {
    Path err = folder.resolve("err.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneEmulator.class.getName(),
                "--until-stdin-closes",
                "--users=3",
                "--administrator=approves",
                "--after=0.2s",
                "--run-time=0.9s")
            .redirectError(err.toFile())
            .start();
    try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
      Map<String, String> lines = lines(out, err);

      assertThat(users(lines)).isEqualTo(3);

      program.getOutputStream().close();
      assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(program.exitValue()).isZero();
      assertThat(Files.readString(err)).contains("Requests that met an unknown route: 0");
    } finally {
      program.destroyForcibly();
    }
  }

  private static long users(Map<String, String> lines) throws Exception {
    Cloud cloud = cloud(lines);
    AzureAccount account =
        AzureAccount.at(cloud)
            .credential(
                AzureCredentials.clientSecret(
                    cloud,
                    lines.get("AZURE_TENANT_ID"),
                    lines.get("AZURE_CLIENT_ID"),
                    Secret.of(lines.get("AZURE_CLIENT_SECRET"))))
            .subscription(lines.get("AZURE_SUBSCRIPTION_ID"))
            .directory(Entra.directory());
    try (DataConnect dataConnect = DataConnect.open(account)) {
      Landing landing =
          Landing.in("m365-rg", new Region(lines.get("DATACONNECT_LOCATION")))
              .application("directory", "developer@contoso.example")
              .storage(BlobContainer.named("mystore", "m365"))
              .host(DataFactory.named("my-factory"));
      dataConnect.plan(landing).apply();
      DataConnectApp app =
          dataConnect.register(
              Registration.of(landing)
                  .describedAs("Who is there")
                  .reads(Scene.USERS.columns("displayName", "mail")));
      app.consent().await(SOON);
      PipelineRun run = app.runner().start(Copy.of(Scene.USERS));
      run.await(SOON);
      try (Rows<Row> rows = Extracts.of(run).rows()) {
        return rows.stream().filter(row -> row.text("mail").isPresent()).count();
      }
    }
  }

  private static Cloud cloud(Map<String, String> lines)
      throws IOException, GeneralSecurityException {
    return Cloud.builder("emulator")
        .authority(lines.get("AZURE_AUTHORITY_HOST"))
        .resourceManager(
            lines.get("DATACONNECT_ARM_ENDPOINT"), Cloud.AZURE.resourceManagerAudience())
        .graph(lines.get("DATACONNECT_GRAPH_ENDPOINT"), Cloud.AZURE.graphAudience())
        .blob(lines.get("DATACONNECT_BLOB_ENDPOINT") + "/{account}")
        .portal(lines.get("DATACONNECT_PORTAL_ENDPOINT"))
        .trust(List.of(certificate(Path.of(lines.get("DATACONNECT_CA_CERTIFICATE")))))
        .build();
  }

  private static X509Certificate certificate(Path pem)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static Map<String, String> lines(BufferedReader out, Path err) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < LINES; i++) {
      String line = String.valueOf(out.readLine());
      assertThat(line).as(Files.readString(err)).contains("=");
      int equals = line.indexOf('=');
      values.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return values;
  }
}
