package io.github.dataconnect4j.emulator.copy;

import io.github.dataconnect4j.emulator.copy.CopyOrder.Proof;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;

/** Opens the certificate of a linked service. */
final class EmbeddedCertificate {

  private EmbeddedCertificate() {}

  /**
   * The certificate that has a private key there.
   *
   * @throws CopyFailure if it does not open; the text is the emulator's
   */
  static X509Certificate open(Proof.Certificate proof, String applicationId) {
    char[] password =
        proof.password().map(secret -> secret.reveal().toCharArray()).orElse(new char[0]);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(
          new ByteArrayInputStream(Base64.getMimeDecoder().decode(proof.pkcs12().reveal())),
          password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password) != null
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          return certificate;
        }
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // Told below, without the cause: its text may quote what it read.
    }
    CopyBehavior.CERTIFICATE_TEXT.observe();
    throw CopyFailure.ofLoader(
        "The service principal certificate of application '"
            + applicationId
            + "' cannot be opened: it is no PKCS #12 file with a private key in base64, or its"
            + " password is wrong.");
  }
}
