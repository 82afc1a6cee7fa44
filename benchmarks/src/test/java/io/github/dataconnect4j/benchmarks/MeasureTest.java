package io.github.dataconnect4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.benchmarks.Measure.Amount;
import io.github.dataconnect4j.benchmarks.Measure.Result;
import io.github.dataconnect4j.spi.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureTest {

  /** Every run takes as long as the list says. */
  private static final class Scripted implements TimeSource {
    private final Iterator<Integer> seconds;
    private Duration at = Duration.ZERO;
    private boolean running;

    Scripted(Integer... seconds) {
      this.seconds = List.of(seconds).iterator();
    }

    @Override
    public Instant now() {
      throw new AssertionError("not asked");
    }

    @Override
    public Duration elapsed() {
      if (running) {
        at = at.plusSeconds(seconds.next());
      }
      running = !running;
      return at;
    }

    @Override
    public void sleep(Duration duration) {
      throw new AssertionError("not asked");
    }
  }

  @Test
  void tellsTheMedianOfTheRunsThatCount() throws Exception {
    Measure measure = Measure.with(new Scripted(90, 80, 4, 2, 9), 2, 3);

    Result result = measure.of(() -> new Amount(1_000, 8_000_000));

    assertThat(result.took()).isEqualTo(Duration.ofSeconds(4));
    assertThat(result.rowsPerSecond()).isEqualTo(250);
    assertThat(result.megabytesPerSecond()).isEqualTo(2);
    assertThat(ExtractBenchmark.line("read", result))
        .isEqualTo(
            "read                                          4,000 ms          250 rows/s      2.0"
                + " MB/s");
  }

  @Test
  void needsARunThatCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.with(TimeSource.system(), 1, 0))
        .withMessageContaining("not 1 and 0");
  }

  @Test
  void readsItsOwnRowsHereAndInAFreshJvm(@TempDir Path folder) throws Exception {
    SampleRows.write(folder.resolve("rows.json"), 500);

    assertThat(ExtractBenchmark.reading(folder).run().rows()).isEqualTo(500);
    assertThat(FreshJvm.run(ExtractBenchmark.OneReading.class, List.of(), folder.toString()))
        .isEqualToIgnoringNewLines("500");
  }

  @Test
  void tellsWhyAFreshJvmFailed() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> FreshJvm.run(ExtractBenchmark.OneReading.class, List.of(), "no-such"))
        .withMessageContaining("ended with 1")
        .withMessageContaining("'no-such' is not a folder");
  }
}
