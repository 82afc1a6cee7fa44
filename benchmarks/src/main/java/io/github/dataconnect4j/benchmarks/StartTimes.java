package io.github.dataconnect4j.benchmarks;

import io.github.dataconnect4j.benchmarks.Measure.Samples;
import io.github.dataconnect4j.benchmarks.Measure.Work;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.DataFactoryAlone;
import io.github.dataconnect4j.emulator.EmulatorBuilder;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the emulator takes to start, in JVMs of its own and in one that has started some. */
final class StartTimes {

  static final String EMPTY = "JVM that does nothing (peer)";
  static final String LAUNCH = "fresh JVM, launch to started";
  static final String START = "fresh JVM, start() alone";
  static final String WARM = "warm JVM, start() alone";
  static final String WARM_ALONE = "the same with Data Factory alone (peer)";

  private static final TimeSource TIME = TimeSource.system();
  private static final int WARM_UPS = 20;

  private StartTimes() {}

  /** In JVMs of their own. */
  static Samples fresh(int rounds) throws Exception {
    Map<String, Work> works = new LinkedHashMap<>();
    works.put(EMPTY, Work.timed(TIME, () -> FreshJvm.run(Nothing.class, List.of())));
    works.put(LAUNCH, StartTimes::launch);
    works.put(START, () -> Started.inFreshJvm().start());
    return new Measure(1, rounds).of(works);
  }

  /** In this JVM, after some starts that do not count. */
  static Samples warm(int rounds) throws Exception {
    Map<String, Work> works = new LinkedHashMap<>();
    works.put(WARM, () -> start(DataConnectEmulator.builder()));
    works.put(WARM_ALONE, () -> start(DataFactoryAlone.builder()));
    return new Measure(WARM_UPS, rounds).of(works);
  }

  private static Duration launch() throws Exception {
    // Two JVMs have no clock in common but the wall's.
    Instant launched = TIME.now();
    return Duration.between(launched, Started.inFreshJvm().at());
  }

  private static Duration start(EmulatorBuilder builder) {
    Duration before = TIME.elapsed();
    DataConnectEmulator emulator = builder.start();
    Duration took = TIME.elapsed().minus(before);
    emulator.close();
    return took;
  }

  /**
   * What a fresh JVM says of its start.
   *
   * @param at when it had started
   * @param start how long the call took
   */
  private record Started(Instant at, Duration start) {

    static Started inFreshJvm() throws Exception {
      List<String> lines = FreshJvm.run(One.class, List.of()).lines().toList();
      return new Started(Instant.parse(lines.get(0)), Duration.parse(lines.get(1)));
    }
  }

  /** Starts one emulator, and prints when it had started and how long the call took. */
  static final class One {

    private One() {}

    public static void main(String... arguments) {
      Duration before = TIME.elapsed();
      DataConnectEmulator emulator = DataConnectEmulator.builder().start();
      Duration took = TIME.elapsed().minus(before);
      System.out.println(TIME.now());
      System.out.println(took);
      emulator.close();
    }
  }

  /** Does nothing. */
  static final class Nothing {

    private Nothing() {}

    public static void main(String... arguments) {}
  }
}
