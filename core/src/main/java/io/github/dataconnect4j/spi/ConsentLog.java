package io.github.dataconnect4j.spi;

import io.github.dataconnect4j.authorization.Authorization;
import java.util.Optional;

/**
 * The tenant's audit log, as far as it tells of consent.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface ConsentLog {

  /**
   * The last decision about an app; empty if there is none within the time that the log is kept.
   *
   * @throws io.github.dataconnect4j.error.NotPermittedException if the credential may not read the
   *     log
   */
  Optional<Authorization> lastDecision(String applicationId);
}
