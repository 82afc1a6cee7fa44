package io.github.dataconnect4j.azure;

import io.github.dataconnect4j.spi.RegistrationPortal;
import java.util.Optional;

/**
 * Microsoft's registration portal: a web page and a person. What happens there cannot be seen from
 * here.
 */
final class GuidedPortal implements RegistrationPortal {

  @Override
  public Optional<Boolean> isDataConnectOn() {
    return Optional.empty();
  }

  @Override
  public boolean register(Entry entry) {
    return false;
  }
}
