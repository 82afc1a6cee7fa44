package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.benchmarks.Measure.Amount;
import io.github.dataconnect4j.benchmarks.Measure.Result;
import io.github.dataconnect4j.benchmarks.Measure.Work;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.spi.TimeSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Prints how fast extracted files are read: {@code ExtractBenchmark [folder [rows]]}. */
public final class ExtractBenchmark {

  private static final int WARM_UPS = 3;
  private static final int RUNS = 7;

  private ExtractBenchmark() {}

  /**
   * Reads the JSON files of a folder, or rows that it writes itself.
   *
   * @param arguments a folder to read; without one, or with {@code -}, rows are written to a
   *     temporary folder, as many as the second argument says (200000 if it does not)
   */
  public static void main(String... arguments) throws Exception {
    if (arguments.length > 0 && !arguments[0].equals("-")) {
      report(System.out, Path.of(arguments[0]));
      return;
    }
    Path folder = Files.createTempDirectory("extract-benchmark");
    Path file = folder.resolve("rows.json");
    try {
      SampleRows.write(file, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000);
      report(System.out, folder);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static void report(PrintStream out, Path folder) throws Exception {
    Measure warm = Measure.with(TimeSource.system(), WARM_UPS, RUNS);
    out.println(line("read, warm", warm.of(reading(folder))));
    Measure cold = Measure.with(TimeSource.system(), 0, RUNS);
    out.println(
        line(
            "read once, fresh JVM with its start",
            cold.of(
                () -> {
                  String read =
                      FreshJvm.run(OneReading.class, List.of("-Xshare:auto"), folder.toString());
                  return new Amount(Long.parseLong(read.strip()), size(folder));
                })));
  }

  static Work reading(Path folder) {
    return () -> {
      long rows = 0;
      try (Rows<Row> all = Extracts.in(folder).rows()) {
        for (Iterator<Row> left = all.iterator(); left.hasNext(); left.next()) {
          rows++;
        }
      }
      return new Amount(rows, size(folder));
    };
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long size = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
      return size;
    }
  }

  static String line(String what, Result result) {
    return String.format(
        Locale.ROOT,
        "%-40s %,10d ms %,12.0f rows/s %,8.1f MB/s",
        Objects.requireNonNull(what, "what"),
        result.took().toMillis(),
        result.rowsPerSecond(),
        result.megabytesPerSecond());
  }

  /** What a fresh JVM does: reads a folder once and prints the number of its rows. */
  static final class OneReading {

    private OneReading() {}

    public static void main(String... arguments) throws Exception {
      System.out.println(reading(Path.of(arguments[0])).run().rows());
    }
  }
}
