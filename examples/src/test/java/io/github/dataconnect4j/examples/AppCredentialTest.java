package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import io.github.dataconnect4j.error.RunFailedException;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.time.WaitPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How an app signs in from the pipelines: on both hosts, with the real clients. */
class AppCredentialTest {

  private static final URI VAULT = URI.create("https://contoso.vault.azure.net");
  private static final String NAME = "email-metrics-secret";

  @TempDir private Path folder;
  private TestCertificate certificate;

  @BeforeEach
  void makeCertificate() {
    certificate = TestCertificate.in(folder, "app");
  }

  @ParameterizedTest
  @EnumSource
  void aClientSecretCopiesRowsAndASecondApplyWritesNothing(Backend backend) {
    copiesAndStands(backend, AppCredential.clientSecret());
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateCopiesRowsAndASecondApplyWritesNothing(Backend backend) {
    copiesAndStands(backend, byCertificate());
  }

  @ParameterizedTest
  @EnumSource
  void aKeyVaultSecretCopiesRowsAndASecondApplyWritesNothing(Backend backend) {
    copiesAndStands(backend, AppCredential.keyVaultSecret(VAULT, NAME));
  }

  private static void copiesAndStands(Backend backend, AppCredential credential) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend, credential);
      PipelineRun run = start(scene, landing, VAULT, NAME);

      run.await(WaitPolicy.patient());

