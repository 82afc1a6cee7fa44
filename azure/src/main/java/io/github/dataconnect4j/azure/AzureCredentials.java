package io.github.dataconnect4j.azure;

import com.azure.core.credential.TokenCredential;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.cloud.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Credentials that work on any cloud, an emulator's included. On Azure every other credential of
 * {@code azure-identity} serves as well.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class AzureCredentials {

  private AzureCredentials() {}

  /** As {@link #clientSecret(Cloud, HttpSettings, String, String, Secret)}, standard settings. */
  public static TokenCredential clientSecret(
      Cloud cloud, String tenantId, String clientId, Secret secret) {
    return clientSecret(cloud, HttpSettings.standard(), tenantId, clientId, secret);
  }

  /**
   * An application that signs in with a secret.
   *
   * <p>An {@link AzureAccount} that it is given to lends it its own connections, and closes them
   * with its others. Used without one, it opens some of its own under the settings; they are held
   * by daemon threads only, go away when idle, and need no closing.
   *
   * @param tenantId the tenant of the application
   * @param clientId the application's client id
   */
  public static TokenCredential clientSecret(
      Cloud cloud, HttpSettings http, String tenantId, String clientId, Secret secret) {
    return ApplicationTokens.bySecret(cloud, http, tenantId, clientId, secret);
  }

  /**
   * An application that signs in with a certificate, from a PEM file with the certificate and its
   * private key, which is not encrypted. Connections as with a secret, under standard settings.
   *
   * @param tenantId the tenant of the application
   * @param clientId the application's client id
   * @param pem read when the first token is asked for
   * @throws IllegalArgumentException if there is no such file
   */
  public static TokenCredential clientCertificate(
      Cloud cloud, String tenantId, String clientId, Path pem) {
    String file = required(pem, "pem");
    return ApplicationTokens.byCertificate(
        cloud, tenantId, clientId, builder -> builder.pemCertificate(file));
  }

  /**
   * An application that signs in with a certificate, from a PKCS #12 file. Connections as with a
   * secret, under standard settings.
   *
   * @param tenantId the tenant of the application
   * @param clientId the application's client id
   * @param pkcs12 a {@code .pfx} or {@code .p12} file, read when the first token is asked for
   * @param password the file's password
   * @throws IllegalArgumentException if there is no such file
   */
  public static TokenCredential clientCertificate(
      Cloud cloud, String tenantId, String clientId, Path pkcs12, Secret password) {
    String file = required(pkcs12, "pkcs12");
    Objects.requireNonNull(password, "password");
    return ApplicationTokens.byCertificate(
        cloud,
        tenantId,
        clientId,
        builder -> builder.pfxCertificate(file).clientCertificatePassword(password.reveal()));
  }

  private static String required(Path file, String name) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          name + " '" + file + "' cannot be read. Give the path of the certificate's file.");
    }
    return file.toString();
  }
}
