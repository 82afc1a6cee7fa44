package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.spi.ConsentLog;
import io.github.dataconnect4j.spi.Directory;

/**
 * Brings Microsoft Entra and the audit log to an account, which carries no Microsoft Graph itself.
 *
 * <p>Implementations are immutable; neither method calls anything.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface DirectoryProvider {

  /** The directory of the account's tenant. */
  Directory directory(AzureAccount account);

  /** The audit log of the account's tenant. */
  ConsentLog consentLog(AzureAccount account);
}
