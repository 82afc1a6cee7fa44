package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A foreign flow: Microsoft's clients for JavaScript do the whole onboarding against the emulator
 * on its own, knowing no more than the lines that it prints. Skipped where they are not installed.
 */
class NodeFlowTest {

  private static final Path PROGRAM = Path.of("src", "flow", "onboarding.mjs").toAbsolutePath();
  private static final int USERS = 20;
  private static final int MESSAGES = 10;
  private static final List<String> STAGES =
      List.of(
          "Queued",
          "InProgress",
          "Initializing",
          "Extracting Data",
          "Persisting Data",
          "Succeeded");

  @TempDir private Path folder;

  @Test
  void clientsForJavaScriptDoTheWholeOnboardingAndMeetNoUnknownRoute() throws Exception {
    Node.installedOrSkip("@azure/identity", "package.json");
    try (EmulatorProgram emulator =
        new EmulatorProgram(
            folder,
            "--run-time=6s",
            "--data-connect=off",
            "--users=" + USERS,
            "--messages=" + MESSAGES)) {
      Map<String, String> results = onboard(emulator.lines());
      String report = emulator.end();

      assertThat(results)
          // The developer and the administrator are users, too.
          .containsEntry("users", "" + (USERS + 2))
          .containsEntry("billing", "Succeeded")
          .containsEntry("deployment", "Succeeded")
          .containsEntry("data-factory.rows", "" + USERS * MESSAGES)
          .containsEntry("synapse.rows", "" + USERS * MESSAGES)
          .containsEntry("approval-by-the-developer", "NotGlobalAdministrator")
          .containsEntry("wrong-secret", "AADSTS7000215")
          .containsEntry("missing-group", "ResourceGroupNotFound")
          .containsEntry("missing-blob", "BlobNotFound")
          .containsEntry("missing-application", "Request_ResourceNotFound");
      assertStages(results.get("data-factory.stages"));
      assertStages(results.get("synapse.stages"));
      assertThat(results.get("resources").split(","))
          .containsExactly(
              "Microsoft.DataFactory/factories",
              "Microsoft.GraphServices/accounts",
              "Microsoft.Storage/storageAccounts",
              "Microsoft.Synapse/workspaces");
      assertThat(report).contains("Requests that met an unknown route: 0");
    }
  }

  /** Whoever looks from time to time may miss a stage, and sees none out of its order. */
  private static void assertStages(@Nullable String seen) {
    assertThat(seen).isNotNull();
    List<String> stages = List.of(seen.split(","));
    assertThat(STAGES).containsSubsequence(stages);
    assertThat(stages).hasSizeGreaterThan(1).endsWith("Succeeded");
  }

  private Map<String, String> onboard(Map<String, String> lines)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder command =
        new ProcessBuilder("node", PROGRAM.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // What a process needs to start, and not this machine's proxies or credentials.
    command.environment().keySet().retainAll(Set.of("PATH", "SystemRoot"));
    command.environment().putAll(lines);
    command.environment().put("NODE_EXTRA_CA_CERTS", lines.get("DATACONNECT_CA_CERTIFICATE"));
    Process node = Node.startOrSkip(command);
    try {
      assertThat(node.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
      assertThat(node.exitValue()).as(Files.readString(err)).isZero();
    } finally {
      node.destroyForcibly();
    }
    Map<String, String> results = new LinkedHashMap<>();
    for (String line : Files.readAllLines(out)) {
      String[] parts = line.split("=", 2);
      results.put(parts[0], parts[1]);
    }
    return results;
  }
}
