package io.github.dataconnect4j.internal;

import static io.github.dataconnect4j.internal.Scene.MESSAGES;
import static io.github.dataconnect4j.internal.Scene.USERS;
import static io.github.dataconnect4j.internal.Scene.lastMonth;
import static io.github.dataconnect4j.internal.Scene.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Violation;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Column;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.internal.FakePipelines.Answer;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.time.HandMovedTime;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HostedRunnerTest {

  private static final String GROUP_A = "aaaaaaaa-0000-4000-8000-000000000001";
  private static final String GROUP_B = "bbbbbbbb-0000-4000-8000-000000000002";

  private final Scene scene = new Scene();
  private final FakeAccount account = scene.account;
  private final FakePipelines pipelines = account.pipelines;

  @Nested
  class AStart {

    @Test
    void deploysOnceAndWritesNothingButTheStartTheSecondTime() {
      DataConnectApp app = scene.approved();

      PipelineRun first = app.runner().start(lastMonth());
      PipelineRun second =
          app.runner().start(lastMonth().until(HandMovedTime.START.minusSeconds(9)));

      PipelineSpec spec = pipelines.deployed.values().iterator().next();
      assertThat(account.writes)
          .containsExactly("deploy " + spec.name(), "start " + spec.name(), "start " + spec.name());
      assertThat(first.id()).isEqualTo("run-1");
      assertThat(second.id()).isEqualTo("run-2");
      assertThat(first.key()).isNotEqualTo(second.key());
      assertThat(first.stage()).isEqualTo(RunStage.QUEUED);
    }

    @Test
    void saysAllThatTheHostMustKnow() {
      DataConnectApp app = scene.approved();

      PipelineRun run = app.runner().start(lastMonth().withColumns(MESSAGES.columns("sender")));

      PipelineSpec spec = pipelines.deployed.values().iterator().next();
      assertThat(spec.name()).matches("email-metrics_Message_v1_[0-9a-f]{8}");
      assertThat(spec.dataset()).isEqualTo("BasicDataSet_v0.Message_v1");
      assertThat(spec.columns()).containsExactly("sender");
      assertThat(spec.scope()).isEqualTo(Scope.everyone());
      assertThat(spec.window())
          .isEqualTo(new Pipelines.Window(true, Optional.of("receivedDateTime")));
      assertThat(spec.container()).isEqualTo("m365");
      assertThat(spec.folder()).isEqualTo("mail/Message_v1");
      assertThat(spec.connections())
          .isEqualTo(
              new Pipelines.Connections(
                  "email-metrics",
                  "DataConnectRuntime",
                  FakeAccount.TENANT,
                  app.applicationId(),
                  StorageKind.BLOB,
                  Scene.ENDPOINT));
      assertThat(pipelines.runs.get("run-1").parameters)
          .isEqualTo(
              Map.of(
                  "runKey", run.key(),
                  "start", "2026-01-30T08:00:00Z",
                  "end", "2026-03-01T08:00:00Z"));
      assertThat(run.output().folder()).isEqualTo("mail/Message_v1/" + run.key() + "/");
      assertThat(run.key()).matches("20260301T080000Z-[0-9a-f]{8}");
    }

    @Test
    void writesToADataLakeThroughItsEndpointAndReadsThroughThatOfBlobs() {
      DataConnectApp app = scene.registered(scene.mailInDataLake());
      scene.decide(app, Decision.APPROVED, app.registration().datasets(), Scene.DATA_LAKE);

      PipelineRun run = app.runner().start(lastMonth());
      run.output().files();

      PipelineSpec spec = pipelines.deployed.values().iterator().next();
      assertThat(spec.connections().storageKind()).isEqualTo(StorageKind.DATA_LAKE);
      assertThat(spec.connections().storageEndpoint()).isEqualTo(Scene.DATA_LAKE);
      assertThat(account.listedAt).containsExactly(Scene.ENDPOINT);
    }

    @Test
    void takesColumnsAndScopeFromTheRegistration() {
      scene.approved().runner().start(Copy.of(USERS));

      PipelineSpec spec = pipelines.deployed.values().iterator().next();
      assertThat(spec.columns()).containsExactly("id");
      assertThat(spec.window()).isEqualTo(Pipelines.Window.NONE);
      assertThat(pipelines.runs.get("run-1").parameters)
          .containsEntry("start", "")
          .containsEntry("end", "");
    }

    @Test
    void givesCopiesThatDifferInMoreThanTheWindowPipelinesOfTheirOwn() {
      DataConnectApp app = scene.approved();

      app.runner().start(lastMonth());
      app.runner().start(lastMonth().withColumns(MESSAGES.columns("sender")));
      app.runner().start(lastMonth().withScope(Scope.groups(GROUP_A)));

      assertThat(pipelines.deployed).hasSize(3);
    }
  }

  @Nested
  class TheSameColumnsInAnyOrder {

    private static final List<String> NAMES =
        List.of("sender", "receivedDateTime", "subject", "id");

    private void start(List<String> names) {
      Registration registration =
          Registration.of(scene.landing)
              .describedAs("Who writes to whom, and when")
              .reads(MESSAGES.select(new LinkedHashSet<>(NAMES)));
      DataConnectApp app = scene.registered(registration);
      scene.decide(app, Decision.APPROVED, registration.datasets());
      app.runner().start(lastMonth().withColumns(MESSAGES.select(new LinkedHashSet<>(names))));
    }

    @Test
    void areOnePipelineThatIsWrittenOnce() {
      start(NAMES);
      account.writes.clear();
      Random chance = new Random(3);
      List<String> shuffled = new ArrayList<>(NAMES);
      for (int i = 0; i < 10; i++) {
        Collections.shuffle(shuffled, chance);
        start(shuffled);
      }

      PipelineSpec spec = pipelines.deployed.values().iterator().next();
      assertThat(pipelines.deployed).hasSize(1);
      assertThat(account.writes).hasSize(10).containsOnly("start " + spec.name());
      assertThat(spec.columns())
          .containsExactlyElementsOf(
              MESSAGES.columns().stream().map(Column::name).filter(NAMES::contains).toList());
    }
  }

  @Nested
  class OfflineItRefuses {

    @Test
    void everyFaultInOneMessageAndWritesNothing() {
      DataConnectApp app = scene.approved();
      account.decision =
          () -> {
            throw new AssertionError("the log was asked");
          };
      Copy<Row> wrong =
          lastMonth()
              .where("hasAttachments")
              .withColumns(MESSAGES.columns("sender", "subject", "body"))
              .until(HandMovedTime.START.minus(Duration.ofDays(60)));

      assertThatThrownBy(() -> app.runner().start(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot be filtered by 'hasAttachments'")
          .hasMessageContaining("is not after its start")
          .hasMessageContaining("Columns [subject, body] of BasicDataSet_v0.Message_v1")
          .hasMessageContaining("not registered");
      assertThat(account.writes).isEmpty();
    }

    @Test
    void aDatasetThatIsNotRegistered() {
      DataConnectApp app = scene.approved();
      Copy<Row> contacts = Copy.of(Catalog.builtIn().dataset("Contact_v1")).where("birthday");

      assertThatThrownBy(() -> app.runner().start(contacts))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("BasicDataSet_v0.Contact_v1 is not registered")
          .hasMessageContaining("[BasicDataSet_v0.Message_v1, BasicDataSet_v0.User_v1]")
          .hasMessageContaining("takes no window");
      assertThat(account.writes).isEmpty();
    }

    @Test
    void aScopeBeyondTheRegisteredOne() {
      Registration forOneGroup =
          Registration.of(scene.landing)
              .describedAs("One group")
              .reads(USERS.columns("id"), Scope.groups(GROUP_A));
      DataConnectApp app = scene.registered(forOneGroup);
      account.writes.clear();

      for (Scope beyond : List.of(Scope.everyone(), Scope.groups(GROUP_A, GROUP_B))) {
        assertThatThrownBy(() -> app.runner().start(Copy.of(USERS).withScope(beyond)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Scope '" + beyond + "' of BasicDataSet_v0.User_v1")
            .hasMessageContaining("'groups [" + GROUP_A + "]'");
      }
      assertThat(account.writes).isEmpty();
    }
  }

  @Nested
  class WithoutConsentItRefuses {

    @Test
    void whatNobodyHasDecided() {
      DataConnectApp app = scene.registered();
      account.writes.clear();

      ConsentException refused = refused(app, lastMonth());

      assertThat(codes(refused)).containsExactly(RuleCode.APP_NOT_APPROVED);
      assertThat(refused.problem().ids())
          .containsEntry("applicationId", app.applicationId())
          .containsEntry("approved.APP_NOT_APPROVED", "nothing decided yet");
      assertThat(refused)
          .hasMessageStartingWith("Could not start a copy of BasicDataSet_v0.Message_v1: ")
          .hasMessageContaining("waits for an administrator")
          .hasMessageContaining("[APP_NOT_APPROVED]");
      assertThat(account.writes).isEmpty();
      assertThat(pipelines.starts).isZero();
    }

    @Test
    void whatIsDeclinedOrLapsed() {
      DataConnectApp app = scene.registered();
      scene.decide(app, Decision.DENIED, app.registration().datasets());
      assertThat(codes(refused(app, lastMonth()))).containsExactly(RuleCode.APP_DENIED);

      scene.decide(app, Decision.APPROVED, app.registration().datasets());
      account.time.move(Authorization.VALIDITY);
      assertThat(codes(refused(app, lastMonth()))).containsExactly(RuleCode.APP_EXPIRED);
      assertThat(pipelines.deployed).isEmpty();
    }

    @Test
    void whatGoesBeyondTheApprovalAndStartsWhatDoesNot() {
      DataConnectApp app = scene.registered();
      scene.decide(
          app, Decision.APPROVED, List.of(messages(Scope.groups(GROUP_A), "receivedDateTime")));
      account.writes.clear();

      assertThat(codes(refused(app, lastMonth())))
          .containsExactly(RuleCode.COLUMNS_NOT_AUTHORIZED, RuleCode.SCOPE_MISMATCH);
      assertThat(account.writes).isEmpty();

      app.runner()
          .start(
              lastMonth()
                  .withColumns(MESSAGES.columns("receivedDateTime"))
                  .withScope(Scope.groups(GROUP_A)));
      assertThat(pipelines.starts).isEqualTo(1);
    }

    @Test
    void aDataLakeWhereTheBlobEndpointIsApproved() {
      scene.approved();
      DataConnectApp other = scene.dataConnect.app(scene.mailInDataLake());

      ConsentException refused = refused(other, lastMonth());

      assertThat(codes(refused)).containsExactly(RuleCode.DESTINATION_MISMATCH);
      assertThat(refused)
          .hasMessageContaining("Asked: https://mgdcdata.dfs.core.windows.net/m365/mail/Message_v1")
          .hasMessageContaining("Approved: https://mgdcdata.blob.core.windows.net/")
          .hasMessageContaining("BlobContainer.named(…) for blob")
          .hasMessageContaining("BlobContainer.inDataLake(…) for dfs");
      assertThat(account.writes).isEmpty();
      assertThat(pipelines.starts).isZero();
    }

    private ConsentException refused(DataConnectApp app, Copy<?> copy) {
      return catchThrowableOfType(ConsentException.class, () -> app.runner().start(copy));
    }

    private List<RuleCode> codes(ConsentException refused) {
      return refused.verdict().violations().stream().map(Violation::code).toList();
    }
  }

  @Test
  void letsTheServiceJudgeWhereTheCallerMayNotReadTheLog() {
    DataConnectApp app = scene.approved();
    account.decision =
        () -> {
          throw new NotPermittedException(Problem.of("read the log", "no role.", "Ask."), null);
        };

    app.runner().start(lastMonth());

    assertThat(pipelines.starts).isEqualTo(1);
  }

  @Nested
  class WhenTheAnswerToAStartIsLost {

    @Test
    void theRunIsFoundByItsKey() {
      DataConnectApp app = scene.approved();
      pipelines.answer = Answer.IS_LOST;
      pipelines.shownAfter = Duration.ofSeconds(45);

      PipelineRun run = app.runner().start(lastMonth());

      assertThat(run.id()).isEqualTo("run-1");
      assertThat(pipelines.starts).isEqualTo(1);
      assertThat(account.time.elapsed()).isEqualTo(Duration.ofSeconds(50));
      assertThat(run.await(WaitPolicy.patient()).runKey()).isEqualTo(run.key());
    }

    @Test
    void aRunThatDoesNotShowUpIsNeverStartedAgain() {
      DataConnectApp app = scene.approved();
      pipelines.answer = Answer.NEVER_SENT;

      OutcomeUnknownException unknown =
          catchThrowableOfType(
              OutcomeUnknownException.class, () -> app.runner().start(lastMonth()));

      assertThat(pipelines.starts).isEqualTo(1);
      assertThat(account.time.elapsed()).isEqualTo(Duration.ofMinutes(2));
      String key = unknown.problem().ids().get("runKey");
      assertThat(key).startsWith("20260301T080000Z-");
      assertThat(unknown.problem().ids().get("pipeline")).startsWith("email-metrics_Message_v1_");
      assertThat(unknown.problem().requestId()).contains("request-1");
      assertThat(unknown.problem().retry()).isEqualTo(Problem.Retry.UNKNOWN);
      assertThat(unknown)
          .hasMessageContaining("no run with run key " + key)
          .hasMessageContaining("start again only if there is none")
          .hasCauseInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aLookUpThatFailsLeavesItUnknown() {
      DataConnectApp app = scene.approved();
      pipelines.answer = Answer.IS_LOST;
      pipelines.lookUpFault =
          Optional.of(
              new ServiceUnavailableException(Problem.of("look", "down.", "Try again."), null));

      assertThatThrownBy(() -> app.runner().start(lastMonth()))
          .isInstanceOf(OutcomeUnknownException.class);
      assertThat(pipelines.starts).isEqualTo(1);

      account.time.at(
          account.time.elapsed().plusSeconds(30), () -> pipelines.lookUpFault = Optional.empty());
      assertThat(app.runner().start(lastMonth()).id()).isEqualTo("run-2");
    }

    @Test
    void anInterruptLeavesItUnknownToo() {
      DataConnectApp app = scene.approved();
      pipelines.answer = Answer.NEVER_SENT;
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> app.runner().start(lastMonth()))
          .isInstanceOf(OutcomeUnknownException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(account.time.elapsed()).isZero();
    }
  }

  @Nested
  class Attaching {

    @Test
    void knowsTheRunAsTheLookFoundIt() {
      DataConnectApp app = scene.approved();
      PipelineRun started = app.runner().start(lastMonth());
      account.time.move(Duration.ofMinutes(50));

      PipelineRun attached = scene.dataConnect.app(scene.mail()).runner().attach(started.id());

      assertThat(attached.id()).isEqualTo(started.id());
      assertThat(attached.key()).isEqualTo(started.key());
      assertThat(attached.stage()).isEqualTo(RunStage.SUCCEEDED);
      assertThat(attached.output().folder()).isEqualTo(started.output().folder());
    }

    @Test
    void knowsWhatTheActivityWasRunWith() {
      DataConnectApp app = scene.approved();
      PipelineRun started = app.runner().start(lastMonth());
      pipelines.ran = Map.of("CopyMessages", List.of("sender"));

      PipelineRun attached = scene.dataConnect.app(scene.mail()).runner().attach(started.id());

      assertThat(attached.output().selection()).contains(MESSAGES.columns("sender"));
      assertThat(pipelines.described).isEmpty();
      assertThat(started.output().selection())
          .contains(MESSAGES.columns("sender", "receivedDateTime"));
    }

    @Test
    void readsWhatThePipelineAsksForOnceAndOnlyWhenAsked() {
      DataConnectApp app = scene.approved();
      PipelineRun started =
          app.runner().start(lastMonth().withColumns(MESSAGES.columns("receivedDateTime")));

      PipelineRun attached = scene.dataConnect.app(scene.mail()).runner().attach(started.id());

      assertThat(pipelines.described).isEmpty();
      assertThat(attached.output().selection()).contains(MESSAGES.columns("receivedDateTime"));
      assertThat(attached.output().selection()).contains(MESSAGES.columns("receivedDateTime"));
      assertThat(pipelines.described).hasSize(1);
    }

    @Test
    void doesNotKnowWhatTheCatalogDoesNotHave() {
      DataConnectApp app = scene.approved();
      PipelineRun started = app.runner().start(lastMonth());
      pipelines.ran = Map.of("CopyMessages", List.of("sender", "mood"));

      PipelineRun attached = scene.dataConnect.app(scene.mail()).runner().attach(started.id());

      assertThat(attached.output().selection()).isEmpty();
    }

    @Test
    void refusesARunThatTheHostDoesNotKnow() {
      DataConnectApp app = scene.approved();

      NotFoundException missing =
          catchThrowableOfType(NotFoundException.class, () -> app.runner().attach("run-9"));

      assertThat(missing.problem().ids()).containsEntry("runId", "run-9");
      assertThat(missing)
          .hasMessageContaining("attach to run run-9 of app 'email-metrics'")
          .hasMessageContaining("no such run")
          .hasMessageContaining("45 days");
    }

    @Test
    void refusesRunsOfOthers() {
      DataConnectApp app = scene.approved();
      PipelineRun ours = app.runner().start(lastMonth());
      String key = ours.key();
      add("by-hand", "a-pipeline-of-theirs", Map.of("runKey", key));
      add("no-key", pipelines.runs.get("run-1").pipeline, Map.of());
      add("longer-name", "email-metrics_two_Message_v1_0a0b0c0d", Map.of("runKey", key));

      for (String id : List.of("by-hand", "no-key", "longer-name")) {
        assertThatThrownBy(() -> app.runner().attach(id))
            .isInstanceOf(NotFoundException.class)
            .hasMessageContaining("it is a run of pipeline '");
      }
    }

    private void add(String id, String pipeline, Map<String, String> parameters) {
      pipelines.runs.put(id, new FakePipelines.Run(pipeline, parameters, HandMovedTime.START));
    }
  }

  @Test
  void keepsApplicationsApartWhosePrefixesAreAlike() {
    DataConnectApp blank = approved(scene.landing.application("email metrics"));
    blank.runner().start(Copy.of(USERS));
    DataConnectApp hyphen = approved(scene.landing.application("email-metrics"));
    hyphen.runner().start(Copy.of(USERS));

    assertThat(pipelines.deployed).hasSize(2);
  }

  private DataConnectApp approved(Landing landing) {
    DataConnectApp app =
        scene.registered(Registration.of(landing).describedAs("People").reads(USERS.columns("id")));
    scene.decide(app, Decision.APPROVED, app.registration().datasets());
    return app;
  }
}
