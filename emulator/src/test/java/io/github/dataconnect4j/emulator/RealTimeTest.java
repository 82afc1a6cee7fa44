package io.github.dataconnect4j.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dataconnect4j.emulator.time.RealTime;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waits on what happens, with bounds that only a broken clock meets. */
class RealTimeTest {

  private static final Duration SOON = Duration.ofMillis(50);

  private final RealTime time = new RealTime(Duration.ZERO);
  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    time.close();
  }

  @Test
  void eventsHappenByThemselvesWhenTheyAreDue() throws InterruptedException {
    Instant due = time.now().plus(SOON);
    time.schedule(Duration.ofHours(1), () -> happened.add("never"));
    time.schedule(SOON, () -> happened.add("second " + !time.now().isBefore(due)));
    time.schedule(Duration.ZERO, () -> happened.add("first"));

    assertThat(next()).isEqualTo("first");
    assertThat(next()).isEqualTo("second true");
    assertThat(happened).isEmpty();
  }

  @Test
  void anEventThatFailsStopsNoOther() throws InterruptedException {
    time.schedule(
        Duration.ZERO,
        () -> {
          throw new IllegalStateException("a bug");
        });
    time.schedule(SOON, () -> happened.add("next"));

    assertThat(next()).isEqualTo("next");
  }

  @Test
  void closingInterruptsWhatHappensAndForgetsTheRest() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    time.schedule(
        Duration.ZERO,
        () -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.set(true);
          }
        });
    time.schedule(Duration.ZERO, () -> happened.add("forgotten"));
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

    time.close();
    time.schedule(Duration.ZERO, () -> happened.add("too late"));

    assertThat(interrupted).isTrue();
    assertThat(happened).isEmpty();
  }

  @Test
  void theClockMayBeAheadOfTheMachines() {
    Instant earliest = TimeSource.system().now().plus(Duration.ofDays(30));

    assertThat(new RealTime(Duration.ofDays(30)).now()).isAfterOrEqualTo(earliest);
  }

  @Test
  void anEmulatorInRealTimeHasAClockThatCannotBeMoved() {
    try (DataConnectEmulator emulator =
        DataConnectEmulator.builder().withTenant(1, 0).withRealTime().start()) {
      assertThatIllegalStateException()
          .isThrownBy(emulator::time)
          .withMessage(
              "The emulator was started with real time, and the machine's clock cannot be moved."
                  + " Read it from cloud().time(), or leave out withRealTime().");
      Instant machine = TimeSource.system().now();
      assertThat(emulator.cloud().time().now()).isAfterOrEqualTo(machine);
    }
  }

  @Test
  void aStartMovesTheClockOfAnEmulatorInRealTime() {
    Instant start = Instant.parse("2024-02-29T12:00:00Z");
    try (DataConnectEmulator emulator =
        DataConnectEmulator.builder()
            .withTenant(1, 0)
            .withStart(start)
            .withRealTime()
            .withRunTime(SOON)
            .start()) {
      assertThat(emulator.cloud().time().now()).isBetween(start, start.plus(Duration.ofHours(1)));
    }
  }

  @Test
  void stagesKeepTheirProportions() {
    assertThat(Pace.VIRTUAL.runs().queued()).isEqualTo(Duration.ofMinutes(1));
    assertThat(Pace.VIRTUAL.runs().extracting()).isEqualTo(Duration.ofMinutes(30));
    assertThat(Pace.REAL.withRuns(Duration.ofSeconds(90)).runs())
        .extracting("queued", "initializing", "extracting", "persisting", "canceling")
        .containsExactlyElementsOf(
            List.of(
                Duration.ofSeconds(2),
                Duration.ofSeconds(8),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(1)));
  }

  private String next() throws InterruptedException {
    return happened.poll(1, TimeUnit.MINUTES);
  }
}
