package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.pipeline.PipelineRun;
import java.net.URI;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Where a landing's data may go, and what its app may sign in with. */
abstract class SinkAndCredentialBehavior extends Behavior {

  private static final URI VAULT = URI.create("https://conformance.vault.azure.net");

  SinkAndCredentialBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void writesToADataLake() {
    Landing blob = scene().landing;
    Landing lake = blob.storage(BlobContainer.inDataLake(blob.storage().account(), "m365"));

    PipelineRun run =
        scene().approved(Scene.registration(lake, Scope.everyone())).runner().start(scene().copy());

    assertThat(run.await(Scene.LONG).files()).isPositive();
    assertThat(run.output().files()).isNotEmpty();
    assertThat(scene().dataConnect.plan(lake).isUpToDate()).isTrue();
  }

  @Test
  void keepsConnectionsThatSignInWithACertificate() {
    keeps(KitCertificate.ONE.credential(), KitCertificate.OTHER.credential());
  }

  @Test
  void keepsConnectionsThatReferToAKeyVault() {
    keeps(AppCredential.keyVaultSecret(VAULT, "one"), AppCredential.keyVaultSecret(VAULT, "other"));
  }

  private void keeps(AppCredential credential, AppCredential other) {
    Landing landing = scene().landing.credential(credential);
    scene().dataConnect.plan(landing).apply();
    int writes = fixture().writes();

    scene().dataConnect.plan(landing).apply();

    assertThat(fixture().writes()).isEqualTo(writes);
    assertThat(scene().dataConnect.plan(landing.credential(other)).isUpToDate()).isFalse();
  }
}
