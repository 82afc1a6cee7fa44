package io.github.dataconnect4j.azure;

import com.azure.core.credential.TokenCredential;
import io.github.dataconnect4j.Cloud;
import io.github.dataconnect4j.Secret;

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
    return new ClientSecretTokens(cloud, http, tenantId, clientId, secret);
  }
}
