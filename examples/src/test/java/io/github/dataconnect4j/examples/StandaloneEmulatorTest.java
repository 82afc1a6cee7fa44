package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.emulator.standalone.StandaloneEmulator;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.time.WaitPolicy;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emulator as a program of its own, in real time: this JVM knows the lines it prints only. */
class StandaloneEmulatorTest {

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
      EmulatorLines lines = EmulatorLines.read(out);

      assertThat(users(lines)).isEqualTo(3);

      program.getOutputStream().close();
      assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(program.exitValue()).isZero();
      assertThat(Files.readString(err)).contains("Requests that met an unknown route: 0");
    } finally {
      program.destroyForcibly();
    }
  }

  private static long users(EmulatorLines lines) throws Exception {
    try (DataConnect dataConnect = DataConnect.open(lines.account())) {
      Landing landing =
          Landing.in("m365-rg", lines.region())
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
}
