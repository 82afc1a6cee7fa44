package io.github.dataconnect4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.internal.FakePipelines.Answer;
import io.github.dataconnect4j.pipeline.ExistingPipeline;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.PipelineRunner;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.FoundPipeline.FoundCopy;
import io.github.dataconnect4j.spi.FoundPipeline.Part;
import io.github.dataconnect4j.spi.FoundPipeline.Part.Kind;
import io.github.dataconnect4j.spi.FoundPipeline.SinkPath;
import io.github.dataconnect4j.time.HandMovedTime;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pipelines that people made, on a host in memory. */
class HandmadePipelineTest {

  private static final Part DAY = new Part(Kind.PARAMETER, "day");
  private static final Part KEY = new Part(Kind.PARAMETER, "runKey");

  private final Scene scene = new Scene();
  private final FakeAccount account = scene.account;
  private final FakePipelines pipelines = account.pipelines;
  private final PipelineRunner runner = scene.approved().runner();

  private static Part text(String text) {
    return new Part(Kind.TEXT, text);
  }

  private static FoundCopy copy(String activity, Part... sink) {
    return new FoundCopy(
        activity,
        "BasicDataSet_v0.Message_v1",
        List.of("subject", "sender"),
        new SinkPath(List.of(sink)));
  }

  /** A pipeline; a parameter is written {@code day}, or {@code day=monday} with a default value. */
  private void has(String parameters, FoundCopy... copies) {
    Map<String, Optional<String>> declared = new HashMap<>();
    Stream.of(parameters.split(" "))
        .filter(one -> !one.isEmpty())
        .map(one -> one.split("="))
        .forEach(
            one -> declared.put(one[0], one.length > 1 ? Optional.of(one[1]) : Optional.empty()));
    pipelines.byHand.put("CopyMail", new FoundPipeline("CopyMail", declared, List.of(copies)));
  }

  private ExistingPipeline existing() {
    return runner.existing("CopyMail");
  }

  private void file(String path, Duration afterStart) {
    account.files.put(path, "{}\n");
    account.changed.put(path, HandMovedTime.START.plus(afterStart));
  }

  @Nested
  class ANameThatTheHostDoesNotKnow {

    @Test
    void isRefusedWithTheNamesThatThereAre() {
      has("");
      pipelines.byHand.put("Other", new FoundPipeline("Other", Map.of(), List.of()));

      NotFoundException missing =
          catchThrowableOfType(NotFoundException.class, () -> runner.existing("Mail"));

      assertThat(missing)
          .hasMessageContaining("find pipeline 'Mail'")
          .hasMessageContaining("There are 'CopyMail', 'Other'.");
      assertThat(missing.problem().ids()).containsEntry("pipeline", "Mail");
    }

    @Test
    void isRefusedWithSomeOfManyNames() {
      for (int i = 10; i < 40; i++) {
        pipelines.byHand.put("p" + i, new FoundPipeline("p" + i, Map.of(), List.of()));
      }

      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> runner.existing("Mail"))
          .withMessageContaining("'p29' and more.")
          .withMessageNotContaining("p30");
    }

