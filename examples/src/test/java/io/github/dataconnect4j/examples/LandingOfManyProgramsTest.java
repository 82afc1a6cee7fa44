package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.emulator.standalone.StandaloneEmulator;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.spi.Directory.Application;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four programs in JVMs of their own apply one landing at once, in real time. */
class LandingOfManyProgramsTest {

  private static final int PROGRAMS = 4;

  @TempDir private Path folder;

  @Test
  void standsOnce() throws Exception {
    crowd(Backend.DATA_FACTORY);
  }

  @RepeatedTest(20)
  @Tag("thorough")
  void standsOnceAgainAndAgain() throws Exception {
    for (Backend backend : Backend.values()) {
      crowd(backend);
    }
  }

  private void crowd(Backend backend) throws Exception {
    Process emulator =
        start("emulator", Map.of(), StandaloneEmulator.class, "--until-stdin-closes", "--users=2");
    try (BufferedReader out = emulator.inputReader(StandardCharsets.UTF_8)) {
      EmulatorLines lines = EmulatorLines.read(out);
      List<Process> programs = new ArrayList<>();
      for (int i = 0; i < PROGRAMS; i++) {
        programs.add(start("program" + i, lines.values(), LandingProgram.class, backend.name()));
      }
      for (int i = 0; i < PROGRAMS; i++) {
        assertThat(programs.get(i).waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(programs.get(i).exitValue())
            .as(Files.readString(folder.resolve("program" + i)))
            .isIn(0, 3);
      }
      requireOneOfEach(backend, lines);
    } finally {
      emulator.destroyForcibly();
    }
  }

  private static void requireOneOfEach(Backend backend, EmulatorLines lines) throws Exception {
    AzureAccount account = lines.account();
    Landing landing = LandingProgram.landing(backend, lines.region());
    try (DataConnect dataConnect = DataConnect.open(account)) {
      dataConnect.plan(landing).apply();

      assertThat(dataConnect.plan(landing).isUpToDate()).isTrue();
      Application application =
          account.directory().findApplication(landing.tag(account.subscriptionId())).orElseThrow();
      assertThat(application.secrets()).hasSize(1);
    }
  }

  private Process start(
      String name, Map<String, String> environment, Class<?> program, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve(name).toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
