package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.cloud.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/**
 * A certificate with its private key, made for one test.
 *
 * @param held both parts
 * @param pem both parts in a PEM file
 * @param pkcs12 both parts in a PKCS #12 file
 * @param password the password of the latter
 */
record TestCertificate(HeldCertificate held, Path pem, Path pkcs12, Secret password) {

  static TestCertificate in(Path folder, String name) {
    return in(folder, name, Secret.of("password of " + name));
  }

  static TestCertificate in(Path folder, String name, Secret password) {
    HeldCertificate held =
        new HeldCertificate.Builder()
            .rsa2048()
            .commonName(name)
            .duration(3650, TimeUnit.DAYS)
            .build();
    Path pem = folder.resolve(name + ".pem");
    Path pkcs12 = folder.resolve(name + ".pfx");
    try (OutputStream out = Files.newOutputStream(pkcs12)) {
      Files.writeString(pem, held.certificatePem() + held.privateKeyPkcs8Pem());
      char[] protection = password.reveal().toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          name, held.keyPair().getPrivate(), protection, new Certificate[] {held.certificate()});
      store.store(out, protection);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("Could not make a certificate for the test", e);
    }
    return new TestCertificate(held, pem, pkcs12, password);
  }

  X509Certificate x509() {
    return held.certificate();
  }
}
