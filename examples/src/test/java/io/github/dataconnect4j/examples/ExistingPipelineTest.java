package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dataconnect4j.azure.pipelines.ArtifactKind;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Found;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.pipeline.ExistingPipeline;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pipelines and linked services that people wrote by hand, on both hosts. */
class ExistingPipelineTest {

  private static final String NAME = StudioPipeline.NAME;

  private static Landing landing(Scene scene, Backend backend) {
    return scene.landing.host(backend.named("m365-by-hand"));
  }

  private static ArtifactStore artifacts(Scene scene, Landing landing) {
    return ((HostPipelines) landing.host().connect(scene.account, landing.resourceGroup()))
        .artifacts();
  }

  private static void makeByHand(Scene scene, ArtifactStore artifacts, String... columns) {
    StudioPipeline.make(artifacts, scene.emulator.time().now(), columns);
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void runAndAreReadAsOursAre(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend);
      DataConnectApp app = scene.approved(scene.mail(landing));
      PipelineRun ours = app.runner().start(scene.lastMonth());
      ours.await(WaitPolicy.patient());
      makeByHand(scene, artifacts(scene, landing), "sender", "receivedDateTime");

      ExistingPipeline existing = app.runner().existing(NAME);
      PipelineRun first = existing.start(Map.of("day", "monday"));
      RunReport report = first.await(WaitPolicy.patient());
      scene.emulator.time().advance(Duration.ofMinutes(10));
      PipelineRun second = existing.start(Map.of("day", "monday"));
      second.await(WaitPolicy.patient());

      assertThat(existing.copies()).containsExactly("CopyIt");
      assertThat(first.output().folder()).isEqualTo("by hand/monday/");
      assertThat(rows(first)).isEqualTo(rows(ours)).isPositive();
      assertThat(rows(second)).as("the folder is shared, the rows are not").isEqualTo(rows(ours));
      assertThat(report.rows()).hasValue(rows(ours));
      assertThat(report.bytes()).isPositive();
      PipelineRun attached = app.runner().existing(NAME).attach(first.id());
      assertThat(attached.output().files()).isEqualTo(first.output().files());
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void thatAskForMoreThanWasApprovedAreRefusedByTheService(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend);
      DataConnectApp app = scene.approved(scene.mail(landing));
      makeByHand(scene, artifacts(scene, landing), "sender", "subject");

      PipelineRun run = app.runner().existing(NAME).start(Map.of("day", "monday"));

      assertThatExceptionOfType(ConsentException.class)
          .isThrownBy(() -> run.await(WaitPolicy.patient()))
          .withMessageContaining("subject");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void areNamedWhereAnotherIsAskedFor(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend);
      DataConnectApp app = scene.approved(scene.mail(landing));
      makeByHand(scene, artifacts(scene, landing), "sender");

      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> app.runner().existing("CopyMail"))
          .withMessageContaining("There are '" + NAME + "'.");
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void linkedServicesKeepUndocumentedMembersWhenWeChangeThem(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend);
      scene.dataConnect.plan(landing).apply();
      ArtifactStore artifacts = artifacts(scene, landing);
      Found made = linkedService(artifacts);
      Map<String, Object> properties = new TreeMap<>(made.properties());
      Map<String, Object> inner = new TreeMap<>(map(properties.get("typeProperties")));
      inner.put("undocumented", Map.of("exact", 1234567890123456789L));
      properties.put("typeProperties", inner);
      // Without the annotation that tells its secret it is not as asked for, and made anew.
      properties.put("annotations", List.of("dataconnect4j.app=email-metrics", "theirs"));
      artifacts.put(ArtifactKind.LINKED_SERVICE, "email__metrics_m365", properties, made.etag());

      scene.dataConnect.plan(landing).apply();

      Found changed = linkedService(artifacts);
      assertThat(changed.etag()).isNotEqualTo(made.etag());
      assertThat(changed.properties().get("annotations"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .contains("theirs", "dataconnect4j.app=email-metrics")
          .hasSize(3);
      assertThat(map(changed.properties().get("typeProperties")).get("undocumented"))
          .hasToString(inner.get("undocumented").toString());
      assertThat(scene.dataConnect.plan(landing).isUpToDate()).isTrue();
    }
  }

  private static Found linkedService(ArtifactStore artifacts) {
    return artifacts.find(ArtifactKind.LINKED_SERVICE, "email__metrics_m365").orElseThrow();
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> members = new TreeMap<>();
    ((Map<?, ?>) value).forEach((key, member) -> members.put(String.valueOf(key), member));
    return members;
  }

  private static long rows(PipelineRun run) {
    try (Rows<Row> rows = Extracts.of(run).rows()) {
      return rows.stream().count();
    }
  }
}
