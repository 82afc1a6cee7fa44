package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.benchmarks.Measure.Samples;
import io.github.dataconnect4j.benchmarks.Measure.Work;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.DataFactoryAlone;
import io.github.dataconnect4j.emulator.EmulatorBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long whole processes take from their launch to their first answer: the emulator as users get
 * it, the emulator without Synapse, and Azurite. The JVMs have their default options and no SLF4J
 * provider, since Azurite has no logging framework to load either.
 */
final class FirstAnswers {

  static final String EMULATOR = "emulator, launch to first answer";
  static final String ALONE = "the same with Data Factory alone (peer)";
  static final String AZURITE = "Azurite, launch to first answer (peer)";

  // Where Maven is run, or a test of this module.
  private static final List<Path> JUDGES = List.of(Path.of("judges"), Path.of("..", "judges"));
  private static final Path MAIN = Path.of("node_modules", "azurite", "dist", "src", "blob");

  private FirstAnswers() {}

  static void measure(int rounds, Table table) throws Exception {
    Optional<Path> azurite = azurite();
    Map<String, Work> works = new LinkedHashMap<>();
    works.put(EMULATOR, () -> Launch.of(FreshJvm.quiet(Everything.class)));
    works.put(ALONE, () -> Launch.of(FreshJvm.quiet(Alone.class)));
    azurite.ifPresent(main -> works.put(AZURITE, () -> Launch.of(command(main))));
    Samples samples = new Measure(1, rounds).of(works);
    samples.all().forEach(table::times);
    table.say(
        "  emulator: %.2f x as long as with Data Factory alone",
        samples.of(EMULATOR).timesAsLongAs(samples.of(ALONE)));
    if (azurite.isPresent()) {
      table.say(
          "  emulator: %.2f x as long as Azurite",
          samples.of(EMULATOR).timesAsLongAs(samples.of(AZURITE)));
    } else {
      table.say("  %s: not measured; it needs Node and: npm ci --prefix judges", AZURITE);
    }
  }

  private static Optional<Path> azurite() throws InterruptedException {
    try {
      Process node =
          new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (node.waitFor() != 0) {
        return Optional.empty();
      }
    } catch (IOException e) {
      // There is no Node, and so no Azurite to be measured.
      return Optional.empty();
    }
    return JUDGES.stream()
        .map(judges -> judges.resolve(MAIN).resolve("main.js"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static List<String> command(Path main) {
    return Stream.of(
            "node",
            main.toString(),
            "--inMemoryPersistence",
            "--disableTelemetry",
            "--skipApiVersionCheck",
            "--blobHost",
            "127.0.0.1",
            "--blobPort",
            "0")
        .toList();
  }

  private static void serve(EmulatorBuilder builder) throws IOException {
    try (DataConnectEmulator emulator = builder.start()) {
      System.out.println("listening at " + emulator.cloud().authority());
      // Until whoever started this has its answer.
      System.in.read();
    }
  }

  /** The emulator as users get it. */
  static final class Everything {

    private Everything() {}

    public static void main(String... arguments) throws IOException {
      serve(DataConnectEmulator.builder());
    }
  }

  /** The emulator without Synapse. */
  static final class Alone {

    private Alone() {}

    public static void main(String... arguments) throws IOException {
      serve(DataFactoryAlone.builder());
    }
  }
}
