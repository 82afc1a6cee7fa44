package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dataconnect4j.azure.pipelines.ArtifactKind;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Found;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.pipeline.ExistingPipeline;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Triggers over HTTPS, on both hosts. */
class TriggerTest {

  private static final String TRIGGER = "Hourly";

  private static HostPipelines host(Scene scene, Landing landing) {
    return (HostPipelines) landing.host().connect(scene.account, landing.resourceGroup());
  }

  private static Map<String, Object> hourly(String pipeline, Instant first, Instant now) {
    Map<String, Object> parameters =
        Map.of(
            "start", now.minus(Duration.ofDays(30)).toString(),
            "end", now.toString(),
            "runKey", "@concat('at-', formatDateTime(trigger().scheduledTime, 'yyyyMMddHH'))");
    return Map.of(
        "type",
        "ScheduleTrigger",
        "typeProperties",
        Map.of(
            "recurrence",
            Map.of("frequency", "Hour", "interval", 1, "startTime", first.toString())),
        "pipelines",
        List.of(
            Map.of(
                "pipelineReference",
                Map.of("referenceName", pipeline, "type", "PipelineReference"),
                "parameters",
                parameters)));
  }

  private static Found trigger(HostPipelines host) {
    return host.artifacts().find(ArtifactKind.TRIGGER, TRIGGER).orElseThrow();
  }

  private static String key(Instant hour) {
    return "at-" + hour.toString().substring(0, 13).replaceAll("[-T]", "");
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void startPipelinesEveryHourUntilTheyAreStopped(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = scene.landing.host(backend.named("m365-triggered"));
      DataConnectApp app = scene.approved(scene.mail(landing));
      PipelineRun ours = app.runner().start(scene.lastMonth());
      String name = ours.await(WaitPolicy.patient()).pipeline();
      HostPipelines host = host(scene, landing);
      Instant now = scene.emulator.time().now();
      Instant first = now.plus(Duration.ofMinutes(30));
      Map<String, Object> properties = hourly(name, first, now);
      host.artifacts().put(ArtifactKind.TRIGGER, TRIGGER, properties, Optional.empty());
      assertThat(trigger(host).properties()).containsEntry("runtimeState", "Stopped");

      host.startTrigger(TRIGGER);
      host.startTrigger(TRIGGER);
      scene.emulator.time().advance(Duration.ofHours(3));

      assertThat(trigger(host).properties()).containsEntry("runtimeState", "Started");
      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(
              () ->
                  host.artifacts()
                      .put(ArtifactKind.TRIGGER, TRIGGER, properties, trigger(host).etag()))
          .withMessageContaining("Cannot update enabled Trigger")
          .satisfies(e -> assertThat(e.problem().code()).contains("TriggerEnabledCannotUpdate"));
      ExistingPipeline pipeline = app.runner().existing(name);
      for (int hour = 0; hour < 3; hour++) {
        String key = key(first.plus(Duration.ofHours(hour)));
        PipelineRun run = pipeline.attach(host.findRun(name, key, now).orElseThrow());
        run.await(WaitPolicy.patient());
        assertThat(run.key()).isEqualTo(key);
        assertThat(run.output().files()).as(key).isNotEmpty();
      }

      host.stopTrigger(TRIGGER);
      scene.emulator.time().advance(Duration.ofHours(3));

      assertThat(trigger(host).properties()).containsEntry("runtimeState", "Stopped");
      String notStarted = key(first.plus(Duration.ofHours(4)));
      assertThat(host.findRun(name, notStarted, now)).isEmpty();
      host.artifacts().put(ArtifactKind.TRIGGER, TRIGGER, properties, trigger(host).etag());
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void thatAreNotThereCannotBeStarted(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = scene.landing.host(backend.named("m365-triggered"));
      scene.dataConnect.plan(landing).apply();

      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> host(scene, landing).startTrigger("none"))
          .withMessageContaining("start trigger 'none' of ");
    }
  }
}
