package io.github.dataconnect4j.examples;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static io.github.dataconnect4j.dataset.Datasets.USER_V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.dataset.Column;
import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was copied is known where rows are read, in another process too, on both hosts. */
class ColumnsToTheEndTest {

  private static Landing landing(Scene scene, Backend backend) {
    return scene.landing.host(backend.named("m365-columns"));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // handed on, and only read
  private static Copy<MessageV1> copy(
      Scene scene, Column<MessageV1, ?> first, Column<MessageV1, ?>... more) {
    return Copy.of(MESSAGE_V1)
        .withColumns(MESSAGE_V1.columns(first, more))
        .where(MessageV1.RECEIVED_DATE_TIME)
        .from(scene.emulator.time().now().minus(Duration.ofDays(30)))
        .until(scene.emulator.time().now());
  }

  private static Registration mail(Landing landing) {
    return Registration.of(landing)
        .describedAs("Who writes to whom, and when")
        .reads(
            MESSAGE_V1.columns(MessageV1.SUBJECT, MessageV1.SENDER, MessageV1.RECEIVED_DATE_TIME));
  }

  private static MessageV1 first(PipelineRun run) {
    try (Rows<MessageV1> rows = Extracts.of(run).rows(MESSAGE_V1)) {
      return rows.iterator().next();
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void holdForARunOfOurs(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend);
      DataConnectApp app = scene.approved(mail(landing));
      PipelineRun run = app.runner().start(copy(scene, MessageV1.SENDER, MessageV1.SUBJECT));

      PipelineRun early = scene.dataConnect.app(mail(landing)).runner().attach(run.id());

      assertThat(early.output().selection())
          .as("of the pipeline: no activity has begun")
          .contains(MESSAGE_V1.columns(MessageV1.SENDER, MessageV1.SUBJECT));
      assertThatIllegalStateException()
          .isThrownBy(() -> Extracts.of(early).rows(MESSAGE_V1))
          .withMessageContaining(run.id())
          .withMessageContaining("QUEUED");

      run.await(WaitPolicy.patient());
      PipelineRun attached = scene.dataConnect.app(mail(landing)).runner().attach(run.id());

      for (PipelineRun one : List.of(run, early, attached)) {
        MessageV1 message = first(one);
        assertThat(message.subject()).isPresent();
        assertThat(message.sender()).isPresent();
        assertThat(message.puser()).isPresent();
        assertThatIllegalStateException()
            .isThrownBy(message::receivedDateTime)
            .withMessageStartingWith("Column 'receivedDateTime' was not selected");
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Extracts.of(one).rows(USER_V1))
            .withMessageContaining("BasicDataSet_v0.Message_v1")
            .withMessageContaining("BasicDataSet_v0.User_v1");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void holdForAPipelineMadeByHand(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend);
      DataConnectApp app = scene.approved(mail(landing));
      app.runner().start(copy(scene, MessageV1.SUBJECT)).await(WaitPolicy.patient());
      StudioPipeline.make(
          ((HostPipelines) landing.host().connect(scene.account, landing.resourceGroup()))
              .artifacts(),
          scene.emulator.time().now(),
          "subject");

      PipelineRun run = app.runner().existing(StudioPipeline.NAME).start(Map.of("day", "monday"));
      run.await(WaitPolicy.patient());

      assertThat(run.output().selection()).contains(MESSAGE_V1.columns(MessageV1.SUBJECT));
      assertThat(first(run).subject()).isPresent();
      assertThatIllegalStateException().isThrownBy(() -> first(run).sender());
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void areOnePipelineInAnyOrder(Backend backend) {
    try (Scene scene = new Scene()) {
      DataConnectApp app = scene.approved(mail(landing(scene, backend)));
      app.runner().start(copy(scene, MessageV1.SENDER, MessageV1.SUBJECT));
      int requests = scene.emulator.requests().size();

      app.runner().start(copy(scene, MessageV1.SUBJECT, MessageV1.SENDER));

      assertThat(scene.writesSince(requests))
          .extracting(RecordedRequest::target)
          .singleElement()
          .satisfies(target -> assertThat(target).contains("/createRun"));
    }
  }
}
