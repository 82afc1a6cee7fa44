package io.github.dataconnect4j.emulator.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The emulator in a JVM of its own, as programs in other languages start it. */
final class Program implements AutoCloseable {

  private static final int LINES = 13;

  private final Process process;
  private final Path err;
  private final BufferedReader out;

  Program(Path folder, String... arguments) throws IOException {
    err = folder.resolve("err.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // Tests have a logger on their class path that writes to standard output.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneEmulator.class.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** What it prints first: names and values, in their order. */
  Map<String, String> lines() throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < LINES; i++) {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("The emulator ended after " + i + " lines. " + err());
      }
      values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    }
    return values;
  }

  /** Closes its standard input, waits for its end, and gives back what else it printed. */
  String endInput() throws IOException, InterruptedException {
    process.getOutputStream().close();
    awaitEnd();
    return String.join("\n", out.lines().toList());
  }

  /** Asks it to stop, as Ctrl-C or a container does. */
  void terminate() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  int exitCode() throws InterruptedException {
    awaitEnd();
    return process.exitValue();
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The emulator did not end.");
    }
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
