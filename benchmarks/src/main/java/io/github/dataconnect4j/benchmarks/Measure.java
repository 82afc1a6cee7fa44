package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs things in turn, several times over, so that a machine that is slow for a while is slow for
 * all of them; and tells the median of each: robust against the one run in which the machine did
 * something else.
 *
 * @param warmUps rounds that do not count
 * @param rounds rounds that count, at least one
 */
record Measure(int warmUps, int rounds) {

  Measure {
    if (warmUps < 0 || rounds < 1) {
      throw new IllegalArgumentException(
          "Measuring takes 0 or more warm-ups and 1 or more rounds, not "
              + warmUps
              + " and "
              + rounds
              + ".");
    }
  }

  /**
   * Runs each work once a round, every round beginning with another one.
   *
   * @return what was measured, by name, in the order given
   */
  Samples of(Map<String, Work> works) throws Exception {
    List<Map.Entry<String, Work>> all = List.copyOf(works.entrySet());
    List<List<Duration>> times = all.stream().map(work -> noTimes()).toList();
    for (int round = -warmUps; round < rounds; round++) {
      for (int turn = 0; turn < all.size(); turn++) {
        int at = Math.floorMod(round + turn, all.size());
        Duration took = all.get(at).getValue().run();
        if (round >= 0) {
          times.get(at).add(took);
        }
      }
    }
    Map<String, Sample> samples = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      samples.put(all.get(i).getKey(), Sample.of(times.get(i)));
    }
    return new Samples(samples);
  }

  private static List<Duration> noTimes() {
    return new ArrayList<>();
  }

  /** Something to measure. */
  @FunctionalInterface
  interface Work {

    /** Does it, and tells how long what counts of it took. */
    Duration run() throws Exception;

    /** All of it counts. */
    static Work timed(TimeSource time, Doing doing) {
      return () -> {
        Duration start = time.elapsed();
        doing.run();
        return time.elapsed().minus(start);
      };
    }
  }

  /** Something to do. */
  @FunctionalInterface
  interface Doing {
    void run() throws Exception;
  }

  /**
   * How long the runs of one work took.
   *
   * @param shortest the quickest run
   * @param median the run in the middle: of two in the middle the slower
   * @param longest the slowest run
   */
  record Sample(Duration shortest, Duration median, Duration longest) {

    static Sample of(List<Duration> times) {
      List<Duration> sorted = times.stream().sorted(Comparator.naturalOrder()).toList();
      return new Sample(
          sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }

    /** How much of something was done in a second, by the median. */
    double perSecond(double amount) {
      return amount / (median.toNanos() / 1e9);
    }

    /** How many times as long as another it took, by the medians. */
    double timesAsLongAs(Sample other) {
      return (double) median.toNanos() / other.median.toNanos();
    }
  }

  /**
   * What was measured, by name.
   *
   * @param all in the order in which the works were given
   */
  record Samples(Map<String, Sample> all) {

    Sample of(String name) {
      return Objects.requireNonNull(all.get(name), name);
    }
  }
}
