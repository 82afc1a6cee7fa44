package io.github.dataconnect4j.emulator.arm;

import io.github.dataconnect4j.emulator.http.Routes;
import java.util.Set;

/**
 * A resource provider. ARM checks token, version, subscription, registration, group and roles
 * before it passes a request on.
 */
public interface ArmProvider {

  /** Such as {@code Microsoft.Storage}. */
  String namespace();

  /** The versions that are known; any other is refused. */
  Set<String> apiVersions();

  /** The types of its resources, such as {@code storageAccounts}. */
  Set<String> resourceTypes();

  void addTo(Routes routes);
}
