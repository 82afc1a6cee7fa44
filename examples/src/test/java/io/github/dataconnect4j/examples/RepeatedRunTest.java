package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The same program, twice against the same cloud. */
class RepeatedRunTest {

  @Test
  void makesNothingTwiceAndKeepsTheRowsApart() {
    try (Scene scene = new Scene()) {
      PipelineRun first = program(scene);
      long rows = rows(first);
      int requests = scene.emulator.requests().size();

      PipelineRun second = program(scene);

      assertThat(scene.writesSince(requests))
          .extracting(RecordedRequest::method)
          .as("the start of the run is all that is sent: %s", scene.writesSince(requests))
          .containsExactly("POST");
      assertThat(scene.writesSince(requests).get(0).target()).contains("/createRun");
      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(second.output().folder()).isNotEqualTo(first.output().folder());
      assertThat(rows(second)).isEqualTo(rows).isPositive();
      assertThat(rows(first)).isEqualTo(rows);
    }
  }

  @Test
  void anApplyThatFindsAllInPlaceWritesNothing() {
    try (Scene scene = new Scene()) {
      scene.dataConnect.plan(scene.landing).apply();
      int requests = scene.emulator.requests().size();

      assertThat(scene.dataConnect.plan(scene.landing).isUpToDate()).isTrue();
      scene.dataConnect.plan(scene.landing).apply();

      assertThat(scene.writesSince(requests)).isEmpty();
    }
  }

  @Test
  void anotherProcessAttachesToTheRun() {
    try (Scene scene = new Scene()) {
      DataConnectApp app = scene.approved(scene.mail());
      PipelineRun run = app.runner().start(scene.lastMonth());

      PipelineRun attached = scene.dataConnect.app(scene.mail()).runner().attach(run.id());

      assertThat(attached.await(WaitPolicy.patient()).rows().getAsLong()).isEqualTo(rows(attached));
      assertThat(attached.key()).isEqualTo(run.key());
      assertThat(attached.output().folder()).isEqualTo(run.output().folder());
    }
  }

  @Test
  void aCancelledRunEndsCancelled() {
    try (Scene scene = new Scene()) {
      PipelineRun run = scene.approved(scene.mail()).runner().start(scene.lastMonth());

      run.cancel();
      scene.emulator.time().advance(Duration.ofMinutes(5));

      assertThat(run.refresh().stage()).isEqualTo(RunStage.CANCELLED);
    }
  }

  private static PipelineRun program(Scene scene) {
    DataConnectApp app = scene.approved(scene.mail());
    PipelineRun run = app.runner().start(scene.lastMonth());
    run.await(WaitPolicy.upTo(Duration.ofHours(6)));
    return run;
  }

  private static long rows(PipelineRun run) {
    try (Rows<Row> rows = Extracts.of(run).rows()) {
      return rows.stream().count();
    }
  }
}
