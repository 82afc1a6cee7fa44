package io.github.dataconnect4j.judges;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The judges that need Node.
 *
 * <p>They run where {@code npm ci --prefix judges} has been run and there is a Node. Otherwise
 * their tests are skipped and say so; with {@code DATACONNECT4J_JUDGES=required} in the
 * environment, as {@code .ci/run} has it, they fail.
 */
final class Node {

  private static final Path MODULES = Path.of("node_modules").toAbsolutePath();

  private Node() {}

  /** A file of an installed package. */
  static Path installedOrSkip(String packageName, String file) {
    Path path = MODULES.resolve(packageName).resolve(file);
    if (!Files.isRegularFile(path)) {
      throw skip(packageName + " is not installed: npm ci --prefix judges");
    }
    return path;
  }

  /**
   * Starts a process that is Node's.
   *
   * @param command begins with {@code node}
   */
  static Process startOrSkip(ProcessBuilder command) {
    try {
      return command.start();
    } catch (IOException e) {
      throw skip("There is no Node: " + e.getMessage());
    }
  }

  private static RuntimeException skip(String reason) {
    if ("required".equals(System.getenv("DATACONNECT4J_JUDGES"))) {
      fail(reason);
    }
    return Assumptions.abort(reason);
  }
}
