package io.github.dataconnect4j.internal;

import static io.github.dataconnect4j.internal.Scene.lastMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.RunFailedException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.Pipelines.Failure;
import io.github.dataconnect4j.time.HandMovedTime;
import io.github.dataconnect4j.time.WaitPolicy;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolledRunTest {

  private static final WaitPolicy POLICY =
      WaitPolicy.upTo(Duration.ofHours(6)).withPause(Duration.ofSeconds(30));

  private final Scene scene = new Scene();
  private final FakeAccount account = scene.account;
  private final FakePipelines pipelines = account.pipelines;
  private final PipelineRun run = scene.approved().runner().start(lastMonth());

  @Nested
  class Awaiting {

    @Test
    void reportsWhatWasWritten() throws Exception {
      String folder = run.output().folder();
      account.files.put(folder + "a.json", "{\"sender\":1}\n");
      account.files.put(folder + "b.json", "{}\n");
      account.files.put(folder + "metadata/JobMetadata", "{\"NumberOfRowsExtracted\":2}");
      account.files.put("mail/Message_v1/another-run/c.json", "{}\n");

      RunReport report = run.await(POLICY);

      assertThat(report.runId()).isEqualTo("run-1");
      assertThat(report.runKey()).isEqualTo(run.key());
      assertThat(report.pipeline()).startsWith("email-metrics_Message_v1_");
      assertThat(report.startedAt()).isEqualTo(HandMovedTime.START);
      assertThat(report.duration()).isEqualTo(Duration.ofMinutes(45));
      assertThat(report.rows()).hasValue(2);
      assertThat(report.files()).isEqualTo(2);
      assertThat(report.bytes()).isEqualTo(16);
      assertThat(run.output().files())
          .extracting(StoredFile::path)
          .containsExactly(folder + "a.json", folder + "b.json");
      assertThat(run.output().metadataFiles()).hasSize(1);
      try (InputStream file = run.output().open(run.output().files().get(1))) {
        assertThat(file.readAllBytes()).isEqualTo("{}\n".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(run.output()).hasToString("https://mgdcdata.blob.core.windows.net/m365/" + folder);
    }

    @Test
    void reportsARunThatWroteNothing() {
      RunReport report = run.await(POLICY);

      assertThat(report.rows()).isEqualTo(OptionalLong.empty());
      assertThat(report.files()).isZero();
      assertThat(report.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "[]",
          "{\"NumberOfRowsExtracted\":",
          "not JSON",
          "{\"NumberOfRowsExtracted\":\"many\"}",
          "{\"NumberOfRowsExtracted\":99999999999999999999}",
          "{\"Nested\":{\"NumberOfRowsExtracted\":5}}"
        })
    void doesNotKnowTheRowsWhereTheMetadataDoesNotTell(String metadata) {
      account.files.put(run.output().folder() + "metadata/JobMetadata", metadata);

      assertThat(run.await(POLICY).rows()).isEmpty();
    }

    @Test
    void readsTheRowsFromAmongOtherFieldsAndFiles() {
      account.files.put(run.output().folder() + "metadata/A", "{}");
      account.files.put(
          run.output().folder() + "metadata/JobMetadata",
          "{\"Errors\":\"\",\"Details\":{\"a\":[1]},\"NumberOfRowsExtracted\":10000000000}");

      assertThat(run.await(POLICY).rows()).hasValue(10_000_000_000L);
    }

    @Test
    void tellsEachChangeOfStageOnce() {
      List<RunStage> first = new ArrayList<>();
      List<RunStage> second = new ArrayList<>();

      run.onStage(first::add).onStage(second::add).await(POLICY);

      assertThat(first)
          .isEqualTo(second)
          .containsExactly(
              RunStage.INITIALIZING, RunStage.EXTRACTING, RunStage.PERSISTING, RunStage.SUCCEEDED);
    }

    @Test
    void looksNoMoreOnceTheRunHasEnded() {
      run.await(POLICY);
      int looks = pipelines.looks;
      List<RunStage> stages = new ArrayList<>();

      run.onStage(stages::add).refresh();
      assertThat(run.await(POLICY).runKey()).isEqualTo(run.key());
      run.cancel();

      assertThat(pipelines.looks).isEqualTo(looks);
      assertThat(stages).isEmpty();
      assertThat(account.writes).noneMatch(write -> write.startsWith("cancel"));
    }

    @Test
    void leavesTheRunGoingWhenTheTimeIsUp() {
      WaitEndedException ended =
          catchThrowableOfType(
              WaitEndedException.class, () -> run.await(POLICY.withTotal(Duration.ofMinutes(10))));

      assertThat(ended.limit()).isEqualTo(WaitEndedException.Limit.TOTAL);
      assertThat(ended.looks()).isEqualTo(21);
      assertThat(ended.waited()).isEqualTo(Duration.ofMinutes(10));
      assertThat(ended.problem().code()).contains("RUN_PENDING");
      assertThat(ended.problem().ids())
          .containsEntry("runId", "run-1")
          .containsEntry("runKey", run.key())
          .containsEntry("looks", "21")
          .containsEntry("waited", "PT10M");
      assertThat(ended)
          .hasMessageContaining("the end of run run-1")
          .hasMessageContaining("stage EXTRACTING")
          .hasMessageContaining("21 times in PT10M")
          .hasMessageContaining("runner.attach(\"run-1\").await(…)");
      assertThat(account.writes).noneMatch(write -> write.startsWith("cancel"));
      assertThat(run.await(POLICY).duration()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void takesAStageThatItDoesNotKnowForRunning() {
      pipelines.stages.clear();
      pipelines.stages.put(Duration.ZERO, RunStage.UNRECOGNIZED);
      pipelines.stages.put(Duration.ofMinutes(45), RunStage.SUCCEEDED);

      assertThat(run.await(POLICY).duration()).isEqualTo(Duration.ofMinutes(45));
    }
  }

  @Nested
  class ARunThatTheHostDoesNotShow {

    @Test
    void isWaitedForForTwoMinutes() {
      pipelines.shownAfter = Duration.ofMinutes(2);

      assertThat(run.await(POLICY).duration()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void isMissedAfterwards() {
      pipelines.shownAfter = Duration.ofDays(1);

      NotFoundException missing =
          catchThrowableOfType(NotFoundException.class, () -> run.await(POLICY));

      assertThat(account.time.elapsed()).isEqualTo(Duration.ofSeconds(150));
      assertThat(missing.problem().ids())
          .containsEntry("runId", "run-1")
          .containsEntry("runKey", run.key());
      assertThat(missing)
          .hasMessageContaining("has not shown it for 150 s")
          .hasMessageContaining("with run key " + run.key());
    }

    @Test
    void isNotMissedOnceItWasSeen() {
      account.time.move(Duration.ofMinutes(1));
      assertThat(run.refresh().stage()).isEqualTo(RunStage.INITIALIZING);
      var hidden = pipelines.runs.remove("run-1");
      account.time.move(Duration.ofMinutes(10));

      assertThat(run.refresh().stage()).isEqualTo(RunStage.INITIALIZING);

      pipelines.runs.put("run-1", hidden);
      assertThat(run.refresh().stage()).isEqualTo(RunStage.EXTRACTING);
    }
  }

  @Test
  void doesNotTakeARunWithAnotherKeyForItsOwn() {
    pipelines.runs.get("run-1").parameters = Map.of("runKey", "their-key");

    OutcomeUnknownException unknown =
        catchThrowableOfType(OutcomeUnknownException.class, () -> run.await(POLICY));

    assertThat(unknown.problem().ids())
        .containsEntry("runId", "run-1")
        .containsEntry("runKey", run.key());
    assertThat(unknown)
        .hasMessageContaining("for run key " + run.key())
        .hasMessageContaining("it has run key their-key");
    assertThat(run.stage()).isEqualTo(RunStage.QUEUED);
  }

  @Test
  void doesNotComeBackToLifeWhenAnOlderAnswerArrivesLate() {
    List<RunStage> stages = new ArrayList<>();
    run.onStage(stages::add);
    account.time.move(Duration.ofMinutes(5));
    pipelines.meanwhile =
        () -> {
          account.time.move(Duration.ofMinutes(40));
          run.refresh();
        };

    assertThat(run.refresh().stage()).isEqualTo(RunStage.SUCCEEDED);
    assertThat(stages).containsExactly(RunStage.SUCCEEDED);
  }

  @Nested
  class Cancelling {

    @Test
    void endsTheRun() {
      run.cancel();

      assertThat(account.writes).endsWith("cancel run-1");
      RunFailedException cancelled =
          catchThrowableOfType(RunFailedException.class, () -> run.await(POLICY));
      assertThat(cancelled.problem().code()).contains("RUN_CANCELLED");
      assertThat(cancelled.serviceText()).isEqualTo("raw CANCELLED");
      assertThat(cancelled).hasMessageContaining("run run-1: it was cancelled.");
    }
  }

  @Nested
  class AFailedRun {

    @ParameterizedTest
    @CsvSource({
      "'ConsentNotFound', APP_NOT_FOUND",
      "'Invalid requested columns. The following requested columns were not consented to for data"
          + " set: body', COLUMNS_NOT_AUTHORIZED"
    })
    void isAConsentExceptionWhereConsentIsWanting(String detail, String code) {
      fail(detail);

      ConsentException refused =
          catchThrowableOfType(ConsentException.class, () -> run.await(POLICY));

      assertThat(refused.problem().code()).contains(code);
      assertThat(run.stage()).isEqualTo(RunStage.FAILED);
    }

    @Test
    void tellsTheServicesReasonOtherwise() {
      fail("The moon is full.");

      assertThatThrownBy(() -> run.await(POLICY))
          .isInstanceOf(RunFailedException.class)
          .hasMessageContaining("Could not get the data of run run-1: The moon is full.");
    }

    private void fail(String detail) {
      pipelines.stages.put(Duration.ofMinutes(45), RunStage.FAILED);
      pipelines.failure = Optional.of(new Failure("2200", detail, "Copy"));
    }
  }
}
