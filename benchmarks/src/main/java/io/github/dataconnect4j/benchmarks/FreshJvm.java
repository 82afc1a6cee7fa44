package io.github.dataconnect4j.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a JVM of its own, with this one's class path: nothing in it is warm. */
final class FreshJvm {

  private static final long MOST_MINUTES = 60;

  private FreshJvm() {}

  /**
   * Waits for the end and gives back what the main class printed, errors included.
   *
   * @throws IOException if it fails, or does not end within an hour
   */
  static String run(Class<?> main, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(command(main, options, entries()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("fresh-jvm", ".txt");
    try {
      // Into a file: a pipe that nobody empties would stop the child.
      Process child =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended;
      try {
        ended = child.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
      } finally {
        child.destroyForcibly();
      }
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      if (!ended || child.exitValue() != 0) {
        throw new IOException(
            main.getName()
                + (ended ? " ended with " + child.exitValue() : " did not end in time")
                + System.lineSeparator()
                + printed);
      }
      return printed;
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /** The command that runs a main class so, without logback. */
  static List<String> quiet(Class<?> main) {
    List<String> entries =
        entries().stream()
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("logback-"))
            .toList();
    return command(main, List.of(), entries);
  }

  private static List<String> command(Class<?> main, List<String> options, List<String> entries) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, entries));
    command.add(main.getName());
    return command;
  }

  /** Where this class and what it needs come from: under Maven, a class loader of its own knows. */
  private static List<String> entries() {
    if (!(FreshJvm.class.getClassLoader() instanceof URLClassLoader loader)) {
      return List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }
    List<String> entries = new ArrayList<>();
    for (URL entry : loader.getURLs()) {
      try {
        entries.add(Path.of(entry.toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(entry + " of the class path is no file.", e);
      }
    }
    return entries;
  }
}
