package io.github.dataconnect4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.benchmarks.Measure.Sample;
import io.github.dataconnect4j.benchmarks.Measure.Samples;
import io.github.dataconnect4j.benchmarks.Measure.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasureTest {

  private static Work taking(Integer... seconds) {
    Iterator<Integer> left = List.of(seconds).iterator();
    return () -> Duration.ofSeconds(left.next());
  }

  @Test
  void tellsTheMedianOfTheRoundsThatCount() throws Exception {
    Samples samples = new Measure(2, 3).of(Map.of("one", taking(90, 80, 4, 2, 9)));

    assertThat(samples.all())
        .containsEntry(
            "one", new Sample(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(9)));
    assertThat(samples.of("one").perSecond(1_000)).isEqualTo(250);
  }

  @Test
  void comparesMedians() throws Exception {
    Samples samples = new Measure(0, 1).of(Map.of("one", taking(6), "other", taking(4)));

    assertThat(samples.of("one").timesAsLongAs(samples.of("other"))).isEqualTo(1.5);
  }

  @Test
  void takesTurnsAndBeginsEachRoundWithAnother() throws Exception {
    List<String> order = new ArrayList<>();
    Map<String, Work> works = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c")) {
      works.put(
          name,
          () -> {
            order.add(name);
            return Duration.ZERO;
          });
    }

    new Measure(1, 2).of(works);

    assertThat(order).containsExactly("c", "a", "b", "a", "b", "c", "b", "c", "a");
  }

  @Test
  void needsARoundThatCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measure(1, 0))
        .withMessageContaining("not 1 and 0");
  }
}
