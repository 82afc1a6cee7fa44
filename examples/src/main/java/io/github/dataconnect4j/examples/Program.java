package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.error.DataConnectException;
import java.io.PrintStream;
import java.util.List;

/** What every example's {@code main} does: run, or say in plain words why not. */
final class Program {

  private Program() {}

  /**
   * Runs a program.
   *
   * @return its exit code: 0 if it did what it was asked, {@code --help} too, 1 if not
   */
  static int run(PrintStream out, String[] arguments, Body body) {
    if (List.of(arguments).contains("--help")) {
      out.print(Arguments.USAGE);
      return 0;
    }
    try (Setting setting = Setting.open(Arguments.parse(arguments), out)) {
      body.run(setting);
      return 0;
    } catch (IllegalArgumentException | DataConnectException e) {
      out.println();
      out.println(e.getMessage());
      return 1;
    }
  }

  /** Ends the JVM, unless all is well: then it ends by itself. */
  static void exit(int code) {
    if (code != 0) {
      System.exit(code);
    }
  }

  /** What a program does in its setting. */
  @FunctionalInterface
  interface Body {
    void run(Setting setting);
  }
}
