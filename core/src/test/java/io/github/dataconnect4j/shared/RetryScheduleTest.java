package io.github.dataconnect4j.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.shared.RetrySchedule.Safety;
import io.github.dataconnect4j.time.HandMovedTime;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

  private static final OptionalInt UNAVAILABLE = OptionalInt.of(503);

  // Now is Sunday, 1 March 2026, 08:00:00 GMT.
  private final HandMovedTime time = new HandMovedTime();
  private final RetrySchedule schedule = new RetrySchedule(time, new Random(5));

  @ParameterizedTest
  @CsvSource({
    // status, may a repeatable request be sent again, may one that is to be sent once
    "429, true, true",
    "408, true, false",
    "500, true, false",
    "502, true, false",
    "503, true, false",
    "504, true, false",
    "   , true, false",
    "200, false, false",
    "202, false, false",
    "400, false, false",
    "401, false, false",
    "403, false, false",
    "404, false, false",
    "409, false, false",
    "412, false, false",
    "501, false, false",
    "507, false, false"
  })
  void retriesOnlyWhatIsSafe(Integer status, boolean repeatable, boolean once) {
    OptionalInt answer = status == null ? OptionalInt.empty() : OptionalInt.of(status);

    for (int retries = 0; retries < 3; retries++) {
      assertThat(pause(retries, Safety.REPEATABLE, answer, null).isPresent()).isEqualTo(repeatable);
      assertThat(pause(retries, Safety.ONCE, answer, null).isPresent()).isEqualTo(once);
    }
    assertThat(pause(3, Safety.REPEATABLE, answer, null)).isEmpty();
    assertThat(pause(3, Safety.ONCE, answer, "1")).isEmpty();
  }

  @Nested
  class TheServersRetryAfter {

    @ParameterizedTest
    @CsvSource({
      "'7', PT7S",
      "' 7 ', PT7S",
      "'0', PT0S",
      "'60', PT1M",
      "'Sun, 01 Mar 2026 08:00:30 GMT', PT30S",
      "'Sun, 1 Mar 2026 08:01:00 GMT', PT1M",
      "'Sun, 01 Mar 2026 08:00:00 GMT', PT0S"
    })
    void wins(String retryAfter, Duration pause) {
      assertThat(pause(0, Safety.REPEATABLE, UNAVAILABLE, retryAfter)).contains(pause);
      assertThat(pause(2, Safety.ONCE, OptionalInt.of(429), retryAfter)).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"61", "1000000000", "9223372036854775807", "Sun, 01 Mar 2026 08:01:01 GMT"})
    void isBelievedAndNotWaitedForWhereItIsLong(String retryAfter) {
      assertThat(pause(0, Safety.REPEATABLE, UNAVAILABLE, retryAfter)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "-1",
          "-9223372036854775808",
          "soon",
          "1.5",
          "0x10",
          "Sat, 28 Feb 2026 08:00:00 GMT",
          "Sun, 01 Mar 2026 07:59:59 GMT",
          "2026-03-01T08:00:30Z",
          "Xyz, 99 Foo 2026 08:00:30 GMT"
        })
    void isAsIfItWereNotThereWhereItNamesNoPause(String retryAfter) {
      assertThat(pause(0, Safety.REPEATABLE, UNAVAILABLE, retryAfter))
          .hasValueSatisfying(
              pause ->
                  assertThat(pause).isBetween(Duration.ofMillis(400), Duration.ofMillis(1200)));
    }

    @Test
    void doesNotMakeARequestRepeatable() {
      assertThat(pause(0, Safety.ONCE, UNAVAILABLE, "1")).isEmpty();
    }
  }

  @Nested
  class OurOwnPause {

    @ParameterizedTest
    @CsvSource({"0, 800", "1, 1600", "2, 3200"})
    void doublesAndSpreads(int retries, long whole) {
      LongSummaryStatistics pauses =
          LongStream.range(0, 1000)
              .map(
                  i ->
                      pause(retries, Safety.REPEATABLE, UNAVAILABLE, null).orElseThrow().toMillis())
              .summaryStatistics();

      assertThat(pauses.getMin()).isGreaterThanOrEqualTo(whole / 2);
      assertThat(pauses.getMax()).isLessThanOrEqualTo(whole * 3 / 2);
      assertThat(pauses.getMax() - pauses.getMin())
          .as("spread, at least half of the base delay")
          .isGreaterThanOrEqualTo(whole / 2);
      assertThat(pauses.getAverage()).isBetween(whole * 0.9, whole * 1.1);
    }
  }

  private Optional<Duration> pause(
      int retries, Safety safety, OptionalInt status, String retryAfter) {
    return schedule.pause(retries, safety, status, Optional.ofNullable(retryAfter));
  }
}
