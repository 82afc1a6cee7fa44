package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.benchmarks.Measure.Samples;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Measures the emulator and the reading of rows, in JVMs of their own, and prints the figures. */
public final class Benchmarks {

  static final String USAGE =
      """
      Options:
        --rounds N      rounds that count (7)
        --users N       people in the emulator's tenant (20; with --large 200)
        --messages N    messages in each mailbox (500; with --large 1000)
        --start         only the start
        --large         only one copy and one reading of a large tenant, in a small heap
        --heap SIZE     that heap, as after -Xmx (256m)
      """;

  private static final List<String> WARM = List.of("-Xmx512m");

  private int rounds = 7;
  private int users;
  private int messages;
  private boolean start;
  private boolean large;
  private String heap = "256m";

  private Benchmarks() {}

  /** See {@link #USAGE}. */
  public static void main(String... arguments) throws Exception {
    run(System.out, arguments);
  }

  static void run(PrintStream out, String... arguments) throws Exception {
    Benchmarks benchmarks = new Benchmarks();
    try {
      benchmarks.read(new ArrayDeque<>(List.of(arguments)));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(USAGE);
      return;
    }
    Table table = new Table(out);
    table.say(
        "Java %s, %s %s, %d processors",
        Runtime.version(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
    if (benchmarks.start) {
      benchmarks.start(table);
      table.print(FreshJvm.run(WarmJvm.class, WARM, Integer.toString(benchmarks.rounds)));
    } else if (benchmarks.large) {
      benchmarks.large(table);
    } else {
      benchmarks.usual(table);
    }
  }

  private void start(Table table) throws Exception {
    table.title("Start of the emulator: median of " + rounds + " (shortest .. longest)");
    Samples fresh = StartTimes.fresh(rounds);
    fresh.all().forEach(table::times);
    table.say(
        "  launch to started: %.1f x as long as a JVM that does nothing",
        fresh.of(StartTimes.LAUNCH).timesAsLongAs(fresh.of(StartTimes.EMPTY)));
    FirstAnswers.measure(rounds, table);
  }

  private void usual(Table table) throws Exception {
    start(table);
    table.print(
        FreshJvm.run(
            WarmJvm.class,
            WARM,
            Integer.toString(rounds),
            Integer.toString(users == 0 ? 20 : users),
            Integer.toString(messages == 0 ? 500 : messages)));
  }

  private void large(Table table) throws Exception {
    table.title("One copy and one reading, emulator and client in a JVM with -Xmx" + heap);
    table.print(
        FreshJvm.run(
            LargeTenant.class,
            List.of("-Xmx" + heap),
            Integer.toString(users == 0 ? 200 : users),
            Integer.toString(messages == 0 ? 1000 : messages)));
  }

  private void read(Queue<String> words) {
    for (String word = words.poll(); word != null; word = words.poll()) {
      switch (word) {
        case "--rounds" -> rounds = number(word, words.poll());
        case "--users" -> users = number(word, words.poll());
        case "--messages" -> messages = number(word, words.poll());
        case "--start" -> start = true;
        case "--large" -> large = true;
        case "--heap" -> heap = size(words.poll());
        default -> throw new IllegalArgumentException("Unknown option '" + word + "'.");
      }
    }
  }

  private static int number(String option, @Nullable String value) {
    if (value == null || !value.matches("[1-9][0-9]{0,7}")) {
      throw new IllegalArgumentException(option + " needs a whole number above zero.");
    }
    return Integer.parseInt(value);
  }

  private static String size(@Nullable String value) {
    if (value == null || !value.matches("[1-9][0-9]{0,7}[kmg]")) {
      throw new IllegalArgumentException("--heap needs a size, such as 256m.");
    }
    return value;
  }
}
