package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.world.KeyVaults;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The key vaults that linked services of the emulator's hosts refer to. Tests put secrets there;
 * only a run takes them out. Every vault exists, has no address of its own, and every host's
 * managed identity may get its secrets.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class KeyVault {

  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

  KeyVault() {}

  /**
   * Puts a secret into a vault, or a new version of it.
   *
   * @param vault such as {@code https://contoso.vault.azure.net}
   * @param name the secret's name, in any case
   */
  public void put(URI vault, String name, Secret value) {
    secrets.put(key(vault.toString(), name), value);
  }

  /** Takes a secret out of a vault; one that is not there is no matter. */
  public void remove(URI vault, String name) {
    secrets.remove(key(vault.toString(), name));
  }

  KeyVaults reader() {
    return (vault, name) -> Optional.ofNullable(secrets.get(key(vault, name)));
  }

  private static String key(String vault, String name) {
    return (vault.replaceFirst("/+$", "") + "/secrets/" + name).toLowerCase(Locale.ROOT);
  }
}
