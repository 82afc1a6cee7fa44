package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.error.ThrottledException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.shared.RetrySchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A service that asks to come back later. */
abstract class ThrottlingBehavior extends Behavior {

  /** Longer than any pause that nobody asked for, and short enough to be waited for. */
  private static final Duration ASKED = Duration.ofSeconds(37);

  ThrottlingBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void waitsAsLongAsAReadIsAskedTo() {
    needs(Capability.TROUBLE, Capability.CLOCK);
    PipelineRun run = scene().approved().runner().start(scene().copy());

    assertThat(
            timed(Call.GET_RUN, () -> assertThat(scene().pipelines().find(run.id())).isPresent()))
        .isGreaterThanOrEqualTo(ASKED);
  }

  @Test
  void waitsAsLongAsAWriteIsAskedTo() {
    needs(Capability.TROUBLE, Capability.CLOCK);
    DataConnectApp app = scene().approved();

    assertThat(timed(Call.PUT_PIPELINE, () -> app.runner().start(scene().copy())))
        .isGreaterThanOrEqualTo(ASKED);
    assertThat(fixture().runs(scene().landing)).isEqualTo(1);
  }

  @Test
  void waitsAsLongAsAStartIsAskedTo() {
    needs(Capability.TROUBLE, Capability.CLOCK);
    DataConnectApp app = scene().approved();

    assertThat(timed(Call.CREATE_RUN, () -> app.runner().start(scene().copy())))
        .isGreaterThanOrEqualTo(ASKED);
    assertThat(fixture().runs(scene().landing)).isEqualTo(1);
  }

  @Test
  void saysSoWhenItIsThrottledForGood() {
    needs(Capability.TROUBLE, Capability.CLOCK);
    PipelineRun run = scene().approved().runner().start(scene().copy());
    for (int i = 0; i <= RetrySchedule.MOST_RETRIES; i++) {
      fixture().order(Call.GET_RUN, Trouble.throttled(ASKED));
    }

    assertThatThrownBy(() -> scene().pipelines().find(run.id()))
        .isInstanceOf(ThrottledException.class)
        .hasMessageContaining(run.id());
  }

  private Duration timed(Call call, Runnable work) {
    fixture().order(call, Trouble.throttled(ASKED));
    Instant before = scene().now();
    work.run();
    return Duration.between(before, scene().now());
  }
}
