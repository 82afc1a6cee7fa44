package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.azure.core.credential.TokenRequestContext;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import io.github.dataconnect4j.time.WaitPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Plants marked secrets, runs the whole way at TRACE, and searches everything that comes out. */
class SecretsTest {

  /** The form of every secret that the emulated Entra issues: the app's own is made in between. */
  private static final Pattern ISSUED = Pattern.compile("[\\w.~-]{3}8Q~[\\w.~-]{30}");

  @TempDir private Path folder;

  @SuppressWarnings("JdkObsolete") // log lines come from many threads
  private final StringBuffer seen = new StringBuffer();

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private Level level = Level.INFO;
  private final AppenderBase<ILoggingEvent> collector = new Collector();

  @BeforeEach
  void listen() {
    level = root.getLevel();
    collector.start();
    root.addAppender(collector);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    root.setLevel(level);
    root.detachAppender(collector);
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void noSecretComesOutOfTheWholeWay() throws IOException {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    System.setOut(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    Secret planted = Secret.of("planted~Canary+client/secret=1");
    List<String> secrets = new ArrayList<>(List.of(planted.reveal()));

    try (Scene scene =
        new Scene(DataConnectEmulator.builder().withTenant(3, 5).withClientSecret(planted))) {
      DataConnectApp app = scene.approved(scene.mail());
      PipelineRun run = app.runner().start(scene.lastMonth());
      run.await(WaitPolicy.patient());
      secrets.addAll(tokens(scene));
      secrets.add(addedSecret(scene, app));
      secrets.addAll(certificateSecrets(scene));
      tellAll(scene, app, run);
      failInEveryWay(scene);
      files(Path.of("target"));
    }
    seen.append(terminal.toString(StandardCharsets.UTF_8));

    assertThat(seen.length()).as("something was listened to").isGreaterThan(100_000);
    assertThat(secrets).hasSize(9);
    assertThat(secrets.get(4)).as("issued secrets have this form").containsPattern(ISSUED);
    assertThat(ISSUED.matcher(seen).find()).as("an issued secret comes out").isFalse();
    for (String secret : secrets) {
      for (String form : forms(secret)) {
        assertThat(seen.indexOf(form))
            .as("a secret comes out near: %s", around(form))
            .isEqualTo(-1);
      }
    }
  }

  private static List<String> tokens(Scene scene) {
    return Stream.of(
            scene.emulator.cloud().resourceManagerAudience(),
            scene.emulator.cloud().graphAudience(),
            "https://storage.azure.com")
        .map(audience -> new TokenRequestContext().addScopes(audience + "/.default"))
        .map(request -> scene.account.credential().getTokenSync(request).getToken())
        .toList();
  }

  private static String addedSecret(Scene scene, DataConnectApp app) {
    var application =
        scene
            .account
            .directory()
            .findApplication(scene.landing.tag(scene.emulator.subscriptionId()))
            .orElseThrow();
    AddedSecret secret =
        scene.account.directory().addSecret(application, "canary", Duration.ofDays(30));
    Connections connections =
        new Connections(
            "canary",
            "DataConnectRuntime",
            scene.emulator.tenantId(),
            app.applicationId(),
            StorageKind.BLOB,
            scene.emulator.cloud().blob("mgdcm365datastore"));
    scene
        .pipelines()
        .connect(connections, new SignIn(AppCredential.clientSecret(), Optional.of(secret)));
    return secret.value().reveal();
  }

  /** Runs once more with a certificate and once with a key vault, both of them marked. */
  private List<String> certificateSecrets(Scene scene) throws IOException {
    Secret password = Secret.of("planted-Canary-password");
    TestCertificate certificate = TestCertificate.in(folder, "canary", password);
    AppCredential embedded = AppCredential.certificate(certificate.pkcs12(), password);
    Secret inVault = Secret.of("planted-Canary-in-the-vault");
    URI vault = URI.create("https://contoso.vault.azure.net");
    scene.emulator.keyVault().put(vault, "app-secret", inVault);
    for (AppCredential credential :
        List.of(embedded, AppCredential.keyVaultSecret(vault, "app-secret"))) {
      var landing = scene.landing.credential(credential);
      seen.append(credential).append(landing).append(scene.dataConnect.plan(landing).apply());
      PipelineRun run = scene.dataConnect.app(scene.mail()).runner().start(scene.lastMonth());
      Throwable thrown = catchThrowable(() -> run.await(WaitPolicy.patient()));
      assertThat(thrown == null)
          .as("the vault's secret is wrong")
          .isEqualTo(credential == embedded);
      seen.append(thrown);
    }
    tell(() -> AppCredential.certificate(certificate.pkcs12(), Secret.of(inVault.reveal())));
    String key = certificate.held().privateKeyPkcs8Pem();
    String middle = key.lines().skip(3).findFirst().orElseThrow();
    String file = Base64.getEncoder().encodeToString(Files.readAllBytes(certificate.pkcs12()));
    return List.of(password.reveal(), inVault.reveal(), middle, file.substring(100, 200));
  }

  private void tellAll(Scene scene, DataConnectApp app, PipelineRun run) {
    for (Object one :
        List.of(
            scene.emulator,
            scene.emulator.clientSecret(),
            scene.emulator.cloud(),
            scene.emulator.requests(),
            scene.account,
            scene.account.credential(),
            scene.dataConnect,
            scene.landing,
            scene.dataConnect.plan(scene.landing),
            app,
            app.handOver(),
            app.consent(),
            app.consent().handOver(),
            run,
            run.output())) {
      seen.append(one).append('\n');
    }
  }

  private void failInEveryWay(Scene scene) {
    tell(() -> scene.pipelines().start("no-such-pipeline", Map.of()));
    tell(() -> scene.dataConnect.app(scene.mail()).runner().attach("no-such-run"));
    tell(
        () ->
            AzureCredentials.clientSecret(
                    scene.emulator.cloud(),
                    "22222222-2222-2222-2222-222222222222",
                    scene.emulator.clientId(),
                    scene.emulator.clientSecret())
                .getTokenSync(
                    new TokenRequestContext()
                        .addScopes(scene.emulator.cloud().graphAudience() + "/.default")));
    scene.emulator.close();
    tell(() -> scene.dataConnect.plan(scene.landing));
  }

  private void tell(Runnable failing) {
    Throwable thrown = catchThrowable(failing::run);
    assertThat(thrown).isNotNull();
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      seen.append(one).append('\n');
    }
  }

  private void files(Path from) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".class"))
          .forEach(this::file);
    }
  }

  private void file(Path file) {
    try {
      seen.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return List.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        secret.replace("/", "\\/"));
  }

  private String around(String form) {
    int at = seen.indexOf(form);
    return at < 0 ? "" : seen.substring(Math.max(0, at - 300), at);
  }

  private final class Collector extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      seen.append(event.getLoggerName())
          .append(' ')
          .append(event.getFormattedMessage())
          .append('\n');
      IThrowableProxy thrown = event.getThrowableProxy();
      if (thrown != null) {
        seen.append(ThrowableProxyUtil.asString(thrown)).append('\n');
      }
    }
  }
}
