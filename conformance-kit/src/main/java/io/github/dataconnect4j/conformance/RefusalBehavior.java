package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.pipeline.PipelineRun;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What cannot be done is refused, and says so: one test for each capability that is missing. */
abstract class RefusalBehavior extends Behavior {

  RefusalBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @TestFactory
  Stream<DynamicTest> refusesClearly() {
    return Arrays.stream(Capability.values())
        .filter(one -> !fixture().capabilities().contains(one))
        .map(one -> dynamicTest("refuses without " + one, () -> assertRefused(one)));
  }

  private void assertRefused(Capability missing) {
    switch (missing) {
      case CANCEL -> assertCancelRefused();
      case TROUBLE ->
          assertNamed(missing, () -> fixture().order(Call.GET_RUN, Trouble.requestLost()));
      case CLOCK -> {
        assertNamed(missing, () -> fixture().advance(Duration.ofSeconds(1)));
        assertNamed(missing, () -> fixture().showRunsAfter(Duration.ofSeconds(1)));
      }
      case ROWS -> assertNamed(missing, () -> fixture().messages());
      case HAND ->
          assertNamed(
              missing, () -> fixture().changeByHand(scene().landing, HostResource.PIPELINE));
    }
  }

  private void assertCancelRefused() {
    PipelineRun run = scene().approved().runner().start(scene().copy());

    assertThatThrownBy(run::cancel)
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining(run.id());
    assertThat(run.await(Scene.LONG).runId()).isEqualTo(run.id());
  }

  private static void assertNamed(Capability missing, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining(missing.name());
  }
}
