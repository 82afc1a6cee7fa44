package io.github.dataconnect4j.azure.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.dataset.Scope;
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

/** What differs by the kind of storage; the rest is tested with each backend. */
class PipelineTranslatorTest {

  private static final Map<String, Object> KEY = Map.of("type", "SecureString", "value", "s3cret");

  private static final SignIn SIGN_IN =
      new SignIn(
          AppCredential.clientSecret(),
          Optional.of(
              new AddedSecret(new SecretEntry("key-1", "", Instant.EPOCH), Secret.of("s3cret"))));

  private static Connections to(StorageKind kind) {
    String host = kind == StorageKind.DATA_LAKE ? "acct.dfs.example" : "acct.blob.example";
    return new Connections("app", "ir", "tenant", "client", kind, URI.create("https://" + host));
  }

  private static List<Artifact> pipeline(StorageKind kind) {
    return PipelineTranslator.pipeline(
        new PipelineSpec(
            "app_User_v1",
            to(kind),
            "BasicDataSet_v0.User_v1",
            List.of("id"),
            Window.NONE,
            Scope.everyone(),
            "m365",
            "users"));
  }

  private static Map<String, Object> storage(StorageKind kind) {
    Artifact storage =
        PipelineTranslator.linkedServices(to(kind), SignInJson.sent("app", SIGN_IN)).get(0);
    return sent(storage.properties());
  }

  // Nulls mean what must not be there.
  private static Map<String, Object> sent(Map<String, Object> asked) {
    return new Artifact(ArtifactKind.PIPELINE, "any", asked).laidOver(Map.of());
  }

  @Test
  void leadsToBlobStorageThroughItsBlobEndpoint() {
    assertThat(storage(StorageKind.BLOB))
        .containsEntry("type", "AzureBlobStorage")
        .containsEntry(
            "typeProperties",
            Map.of(
                "serviceEndpoint", "https://acct.blob.example",
                "accountKind", "StorageV2",
                "tenant", "tenant",
                "servicePrincipalId", "client",
                "servicePrincipalKey", KEY));
  }

  @Test
  void leadsToADataLakeThroughItsDfsEndpoint() {
    assertThat(storage(StorageKind.DATA_LAKE))
        .containsEntry("type", "AzureBlobFS")
        .containsEntry(
            "typeProperties",
            Map.of(
                "url", "https://acct.dfs.example",
                "tenant", "tenant",
                "servicePrincipalId", "client",
                "servicePrincipalCredentialType", "ServicePrincipalKey",
                "servicePrincipalCredential", KEY));
  }

  @Test
  void writesIntoTheContainerOfBlobStorage() {
    List<Artifact> artifacts = pipeline(StorageKind.BLOB);

    assertThat(sinkDataset(artifacts))
        .extractingByKey("linkedServiceName")
        .isEqualTo(Map.of("referenceName", "app_storage", "type", "LinkedServiceReference"));
    assertThat(location(artifacts))
        .containsEntry("type", "AzureBlobStorageLocation")
        .containsEntry("container", "m365")
        .containsOnlyKeys("type", "container", "folderPath");
    assertThat(sink(artifacts))
        .isEqualTo(
            Map.of(
                "type",
                "BinarySink",
                "storeSettings",
                Map.of("type", "AzureBlobStorageWriteSettings")));
  }

  @Test
  void writesIntoTheFileSystemOfADataLake() {
    List<Artifact> artifacts = pipeline(StorageKind.DATA_LAKE);

    assertThat(sinkDataset(artifacts))
        .extractingByKey("linkedServiceName")
        .isEqualTo(Map.of("referenceName", "app_datalake", "type", "LinkedServiceReference"));
    assertThat(location(artifacts))
        .isEqualTo(
            Map.of(
                "type", "AzureBlobFSLocation",
                "fileSystem", "m365",
                "folderPath",
                    Map.of("value", "@concat('users/', dataset().runKey)", "type", "Expression")));
    assertThat(sink(artifacts))
        .isEqualTo(
            Map.of(
                "type", "BinarySink", "storeSettings", Map.of("type", "AzureBlobFSWriteSettings")));
  }

  private static Map<String, Object> sinkDataset(List<Artifact> artifacts) {
    return sent(artifacts.get(1).properties());
  }

  private static Map<String, Object> location(List<Artifact> artifacts) {
    return member(member(sinkDataset(artifacts), "typeProperties"), "location");
  }

  private static Map<String, Object> sink(List<Artifact> artifacts) {
    List<?> activities = (List<?>) artifacts.get(2).properties().get("activities");
    return member(member(asMap(activities.get(0)), "typeProperties"), "sink");
  }

  private static Map<String, Object> member(Map<String, Object> of, String name) {
    return asMap(of.get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object json) {
    return (Map<String, Object>) json;
  }
}
