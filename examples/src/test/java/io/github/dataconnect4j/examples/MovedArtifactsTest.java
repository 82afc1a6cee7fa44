package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.azure.pipelines.ArtifactKind;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.datafactory.DataFactory;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Pipelines.HostSpec;
import io.github.dataconnect4j.synapse.Synapse;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one host keeps, moved to the other as it is. */
class MovedArtifactsTest {

  private static final String GROUP = "m365-rg";

  @Test
  void runOnSynapseAsTheyRanOnDataFactory() {
    try (Scene scene = new Scene()) {
      DataConnectApp app = scene.approved(scene.mail());
      PipelineRun there = app.runner().start(scene.lastMonth());
      String pipeline = there.await(WaitPolicy.patient()).pipeline();
      HostPipelines factory = DataFactory.named("m365-to-storage").connect(scene.account, GROUP);
      Synapse synapse = Synapse.named("m365-moved");
      HostPipelines workspace = synapse.connect(scene.account, GROUP);
      scene.account.subscription().registerProviders(synapse.providers());
      workspace.createHost(
          new HostSpec(
              scene.landing.region(),
              Map.of(),
              scene.account.storage().findAccount(GROUP, "mgdcm365datastore").orElseThrow(),
              "m365"));
      workspace.createIntegrationRuntime("DataConnectRuntime", scene.landing.region());

      Secret secret = newSecret(scene);
      for (ArtifactKind kind : ArtifactKind.values()) {
        factory
            .artifacts()
            .list(kind)
            .forEach(one -> move(kind, one, workspace.artifacts(), secret));
      }

      assertThat(workspace.names()).containsExactly(pipeline);
      PipelineRun here =
          scene
              .dataConnect
              .app(scene.mail(scene.landing.host(synapse)))
              .runner()
              .existing(pipeline)
              .start(window(scene.emulator.time().now()));
      here.await(WaitPolicy.patient());
      assertThat(here.output().folder()).isEqualTo("Message_v1/" + here.key() + "/");
      assertThat(rows(here)).isEqualTo(rows(there)).isPositive();
    }
  }

  // A secret never comes back; what stands in its place, the other host cannot read.
  private static void move(
      ArtifactKind kind, ArtifactStore.Listed one, ArtifactStore target, Secret secret) {
    Map<String, Object> properties = new LinkedHashMap<>(one.artifact().properties());
    if (kind == ArtifactKind.LINKED_SERVICE) {
      Map<Object, Object> inner = new LinkedHashMap<>((Map<?, ?>) properties.get("typeProperties"));
      assertThat(inner).doesNotContainKey("servicePrincipalKey");
      inner.remove("encryptedCredential");
      inner.put("servicePrincipalKey", Map.of("type", "SecureString", "value", secret.reveal()));
      properties.put("typeProperties", inner);
    }
    target.put(kind, one.name(), properties, Optional.empty());
    assertThat(target.find(kind, one.name())).isPresent();
  }

  private static Secret newSecret(Scene scene) {
    Application application =
        scene
            .account
            .directory()
            .findApplication(scene.landing.tag(scene.emulator.subscriptionId()))
            .orElseThrow();
    return scene.account.directory().addSecret(application, "moved", Duration.ofDays(30)).value();
  }

  private static Map<String, String> window(Instant now) {
    return Map.of("start", now.minus(Duration.ofDays(30)).toString(), "end", now.toString());
  }

  private static long rows(PipelineRun run) {
    try (Rows<Row> rows = Extracts.of(run).rows()) {
      return rows.stream().count();
    }
  }
}
