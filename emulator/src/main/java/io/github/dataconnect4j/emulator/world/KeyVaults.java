package io.github.dataconnect4j.emulator.world;

import io.github.dataconnect4j.cloud.Secret;
import java.util.Optional;

/** What key vaults hold. */
public interface KeyVaults {

  /** A secret's latest version, by the vault's address as a linked service has it. */
  Optional<Secret> secret(String vault, String name);
}
