package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Two certificates, made when first used by the {@code keytool} of the running Java. */
final class KitCertificate {

  static final KitCertificate ONE = new KitCertificate("one");
  static final KitCertificate OTHER = new KitCertificate("other");

  private final String name;
  private AppCredential.@Nullable Certificate made;

  private KitCertificate(String name) {
    this.name = name;
  }

  synchronized AppCredential.Certificate credential() {
    AppCredential.Certificate known = made == null ? make() : made;
    made = known;
    return known;
  }

  private AppCredential.Certificate make() {
    // Nothing that is worth protecting: the file lives for a moment, its key signs in nowhere.
    String password = "conformance";
    try {
      Path folder = Files.createTempDirectory("conformance");
      Path file = folder.resolve(name + ".pfx");
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keyalg",
                  "RSA",
                  "-keysize",
                  "2048",
                  "-storetype",
                  "PKCS12",
                  "-alias",
                  "kit",
                  "-dname",
                  "CN=" + name,
                  "-validity",
                  "3650",
                  "-storepass",
                  password,
                  "-keystore",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool made no certificate: " + said);
      }
      AppCredential.Certificate read =
          (AppCredential.Certificate) AppCredential.certificate(file, Secret.of(password));
      Files.delete(file);
      Files.delete(folder);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while keytool made a certificate", e);
    }
  }
}
