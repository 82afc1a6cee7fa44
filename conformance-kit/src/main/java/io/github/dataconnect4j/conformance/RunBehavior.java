package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.RunFailedException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Runs from start to end, seen from one process and from two. */
abstract class RunBehavior extends Behavior {

  private static final List<RunStage> ORDER =
      List.of(
          RunStage.QUEUED,
          RunStage.INITIALIZING,
          RunStage.EXTRACTING,
          RunStage.PERSISTING,
          RunStage.SUCCEEDED);

  RunBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void runsACopyToItsEnd() {
    PipelineRun run = scene().approved().runner().start(scene().copy());

    RunReport report = run.await(Scene.LONG);

    assertThat(report.runId()).isEqualTo(run.id());
    assertThat(report.runKey()).isEqualTo(run.key());
    assertThat(run.stage()).isEqualTo(RunStage.SUCCEEDED);
    assertThat(report.duration()).isPositive();
    assertThat(report.files()).isPositive();
    assertThat(run.output().files())
        .allSatisfy(file -> assertThat(file.path()).startsWith(run.output().folder()));
    assertThat(run.output().folder()).endsWith("/" + run.key() + "/");
  }

  @Test
  void showsEveryStage() {
    needs(Capability.CLOCK);
    PipelineRun run = scene().approved().runner().start(scene().copy());

    Set<RunStage> seen = EnumSet.of(look(run).stage());
    for (int looks = 0; looks < 500 && !seen.contains(RunStage.SUCCEEDED); looks++) {
      fixture().advance(Duration.ofSeconds(30));
      seen.add(look(run).stage());
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @Test
  void reportsProgressInOrder() {
    needs(Capability.CLOCK);
    List<RunStage> heard = new ArrayList<>();
    PipelineRun run = scene().approved().runner().start(scene().copy()).onStage(heard::add);

    run.await(Scene.LONG.withPause(Duration.ofSeconds(30)));

    assertThat(heard).doesNotHaveDuplicates().endsWith(RunStage.SUCCEEDED);
    assertThat(heard).isSortedAccordingTo((a, b) -> ORDER.indexOf(a) - ORDER.indexOf(b));
  }

  @Test
  void keepsAStateThatItDoesNotKnow() {
    needs(Capability.HAND);
    PipelineRun run = scene().approved().runner().start(scene().copy());

    String word = fixture().showUnknownState(scene().landing, run.id());

    RunState state = look(run);
    assertThat(state.stage()).isEqualTo(RunStage.UNRECOGNIZED);
    assertThat(state.rawStatus()).isEqualTo(word);
    assertThat(state.failure()).isEmpty();
  }

  @Test
  void tellsRunsApart() {
    DataConnectApp app = scene().approved();
    PipelineRun first = app.runner().start(scene().copy());
    PipelineRun second = app.runner().start(scene().copy());

    assertThat(second.id()).isNotEqualTo(first.id());
    for (PipelineRun run : List.of(first, second)) {
      assertThat(look(run).runId()).isEqualTo(run.id());
      assertThat(look(run).parameters()).containsEntry(Pipelines.RUN_KEY, run.key());
    }
  }

  @Test
  void cancelsARun() {
    needs(Capability.CANCEL);
    PipelineRun run = scene().approved().runner().start(scene().copy());

    run.cancel();

    assertThatThrownBy(() -> run.await(Scene.LONG))
        .isInstanceOfSatisfying(
            RunFailedException.class, e -> assertThat(e.problem().code()).contains("RUN_CANCELLED"))
        .hasMessageContaining(run.id());
    assertThat(run.stage()).isEqualTo(RunStage.CANCELLED);
    assertThat(run.output().files()).isEmpty();
  }

  @Test
  void leavesARunThatHasEndedAsItIs() {
    needs(Capability.CANCEL);
    PipelineRun run = scene().approved().runner().start(scene().copy());
    run.await(Scene.LONG);

    scene().pipelines().cancel(run.id());

    assertThat(look(run).stage()).isEqualTo(RunStage.SUCCEEDED);
  }

  @Test
  void isAttachedToFromAnotherProcess() {
    PipelineRun run = scene().approved().runner().start(scene().copy());

    try (DataConnect elsewhere = DataConnect.open(fixture().account())) {
      PipelineRun attached = elsewhere.app(scene().registration()).runner().attach(run.id());

      assertThat(attached.key()).isEqualTo(run.key());
      assertThat(attached.await(Scene.LONG)).isEqualTo(run.await(Scene.LONG));
    }
  }

  @Test
  void tellsTheColumnsThatItCopied() {
    PipelineRun run =
        scene()
            .approved()
            .runner()
            .start(scene().copy().withColumns(Scene.MESSAGES.columns("sender")));
    run.await(Scene.LONG);

    try (DataConnect elsewhere = DataConnect.open(fixture().account())) {
      PipelineRun attached = elsewhere.app(scene().registration()).runner().attach(run.id());

      assertThat(attached.output().selection()).contains(Scene.MESSAGES.columns("sender"));
    }
  }

  @Test
  void knowsNoRunThatIsNotThere() {
    DataConnectApp app = scene().approved();
    String id = "00000000-0000-4000-8000-000000000002";

    assertThat(scene().pipelines().find(id)).isEmpty();
    assertThatThrownBy(() -> app.runner().attach(id))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining(id);
  }

  @Test
  void findsARunOnTheThirdPage() {
    Pipelines pipelines = scene().pipelines();
    PipelineRun oldest = scene().approved().runner().start(scene().copy());
    String pipeline = look(oldest).pipeline();
    if (fixture().capabilities().contains(Capability.CLOCK)) {
      fixture().advance(Duration.ofSeconds(1)); // where time passes by itself, it has
    }
    for (int i = 0; i < 2 * fixture().runsPerPage(); i++) {
      pipelines.start(pipeline, scene().parameters("later-" + i));
    }

    assertThat(pipelines.findRun(pipeline, oldest.key(), scene().now().minus(Duration.ofHours(1))))
        .contains(oldest.id());
  }

  private RunState look(PipelineRun run) {
    return scene().pipelines().find(run.id()).orElseThrow();
  }
}
