package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunStage;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Requests and answers that get lost, and runs that show late. */
abstract class LostAndLateBehavior extends Behavior {

  private static final Duration LATE = Duration.ofSeconds(45);

  LostAndLateBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void findsTheRunWhoseStartWasNotAnswered() {
    needs(Capability.TROUBLE);
    DataConnectApp app = scene().approved();
    fixture().order(Call.CREATE_RUN, Trouble.answerLost());

    PipelineRun run = app.runner().start(scene().copy());

    assertThat(run.await(Scene.LONG).runId()).isEqualTo(run.id());
    assertThat(fixture().runs(scene().landing)).isEqualTo(1);
  }

  @Test
  void doesNotRepeatAStartThatGotLost() {
    needs(Capability.TROUBLE);
    DataConnectApp app = scene().approved();
    fixture().order(Call.CREATE_RUN, Trouble.requestLost());

    assertThatThrownBy(() -> app.runner().start(scene().copy()))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("run key");
    assertThat(fixture().runs(scene().landing)).isZero();
  }

  @Test
  void takesAWriteForDoneWhoseAnswerWasLost() {
    needs(Capability.TROUBLE);
    DataConnectApp app = scene().approved();
    fixture().order(Call.PUT_PIPELINE, Trouble.answerLost());

    app.runner().start(scene().copy());
    int writes = fixture().writes();
    app.runner().start(scene().copy());

    // The second start alone: the pipeline stands as asked.
    assertThat(fixture().writes()).isEqualTo(writes + 1);
  }

  @Test
  void waitsForARunThatShowsLate() {
    needs(Capability.CLOCK);
    DataConnectApp app = scene().approved();
    fixture().showRunsAfter(LATE);
    PipelineRun run = app.runner().start(scene().copy());

    assertThat(scene().pipelines().find(run.id())).isEmpty();
    run.await(Scene.LONG);

    assertThat(run.stage()).isEqualTo(RunStage.SUCCEEDED);
  }

  @Test
  void findsALostStartThatShowsLate() {
    needs(Capability.CLOCK, Capability.TROUBLE);
    DataConnectApp app = scene().approved();
    fixture().showRunsAfter(LATE);
    fixture().order(Call.CREATE_RUN, Trouble.answerLost());

    PipelineRun run = app.runner().start(scene().copy());

    assertThat(run.await(Scene.LONG).runId()).isEqualTo(run.id());
    assertThat(fixture().runs(scene().landing)).isEqualTo(1);
  }
}
