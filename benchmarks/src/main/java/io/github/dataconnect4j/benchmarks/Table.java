package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.benchmarks.MailTenant.Copied;
import io.github.dataconnect4j.benchmarks.Measure.Sample;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints what was measured. */
final class Table {

  private final PrintStream out;

  Table(PrintStream out) {
    this.out = out;
  }

  void title(String title) {
    out.println();
    out.println(title);
  }

  void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** What another JVM has printed. */
  void print(String lines) {
    lines.lines().forEach(out::println);
  }

  /** One line: median, and the shortest and longest run. */
  void times(String what, Sample sample) {
    say("  %-46s %s", what, times(sample));
  }

  /** The same with how much that is in a second. */
  void rates(String what, Sample sample, Copied copied) {
    say(
        "  %-46s %s %,10.0f rows/s %,8.1f MB/s",
        what,
        times(sample),
        sample.perSecond((double) copied.rows()),
        sample.perSecond(copied.bytes() / 1e6));
  }

  /** How one compares with another, by the medians. */
  void speed(String what, Sample one, String peer, Sample other) {
    say("  %s: %.2f x the speed of %s", what, other.timesAsLongAs(one), peer);
  }

  private static String times(Sample sample) {
    return String.format(
        Locale.ROOT,
        "%,9.1f ms (%,.1f .. %,.1f)",
        millis(sample.median()),
        millis(sample.shortest()),
        millis(sample.longest()));
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
