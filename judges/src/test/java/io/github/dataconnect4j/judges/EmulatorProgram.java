package io.github.dataconnect4j.judges;

import io.github.dataconnect4j.emulator.standalone.StandaloneEmulator;
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

/** The emulator in a JVM of its own, as programs in other languages have it. */
final class EmulatorProgram implements AutoCloseable {

  private static final int LINES = 13;

  private final Process process;
  private final Path err;
  private final BufferedReader out;

  EmulatorProgram(Path folder, String... options) throws IOException {
    err = folder.resolve("emulator.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dsun.net.httpserver.nodelay=true",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneEmulator.class.getName(),
                "--until-stdin-closes"));
    command.addAll(List.of(options));
    process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** What it prints first. */
  Map<String, String> lines() throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    while (lines.size() < LINES) {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("The emulator ended early. " + Files.readString(err));
      }
      String[] parts = line.split("=", 2);
      lines.put(parts[0], parts[1]);
    }
    return lines;
  }

  /** Closes its standard input, and gives back what it said on standard error till its end. */
  String end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The emulator did not end.");
    }
    return Files.readString(err);
  }

  /** Stops it, however far it is. That this JVM is killed stops it too, by its standard input. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
