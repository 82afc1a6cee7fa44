package io.github.dataconnect4j.azure.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.SecretEntry;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import io.github.dataconnect4j.spi.Pipelines.Window;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deployment over a store in memory; the shapes themselves are tested with each backend. */
class DeploymentTest {

  private static final Connections CONNECTIONS =
      connections(StorageKind.BLOB, "https://acct.blob.example/");

  private final MemoryStore store = new MemoryStore();
  private final Deployment deployment = new Deployment(store);

  private static Connections connections(StorageKind kind, String endpoint) {
    return new Connections("app", "ir", "tenant", "client", kind, URI.create(endpoint));
  }

  private static PipelineSpec spec(String... columns) {
    return new PipelineSpec(
        "app_User_v1",
        CONNECTIONS,
        "BasicDataSet_v0.User_v1",
        List.of(columns),
        Window.NONE,
        Scope.everyone(),
        "m365",
        "users");
  }

  @Test
  void writesWhatIsMissingInTheOrderOfNeed() {
    assertThat(deployment.deploy(spec("id"))).isEqualTo(3);

    assertThat(store.written)
        .containsExactly(
            "dataset app_User_v1_source", "dataset app_User_v1_sink", "pipeline app_User_v1");
  }

  @Test
  void writesNothingASecondTimeAndOnlyWhatDiffersLater() {
    deployment.deploy(spec("id"));
    store.written.clear();

    assertThat(deployment.deploy(spec("id"))).isZero();
    assertThat(deployment.deploy(spec("id", "mail"))).isEqualTo(1);
    assertThat(store.written).containsExactly("pipeline app_User_v1 over 3");
  }

  @Test
  void knowsTheSecretThatBothLinkedServicesWereMadeWith() {
    assertThat(deployment.isConnected(CONNECTIONS, AppCredential.clientSecret(), keyId -> true))
        .isFalse();

    connect(CONNECTIONS, signIn("key-1", "s3cret"));

    assertThat(deployment.isConnected(CONNECTIONS, AppCredential.clientSecret(), "key-1"::equals))
        .isTrue();
  }

  @Test
  void makesADataLakesLinkedServiceBesideThatOfBlobs() {
    Connections lake = connections(StorageKind.DATA_LAKE, "https://acct.dfs.example/");
    connect(CONNECTIONS, signIn("key-1", "s3cret"));
    store.written.clear();

    assertThat(deployment.isConnected(lake, AppCredential.clientSecret(), keyId -> true)).isFalse();
    connect(lake, signIn("key-2", "s3cret"));

    assertThat(deployment.isConnected(lake, AppCredential.clientSecret(), "key-2"::equals))
        .isTrue();
    assertThat(store.written)
        .as("last the one that tells the secret")
        .containsExactly("linked service app_datalake", "linked service app_m365 over 2");
  }

  @Test
  void leavesAnothersArtifactAlone() {
    store.put(ArtifactKind.DATASET, "app_User_v1_source", Map.of("type", "Json"), Optional.empty());
    store.written.clear();

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> deployment.deploy(spec("id")))
        .withMessageContaining("write dataset 'app_User_v1_source' to memory")
        .withMessageContaining("dataconnect4j.app=app");
    assertThat(store.written).isEmpty();
  }

  @Test
  void neverShowsASecret() {
    assertThat(
            PipelineTranslator.linkedServices(
                    CONNECTIONS, SignInJson.sent("app", signIn("key-1", "s3cret")))
                .toString())
        .doesNotContain("s3cret");
  }

  private static SignIn signIn(String keyId, String secret) {
    return new SignIn(
        AppCredential.clientSecret(),
        Optional.of(new AddedSecret(new SecretEntry(keyId, "", Instant.EPOCH), Secret.of(secret))));
  }

  private void connect(Connections connections, SignIn signIn) {
    deployment.connect(connections, signIn.credential(), keyId -> false, () -> signIn);
  }
}
