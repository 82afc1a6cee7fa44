package io.github.dataconnect4j.cloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Certificates with private keys for tests, made by the JDK's own tool. */
public final class TestKeys {

  private TestKeys() {}

  /** A PKCS #12 file with one key, valid from 2020 for a hundred years. */
  public static Path pkcs12(Path folder, String algorithm, Secret password) {
    Path file = folder.resolve(algorithm + ".pfx");
    try {
      Process keytool =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                      "-genkeypair",
                      "-alias",
                      "app",
                      "-keyalg",
                      algorithm,
                      "-dname",
                      "CN=app",
                      "-startdate",
                      "2020/01/01",
                      "-validity",
                      "36500",
                      "-storetype",
                      "PKCS12",
                      "-keystore",
                      file.toString(),
                      "-storepass",
                      password.reveal()))
              .redirectErrorStream(true)
              .start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool failed: " + said);
      }
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
