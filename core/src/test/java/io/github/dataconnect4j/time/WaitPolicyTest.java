package io.github.dataconnect4j.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPolicyTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void hasThePresetsThatItsTextPromises() {
    assertThat(WaitPolicy.patient())
        .isEqualTo(new WaitPolicy(Duration.ofDays(1), Duration.ofSeconds(15), 1.5, MINUTE, 0.2));
    assertThat(WaitPolicy.brisk())
        .isEqualTo(
            new WaitPolicy(
                Duration.ofMinutes(10), Duration.ofSeconds(1), 2, Duration.ofSeconds(15), 0.2));
    assertThat(WaitPolicy.upTo(MINUTE)).isEqualTo(WaitPolicy.patient().withTotal(MINUTE));
    assertThat(WaitPolicy.patient().withPause(MINUTE))
        .isEqualTo(new WaitPolicy(Duration.ofDays(1), MINUTE, 1, MINUTE, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void refusesDurationsThatAreNotPositive(Duration duration) {
    assertThatThrownBy(() -> WaitPolicy.upTo(duration))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("total is " + duration + "; it must be longer than zero.");
    assertThatThrownBy(() -> new WaitPolicy(MINUTE, duration, 1, MINUTE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("first is " + duration);
    assertThatThrownBy(() -> new WaitPolicy(MINUTE, MINUTE, 1, duration, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cap is " + duration);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.99, 0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void refusesPausesThatShrink(double growth) {
    assertThatThrownBy(() -> new WaitPolicy(MINUTE, MINUTE, growth, MINUTE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("growth is " + growth + "; it must be at least 1.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1, 2, Double.NaN})
  void refusesJitterThatIsNoShare(double jitter) {
    assertThatThrownBy(() -> new WaitPolicy(MINUTE, MINUTE, 1, MINUTE, jitter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("jitter is " + jitter + "; it must be at least 0 and below 1.");
  }

  @ParameterizedTest
  @CsvSource({"PT2M, PT1M, first is PT2M", "PT1M, PT8760H0.001S, cap is PT8760H0.001S"})
  void refusesPausesLongerThanTheLongest(Duration first, Duration cap, String text) {
    assertThatThrownBy(() -> new WaitPolicy(MINUTE, first, 1, cap, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(text);
  }
}
