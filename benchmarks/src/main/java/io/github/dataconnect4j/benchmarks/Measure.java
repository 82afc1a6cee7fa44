package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Runs something several times and tells the median: robust against the one run in which the
 * machine did something else.
 *
 * <p>Immutable.
 */
final class Measure {

  private final TimeSource time;
  private final int warmUps;
  private final int runs;

  private Measure(TimeSource time, int warmUps, int runs) {
    this.time = time;
    this.warmUps = warmUps;
    this.runs = runs;
  }

  /**
   * How often to run.
   *
   * @param warmUps runs that do not count
   * @param runs runs that count, at least one
   */
  static Measure with(TimeSource time, int warmUps, int runs) {
    if (warmUps < 0 || runs < 1) {
      throw new IllegalArgumentException(
          "Measuring takes 0 or more warm-ups and 1 or more runs, not " + warmUps + " and " + runs);
    }
    return new Measure(Objects.requireNonNull(time, "time"), warmUps, runs);
  }

  /** Runs work that tells how much it did. */
  Result of(Work work) throws Exception {
    List<Result> results = new ArrayList<>();
    for (int i = -warmUps; i < runs; i++) {
      Duration start = time.elapsed();
      Amount amount = work.run();
      Duration took = time.elapsed().minus(start);
      if (i >= 0) {
        results.add(new Result(took, amount));
      }
    }
    return median(results);
  }

  /** The run in the middle: of two in the middle the slower. */
  static Result median(List<Result> results) {
    return results.stream()
        .sorted((one, other) -> one.took().compareTo(other.took()))
        .toList()
        .get(results.size() / 2);
  }

  /** Something to measure. */
  @FunctionalInterface
  interface Work {
    Amount run() throws Exception;
  }

  /** How much was done. */
  record Amount(long rows, long bytes) {}

  /** How long one run took, and what it did. */
  record Result(Duration took, Amount amount) {

    double rowsPerSecond() {
      return amount.rows() / seconds();
    }

    /** In millions of bytes. */
    double megabytesPerSecond() {
      return amount.bytes() / 1e6 / seconds();
    }

    private double seconds() {
      return took.toNanos() / 1e9;
    }
  }
}