      try (Rows<Row> rows = Extracts.of(run).rows()) {
        assertThat(rows.stream().count()).isPositive();
      }
      int requests = scene.emulator.requests().size();
      assertThat(scene.dataConnect.plan(landing).isUpToDate()).isTrue();
      scene.dataConnect.plan(landing).apply();
      assertThat(scene.writesSince(requests)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherCredentialRewritesNothingButTheConnections(Backend backend) {
    try (Scene scene = new Scene()) {
      scene.dataConnect.plan(landing(scene, backend, AppCredential.clientSecret())).apply();

      assertThat(rotate(scene, backend, byCertificate()))
          .containsExactly("PATCH applications", "POST applications", "PUT _storage", "PUT _m365");
      assertThat(application(scene).thumbprints()).hasSize(1);
      assertThat(rotate(scene, backend, AppCredential.keyVaultSecret(VAULT, NAME)))
          .containsExactly("PUT _keyvault", "PUT _storage", "PUT _m365");
      assertThat(rotate(scene, backend, AppCredential.keyVaultSecret(VAULT, "another")))
          .containsExactly("PUT _keyvault", "PUT _storage", "PUT _m365");
      assertThat(rotate(scene, backend, byCertificate()))
          .as("the certificate is registered still, and two secrets are left over")
          .containsExactly(
              "POST applications",
              "POST applications",
              "POST applications",
              "PUT _storage",
              "PUT _m365");
      Landing plain = landing(scene, backend, AppCredential.clientSecret());
      assertThat(rotate(scene, backend, AppCredential.clientSecret()))
          .containsExactly("POST applications", "PUT _storage", "PUT _m365");
      start(scene, plain, VAULT, NAME).await(WaitPolicy.patient());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewerCertificateIsRegisteredBesideTheOlder(Backend backend) {
    try (Scene scene = new Scene()) {
      scene.dataConnect.plan(landing(scene, backend, byCertificate())).apply();
      certificate = TestCertificate.in(folder, "newer");
      Landing newer = landing(scene, backend, byCertificate());

      start(scene, newer, VAULT, NAME).await(WaitPolicy.patient());

      assertThat(application(scene).thumbprints()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecretThatTheVaultLacksOrThatIsWrongFailsTheRunClearly(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend, AppCredential.keyVaultSecret(VAULT, NAME));
      PipelineRun missing = start(scene, landing, VAULT, "elsewhere");
      assertThat(failure(missing, "KEY_VAULT_SECRET_UNREADABLE"))
          .hasMessageContaining("secretName: " + NAME)
          .hasMessageContaining("vaultBaseUrl: " + VAULT)
          .hasMessageContaining("let the managed identity");

      scene.emulator.keyVault().put(VAULT, NAME, Secret.of("not-the-value"));
      PipelineRun wrong = app(scene, landing).runner().start(scene.lastMonth());
      assertThat(failure(wrong, "WRONG_SECRET"))
          .hasMessageContaining("a secret in a vault is yours to replace")
          .hasMessageNotContaining("not-the-value");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCertificateThatTheAppLostFailsTheRunAndIsRegisteredAgain(Backend backend) {
    try (Scene scene = new Scene()) {
      Landing landing = landing(scene, backend, byCertificate());
      start(scene, landing, VAULT, NAME).await(WaitPolicy.patient());
      takeCertificates(scene);

      PipelineRun run = app(scene, landing).runner().start(scene.lastMonth());

      assertThat(failure(run, "CERTIFICATE_NOT_REGISTERED"))
          .hasMessageContaining("AADSTS700027")
          .hasMessageContaining("Apply the landing again");
      assertThat(rotate(scene, backend, byCertificate())).containsExactly("PATCH applications");
      app(scene, landing).runner().start(scene.lastMonth()).await(WaitPolicy.patient());
    }
  }

  private AppCredential byCertificate() {
    return AppCredential.certificate(certificate.pkcs12(), certificate.password());
  }

  private static Landing landing(Scene scene, Backend backend, AppCredential credential) {
    return scene.landing.host(backend.named("m365-to-storage")).credential(credential);
  }

  private static Registration mail(Landing landing) {
    return Registration.of(landing)
        .describedAs("Who writes to whom, and when")
        .reads(Scene.MESSAGES.columns("sender", "receivedDateTime"), Scope.everyone());
  }

  private static DataConnectApp app(Scene scene, Landing landing) {
    return scene.dataConnect.app(mail(landing));
  }

  /** Applies and approves; does what a person does who puts a secret into a vault; starts. */
  private static PipelineRun start(Scene scene, Landing landing, URI vault, String name) {
    scene.dataConnect.plan(landing).apply();
    AddedSecret secret =
        scene
            .account
            .directory()
            .addSecret(application(scene), "for the vault", Duration.ofDays(30));
    scene.emulator.keyVault().put(vault, name, secret.value());
    DataConnectApp app = scene.dataConnect.register(mail(landing));
    app.consent().await(WaitPolicy.upTo(Duration.ofDays(2)));
    return app.runner().start(scene.lastMonth());
  }

  private static Application application(Scene scene) {
    return scene
        .account
        .directory()
        .findApplication(scene.landing.tag(scene.emulator.subscriptionId()))
        .orElseThrow();
  }

  /** What somebody does in Microsoft Entra. */
  private static void takeCertificates(Scene scene) {
    Cloud cloud = scene.emulator.cloud();
    Request request =
        new Request.Builder()
            .url(cloud.graph() + "/applications/" + application(scene).objectId())
            .patch(RequestBody.create("{\"keyCredentials\":[]}", MediaType.get("application/json")))
            .build();
    OkHttpClient graph = scene.account.okHttpClientFor(cloud.graphAudience(), cloud.graph());
    try (Response response = graph.newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(204);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunFailedException failure(PipelineRun run, String code) {
    RunFailedException failure =
        catchThrowableOfType(RunFailedException.class, () -> run.await(WaitPolicy.patient()));
    assertThat(failure.problem().code()).contains(code);
    return failure;
  }

  /** Applies a landing with another credential, and tells what was written. */
  private static List<String> rotate(Scene scene, Backend backend, AppCredential credential) {
    int requests = scene.emulator.requests().size();
    scene.dataConnect.plan(landing(scene, backend, credential)).apply();
    return scene.writesSince(requests).stream()
        // The lease on the container, and who holds it.
        .filter(request -> !request.target().contains("/blobServices/default/containers/"))
        .map(AppCredentialTest::gist)
        .toList();
  }

  private static String gist(RecordedRequest request) {
    String path = request.target().replaceFirst("\\?.*", "");
    String what =
        path.toLowerCase(Locale.ROOT).contains("/linkedservices/")
            ? path.substring(path.lastIndexOf('_'))
            : path.replaceFirst("^/v1\\.0/", "").replaceFirst("/.*", "");
    return request.method() + " " + what;
  }
}
