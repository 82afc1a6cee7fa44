package io.github.dataconnect4j.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.cloud.AppCredential.Certificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppCredentialTest {

  private static final Secret PASSWORD = Secret.of("pfx-password");

  @TempDir private Path folder;

  @Test
  void aCertificateIsSentAsTheFileIs() throws IOException {
    Path file = TestKeys.pkcs12(folder, "RSA", PASSWORD);

    AppCredential credential = AppCredential.certificate(file, PASSWORD);

    assertThat(credential).isInstanceOf(Certificate.class);
    Certificate certificate = (Certificate) credential;
    assertThat(Base64.getDecoder().decode(certificate.pkcs12().reveal()))
        .isEqualTo(Files.readAllBytes(file));
    assertThat(certificate.password()).isSameAs(PASSWORD);
    assertThat(certificate.thumbprint()).matches("[0-9A-F]{40}");
    assertThat(certificate.takesClientSecret()).isTrue();
  }

  @Test
  void aCertificateShowsItsThumbprintOnly() {
    Certificate certificate =
        (Certificate) AppCredential.certificate(TestKeys.pkcs12(folder, "RSA", PASSWORD), PASSWORD);

    assertThat(certificate.toString()).isEqualTo("certificate " + certificate.thumbprint());
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() {
    Path file = TestKeys.pkcs12(folder, "RSA", PASSWORD);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AppCredential.certificate(file, Secret.of("not-this-one")))
        .withMessageContaining(file.toString())
        .withMessageContaining("Give a PKCS #12 file (.pfx, .p12) and its password.")
        .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("not-this-one"));
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AppCredential.certificate(folder.resolve("none.pfx"), PASSWORD))
        .withMessageContaining("none.pfx' cannot be read");
  }

  @Test
  void aKeyThatEntraDoesNotTakeIsRefused() {
    Path file = TestKeys.pkcs12(folder, "EC", PASSWORD);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AppCredential.certificate(file, PASSWORD))
        .withMessageContaining("exactly one, an RSA key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://Contoso.vault.azure.net", "https://contoso.vault.azure.net/"})
  void aVaultIsTheSameHoweverItIsSpelled(String vault) {
    assertThat(AppCredential.keyVaultSecret(URI.create(vault), "app-secret"))
        .isEqualTo(
            AppCredential.keyVaultSecret(
                URI.create("https://contoso.vault.azure.net"), "app-secret"))
        .hasToString("secret 'app-secret' of https://contoso.vault.azure.net")
        .returns(false, AppCredential::takesClientSecret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://contoso.vault.azure.net",
        "contoso.vault.azure.net",
        "https://contoso.vault.azure.net/secrets/app",
        "https://contoso.vault.azure.net?api-version=7",
      })
  void whatIsNoVaultIsRefused(String vault) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AppCredential.keyVaultSecret(URI.create(vault), "app-secret"))
        .withMessageContaining("vault '" + vault + "' is not the address of a Key Vault");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "under_score", "a~value.8Q~"})
  void whatIsNoSecretsNameIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> AppCredential.keyVaultSecret(URI.create("https://contoso.vault.azure.net"), name))
        .withMessageContaining("the secret's name in the vault, never its value")
        .withMessageNotContaining("8Q~");
  }
}
