package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.RunFailedException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.PipelineRun;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Runs that end without their data: what the caller learns. */
abstract class FailureBehavior extends Behavior {

  FailureBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void tellsThatConsentIsMissing() {
    DataConnectApp app = scene().approved();
    PipelineRun run = app.runner().start(scene().copy());

    fixture().decline(app.applicationId(), "Not any more");

    assertThatThrownBy(() -> run.await(Scene.LONG))
        .isInstanceOfSatisfying(
            ConsentException.class, e -> assertThat(e.verdict().isAllowed()).isFalse())
        .hasMessageContaining(run.id());
  }

  @Test
  void tellsThatAColumnIsNotAuthorized() {
    DataConnectApp app = scene().approved();
    PipelineRun run = app.runner().start(scene().copy());
    Registration narrower =
        Registration.of(scene().landing)
            .describedAs("Less")
            .reads(Scene.MESSAGES.columns("receivedDateTime"));

    scene().dataConnect.register(narrower);
    fixture().approve(app.applicationId());

    assertThatThrownBy(() -> run.await(Scene.LONG))
        .isInstanceOfSatisfying(
            ConsentException.class,
            e ->
                assertThat(e.verdict().violations())
                    .extracting(violation -> violation.code())
                    .contains(RuleCode.COLUMNS_NOT_AUTHORIZED))
        .hasMessageContaining("sender");
  }

  @Test
  void tellsThatTheSinkRefusesTheApp() {
    needs(Capability.HAND);
    DataConnectApp app = scene().approved();
    PipelineRun run = app.runner().start(scene().copy());

    fixture().takeSinkRoleAway(scene().landing, app.applicationId());

    assertThatThrownBy(() -> run.await(Scene.LONG))
        .isInstanceOfSatisfying(
            RunFailedException.class,
            e -> assertThat(e.problem().code()).contains("SINK_ACCESS_DENIED"))
        .hasMessageContaining("Storage Blob Data Contributor");
  }

  @Test
  void keepsTheWordsOfTheServiceForAFailedActivity() {
    needs(Capability.HAND);
    PipelineRun run = scene().approved().runner().start(scene().copy());

    String words = fixture().failRun(scene().landing, run.id());

    assertThatThrownBy(() -> run.await(Scene.LONG))
        .isInstanceOfSatisfying(
            RunFailedException.class, e -> assertThat(e.serviceText()).contains(words))
        .hasMessageContaining(words)
        .hasMessageContaining(run.id());
  }

  @Test
  void tellsThatSomebodyElseCancelled() {
    needs(Capability.HAND);
    PipelineRun run = scene().approved().runner().start(scene().copy());

    fixture().cancelByHand(scene().landing, run.id());

    assertThatThrownBy(() -> run.await(Scene.LONG))
        .isInstanceOfSatisfying(
            RunFailedException.class, e -> assertThat(e.problem().code()).contains("RUN_CANCELLED"))
        .hasMessageContaining(run.id());
  }
}