    @Test
    void isRefusedWhereThereAreNoneAtAll() {
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> runner.existing("Mail"))
          .withMessageContaining("has no pipelines at all");
    }
  }

  @Nested
  class AStart {

    @Test
    void sendsItsParametersAndAKeyWhereThePipelineTakesOne() {
      has("day hour=12 runKey", copy("Copy", text("data/"), DAY));

      PipelineRun run = existing().start(Map.of("day", "monday"));

      assertThat(pipelines.runs.get(run.id()).parameters)
          .isEqualTo(Map.of("day", "monday", "runKey", run.key()));
      assertThat(run.key()).startsWith("20260301T080000Z-");
      assertThat(account.writes).containsExactly("start CopyMail");
      assertThat(run.stage()).isEqualTo(RunStage.QUEUED);
    }

    @Test
    void knowsWhatItsPipelineAsksForAndThenWhatRan() {
      has("", copy("Copy", text("data/mail")));

      PipelineRun run = existing().start(Map.of());

      assertThat(run.output().selection()).contains(Scene.MESSAGES.columns("sender", "subject"));
      pipelines.ran = Map.of("Copy", List.of("subject"), "Other", List.of("body"));
      assertThat(run.refresh().output().selection()).contains(Scene.MESSAGES.columns("subject"));
    }

    @Test
    void doesNotKnowWhatAnExpressionHides() {
      SinkPath sink = new SinkPath(List.of(text("data/mail")));
      for (FoundCopy hidden :
          List.of(
              new FoundCopy("Copy", "@pipeline().parameters.table", List.of("subject"), sink),
              new FoundCopy("Copy", "BasicDataSet_v0.Message_v1", List.of(), sink),
              new FoundCopy("Copy", "BasicDataSet_v0.Message_v1", List.of("mood"), sink))) {
        has("", hidden);

        assertThat(existing().start(Map.of()).output().selection()).isEmpty();
      }
    }

    @Test
    void knowsWhichOfSeveralCopiesIsRead() {
      has("", copy("A", text("data/a")), copy("B", text("data/b")));
      pipelines.ran = Map.of("A", List.of("body"), "B", List.of("subject"));

      PipelineRun chosen = existing().readingCopy("B").start(Map.of()).refresh();
      PipelineRun unknown = existing().readingFrom("data").start(Map.of()).refresh();

      assertThat(chosen.output().selection()).contains(Scene.MESSAGES.columns("subject"));
      assertThat(unknown.output().selection()).isEmpty();
    }

    @Test
    void isKnownByItsIdWhereThePipelineTakesNoKey() {
      has("", copy("Copy", text("data/mail")));

      PipelineRun run = existing().start(Map.of());

      assertThat(pipelines.runs.get(run.id()).parameters).isEmpty();
      assertThat(run.key()).isEqualTo(run.id());
      assertThat(run.await(WaitPolicy.patient()).runKey()).isEqualTo(run.id());
    }

    @Test
    void namesEveryFaultOfItsParametersAndStartsNothing() {
      has("day runKey", copy("Copy", text("data/"), DAY));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> existing().start(Map.of("dya", "x", "runKey", "mine")))
          .withMessageContaining("'dya' is not one that pipeline 'CopyMail' declares")
          .withMessageContaining("[day, runKey]")
          .withMessageContaining("'runKey' tells each run from all others")
          .withMessageContaining("'day' of pipeline 'CopyMail' has no value");
      assertThat(pipelines.starts).isZero();
    }

    @Test
    void whoseAnswerIsLostIsFoundByItsKey() {
      has("runKey", copy("Copy", text("data/"), KEY));
      pipelines.answer = Answer.IS_LOST;
      pipelines.shownAfter = Duration.ofSeconds(45);

      PipelineRun run = existing().start(Map.of());

      assertThat(run.id()).isEqualTo("run-1");
      assertThat(pipelines.starts).isEqualTo(1);
    }

    @Test
    void whoseAnswerIsLostIsInDoubtAtOnceWithoutAKey() {
      has("", copy("Copy", text("data/mail")));
      pipelines.answer = Answer.IS_LOST;

      OutcomeUnknownException unknown =
          catchThrowableOfType(OutcomeUnknownException.class, () -> existing().start(Map.of()));

      assertThat(unknown)
          .hasMessageContaining("declares no parameter 'runKey'")
          .hasMessageContaining("that began about 2026-03-01T08:00:00Z");
      assertThat(unknown.problem().ids()).isEqualTo(Map.of("pipeline", "CopyMail"));
      assertThat(pipelines.starts).isEqualTo(1);
      assertThat(pipelines.looks).isZero();
      assertThat(account.time.elapsed()).isZero();
    }

    @Test
    void isRefusedWhereItCannotBeToldWhereItWrites() {
      has("", copy("Copy", text("data/"), new Part(Kind.UNRESOLVED, "@utcNow()")));

      NotFoundException unknown =
          catchThrowableOfType(NotFoundException.class, () -> existing().start(Map.of()));

      assertThat(unknown)
          .hasMessageContaining("tell where pipeline 'CopyMail' writes")
          .hasMessageContaining("@utcNow()")
          .hasMessageContaining("readingFrom(");
      assertThat(unknown.problem().code()).contains("OUTPUT_UNKNOWN");
      assertThat(pipelines.starts).isZero();
      assertThat(existing().readingFrom("mail").start(Map.of()).output().folder())
          .isEqualTo("mail/");
    }

    @Test
    void ofSeveralCopiesWantsToKnowWhichIsRead() {
      has("", copy("A", text("data/a")), copy("B", text("data/b")));

      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> existing().start(Map.of()))
          .withMessageContaining("'A' (BasicDataSet_v0.Message_v1), 'B' (")
          .withMessageContaining("readingCopy(");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> existing().readingCopy("C"))
          .withMessageContaining("'C' is not one of [A, B]");
      assertThat(existing().readingCopy("B").start(Map.of()).output().folder()).isEqualTo("b/");
    }

    @Test
    void ofAPipelineWithoutACopyWantsAFolder() {
      has("");

      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> existing().start(Map.of()))
          .withMessageContaining("no activity of its own that copies");
    }
  }

  @Nested
  class TheRows {

    @Test
    void areWhereTheParametersSay() {
      has(
          "day hour=12",
          copy("Copy", text("raw/"), DAY, text("/"), new Part(Kind.PARAMETER, "hour")));

      PipelineRun run = existing().start(Map.of("day", "monday"));

      assertThat(run.output()).hasToString(Scene.ENDPOINT + "raw/monday/12/");
    }

    @Test
    void mayLieInTheContainersRoot() {
      has("", copy("Copy", text("raw")));

      assertThat(existing().start(Map.of()).output()).hasToString(Scene.ENDPOINT + "raw/");
      assertThat(existing().readingFrom("").start(Map.of()).output())
          .hasToString(Scene.ENDPOINT + "m365/");
    }

    @Test
    void areAllThatLiesInAFolderOfTheRunsOwn() {
      has("runKey", copy("Copy", text("m365/out/"), KEY));
      PipelineRun run = existing().start(Map.of());
      account.files.put("out/" + run.key() + "/deeper/a.json", "{}");
      assertThat(run.output().files()).hasSize(1);

      has("", copy("Copy", text("m365/out/"), new Part(Kind.RUN_ID, "")));
      PipelineRun other = existing().start(Map.of());
      account.files.put("out/" + other.id() + "/b.json", "{}");
      assertThat(other.output().files()).hasSize(1);
    }

    @Test
    void inASharedFolderAreToldByTheirTime() {
      has("", copy("Copy", text("m365/mail")));
      PipelineRun run = existing().start(Map.of());
      file("mail/before.json", Duration.ofSeconds(-1));
      file("mail/ours.json", Duration.ofMinutes(41));
      file("mail/metadata/JobMetadata", Duration.ofMinutes(44));
      file("mail/Message_v1/another/deeper.json", Duration.ofMinutes(41));
      account.files.put("mail/metadata/JobMetadata", "{\"NumberOfRowsExtracted\":3}");
      assertThat(run.output().files()).as("the run was not looked at yet").isEmpty();

      RunReport report = run.await(WaitPolicy.patient());
      Instant end = report.endedAt();
      file("mail/later.json", Duration.between(HandMovedTime.START, end).plusMinutes(2));

      assertThat(run.output().files())
          .extracting(StoredFile::path)
          .containsExactly("mail/ours.json");
      assertThat(report.rows()).hasValue(3);
      assertThat(report.files()).isEqualTo(1);
    }
  }

  @Nested
  class Attaching {

    @Test
    void takesTheRunsOwnParameters() {
      has("day", copy("Copy", text("m365/"), DAY));
      String id = existing().start(Map.of("day", "monday")).id();

      PipelineRun attached = existing().attach(id);

      assertThat(attached.id()).isEqualTo(id);
      assertThat(attached.output().folder()).isEqualTo("monday/");
      assertThat(attached.await(WaitPolicy.patient()).pipeline()).isEqualTo("CopyMail");
      assertThat(attached.key()).isEqualTo(id);
      attached.cancel();
      assertThat(account.writes).doesNotContain("cancel " + id);
    }

    @Test
    void isSaidWhereAWaitEnds() {
      has("", copy("Copy", text("m365/mail")));
      PipelineRun run = existing().start(Map.of());

      assertThatExceptionOfType(WaitEndedException.class)
          .isThrownBy(() -> run.await(WaitPolicy.upTo(Duration.ofMinutes(1))))
          .withMessageContaining("runner.existing(\"CopyMail\").attach(\"run-1\").await(");
    }

    @Test
    void refusesRunsOfOtherPipelinesAndOnesThatAreNotThere() {
      has("", copy("Copy", text("m365/mail")));
      pipelines.runs.put("r", new FakePipelines.Run("Other", Map.of(), HandMovedTime.START));

      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> existing().attach("r"))
          .withMessageContaining("attach to run r of pipeline 'CopyMail'")
          .withMessageContaining("a run of pipeline 'Other'");
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> existing().attach("r2"))
          .withMessageContaining("no such run");
    }

    @Test
    void refusesARunWithoutAValueThatItsFolderNeeds() {
      has("day", copy("Copy", text("m365/"), DAY));
      pipelines.runs.put("r", new FakePipelines.Run("copymail", Map.of(), HandMovedTime.START));

      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> existing().attach("r"))
          .withMessageContaining("has no value for its parameter 'day'");
    }
  }
}
