package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClientBuilder;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import com.azure.storage.file.datalake.models.PathItem;
import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Violation;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.consent.ConsentState;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import io.github.dataconnect4j.time.WaitPolicy;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies into Data Lake Storage Gen2, from the account to the rows. */
class DataLakeTest {

  private static final BlobContainer LAKE = BlobContainer.inDataLake("mgdcm365datastore", "m365");

  private static Landing landing(Scene scene, Backend backend) {
    return scene.landing.storage(LAKE).host(backend.named("m365-to-lake"));
  }

  private static Registration mail(Landing landing) {
    return Registration.of(landing)
        .describedAs("Who writes to whom, and when")
        .reads(Scene.MESSAGES.columns("sender", "receivedDateTime"), Scope.everyone());
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void receivesTheRowsOfARunAndASecondTimeNothingIsWrittenButItsStart(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend);
      long rows = rows(run(scene, landing));
      int requests = scene.emulator.requests().size();

      assertThat(scene.dataConnect.plan(landing).isUpToDate()).isTrue();
      scene.dataConnect.plan(landing).apply();
      assertThat(scene.writesSince(requests)).isEmpty();

      assertThat(rows(run(scene, landing))).isEqualTo(rows).isPositive();
      assertThat(scene.writesSince(requests))
          .extracting(RecordedRequest::target)
          .singleElement()
          .asString()
          .contains("/createRun");
    }
  }

  @Test
  void isAnAccountWithAHierarchicalNamespaceAndRegisteredByItsDfsEndpoint() {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, Backend.DATA_FACTORY);
      DataConnectApp app = scene.registered(mail(landing));

      StorageAccount account =
          scene
              .account
              .storage()
              .findAccount(landing.resourceGroup(), LAKE.account())
              .orElseThrow();
      assertThat(account.kind()).isEqualTo(StorageKind.DATA_LAKE);
      assertThat(account.dataLakeEndpoint())
          .isEqualTo(scene.emulator.cloud().dataLake(LAKE.account() + "/"))
          .hasHost("localhost");
      assertThat(account.blobEndpoint()).hasHost("127.0.0.1");
      assertThat(app.handOver().values())
          .contains(
              Map.entry("Storage account", LAKE.account()),
              Map.entry("Storage account URI", account.dataLakeEndpoint().toString()));
    }
  }

  @Test
  void cannotBeAnAccountThatWasMadeForBlobs() {
    try (Scene scene = new Scene()) {
      scene.dataConnect.plan(scene.landing).apply();

      assertThatThrownBy(() -> scene.dataConnect.plan(scene.landing.storage(LAKE)))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("no hierarchical namespace")
          .hasMessageContaining("BlobContainer.named(\"mgdcm365datastore\", \"m365\")");
    }
  }

  @Test
  void ofAnApprovalForBlobsIsRefusedBeforeAnythingIsWritten() {
    try (Scene scene = new Scene()) {
      // An account with a hierarchical namespace serves both; approved is its blob endpoint.
      Landing lake = scene.landing.storage(LAKE);
      scene.dataConnect.plan(lake).apply();
      scene.approved(scene.mail());
      int requests = scene.emulator.requests().size();
      DataConnectApp app = scene.dataConnect.app(mail(lake));

      assertThat(app.consent().state()).isEqualTo(ConsentState.UPDATE_AVAILABLE);
      assertThatThrownBy(() -> app.runner().start(scene.lastMonth()))
          .isInstanceOfSatisfying(
              ConsentException.class,
              refused ->
                  assertThat(refused.verdict().violations())
                      .extracting(Violation::code)
                      .containsExactly(RuleCode.DESTINATION_MISMATCH))
          .hasMessageContaining("Asked: https://localhost:")
          .hasMessageContaining("Approved: https://127.0.0.1:")
          .hasMessageContaining("BlobContainer.named(…) for blob")
          .hasMessageContaining("BlobContainer.inDataLake(…) for dfs");
      assertThat(scene.writesSince(requests)).isEmpty();
    }
  }

  @Test
  void andBlobsOfOneAccountCanBeDeliveredToInTurnOnceEachIsApproved() {
    try (Scene scene = new Scene()) {
      Landing lake = scene.landing.storage(LAKE);
      long rows = rows(run(scene, lake));

      assertThat(rows(run(scene, scene.landing))).isEqualTo(rows);
      assertThat(rows(run(scene, lake))).isEqualTo(rows);
    }
  }

  @Test
  void showsMicrosoftsOwnClientWhatARunWrote() throws IOException, GeneralSecurityException {
    try (Scene scene = new Scene()) {
      PipelineRun run = run(scene, landing(scene, Backend.DATA_FACTORY));
      String folder = run.output().folder();

      List<PathItem> paths =
          fileSystem(scene.emulator)
              .listPaths(new ListPathsOptions().setPath(folder).setRecursive(true), null)
              .stream()
              .filter(path -> !path.isDirectory())
              .toList();

      assertThat(paths)
          .extracting(PathItem::getName)
          .contains(folder + "metadata/JobMetadata")
          .containsAll(run.output().files().stream().map(StoredFile::path).toList());
      assertThat(paths).allSatisfy(path -> assertThat(path.getContentLength()).isPositive());
    }
  }

  private static PipelineRun run(Scene scene, Landing landing) {
    DataConnectApp app = scene.approved(mail(landing));
    PipelineRun run = app.runner().start(scene.lastMonth());
    run.await(WaitPolicy.upTo(Duration.ofHours(6)));
    return run;
  }

  private static long rows(PipelineRun run) {
    try (Rows<Row> rows = Extracts.of(run).rows()) {
      return rows.stream().count();
    }
  }

  private static DataLakeFileSystemClient fileSystem(DataConnectEmulator emulator)
      throws IOException, GeneralSecurityException {
    Cloud cloud = emulator.cloud();
    return new DataLakeFileSystemClientBuilder()
        .endpoint(cloud.dataLake(LAKE.account()).toString())
        .fileSystemName(LAKE.container())
        .credential(
            AzureCredentials.clientSecret(
                cloud, emulator.tenantId(), emulator.clientId(), emulator.clientSecret()))
        .httpClient(new OkHttpAsyncHttpClientBuilder(trusting(cloud)).build())
        .buildClient();
  }

  private static OkHttpClient trusting(Cloud cloud) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("emulator", cloud.trust().get(0));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return new OkHttpClient.Builder()
        .sslSocketFactory(tls.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
        .build();
  }
}
