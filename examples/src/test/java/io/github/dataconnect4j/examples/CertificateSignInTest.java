package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.entra.Entra;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller who signs in with a certificate, through Microsoft's own client. */
class CertificateSignInTest {

  @TempDir private Path folder;
  private TestCertificate certificate;
  private DataConnectEmulator emulator;

  @BeforeEach
  void start() {
    certificate = TestCertificate.in(folder, "caller");
    emulator =
        DataConnectEmulator.builder()
            .withTenant(2, 1)
            .withClientCertificate(certificate.x509())
            .start();
  }

  @AfterEach
  void close() {
    emulator.close();
    assertThat(emulator.unknownRoutes()).isEmpty();
  }

  @Test
  void bothFormsOfFilesSignIn() {
    Cloud cloud = emulator.cloud();

    for (TokenCredential credential :
        new TokenCredential[] {
          AzureCredentials.clientCertificate(
              cloud, emulator.tenantId(), emulator.clientId(), certificate.pem()),
          AzureCredentials.clientCertificate(
              cloud,
              emulator.tenantId(),
              emulator.clientId(),
              certificate.pkcs12(),
              certificate.password())
        }) {
      assertThat(credential.getTokenSync(graph()).getToken()).isNotBlank();
      assertThat(credential)
          .hasToString(
              "client certificate of " + emulator.clientId() + " in tenant " + emulator.tenantId());
    }
  }

  @Test
  void anAccountLendsItsConnections() {
    AzureAccount account =
        AzureAccount.at(emulator.cloud())
            .credential(
                AzureCredentials.clientCertificate(
                    emulator.cloud(), emulator.tenantId(), emulator.clientId(), certificate.pem()))
            .subscription(emulator.subscriptionId())
            .directory(Entra.directory());

    try (DataConnect dataConnect = DataConnect.open(account)) {
      assertThat(dataConnect.caller().name()).isEqualTo(emulator.clientId());
    }
  }

  @Test
  void aCertificateThatIsNotRegisteredIsRefused() {
    TestCertificate stranger = TestCertificate.in(folder, "stranger");
    TokenCredential credential =
        AzureCredentials.clientCertificate(
            emulator.cloud(), emulator.tenantId(), emulator.clientId(), stranger.pem());

    assertThatThrownBy(() -> credential.getTokenSync(graph()))
        .hasStackTraceContaining("AADSTS700027")
        .hasStackTraceContaining("The key was not found");
  }

  @Test
  void aFileThatIsNotThereIsRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AzureCredentials.clientCertificate(
                    emulator.cloud(),
                    emulator.tenantId(),
                    emulator.clientId(),
                    folder.resolve("none.pem")))
        .withMessageContaining("none.pem' cannot be read");
  }

  private TokenRequestContext graph() {
    return new TokenRequestContext().addScopes(emulator.cloud().graphAudience() + "/.default");
  }
}
