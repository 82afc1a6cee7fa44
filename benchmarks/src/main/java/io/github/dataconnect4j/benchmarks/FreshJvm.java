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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
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

  /** Where this class and what it needs come from: under Maven, a class loader of its own knows. */
  private static String classPath() {
    if (!(FreshJvm.class.getClassLoader() instanceof URLClassLoader loader)) {
      return System.getProperty("java.class.path");
    }
    List<String> entries = new ArrayList<>();
    for (URL entry : loader.getURLs()) {
      try {
        entries.add(Path.of(entry.toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(entry + " of the class path is no file.", e);
      }
    }
    return String.join(File.pathSeparator, entries);
  }
}
