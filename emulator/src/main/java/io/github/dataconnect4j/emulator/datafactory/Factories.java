package io.github.dataconnect4j.emulator.datafactory;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The factories of the world, by resource id.
 *
 * <p>Thread-safe.
 */
public final class Factories {

  private final Map<String, Factory> byId = new ConcurrentHashMap<>();

  public Optional<Factory> find(String resourceId) {
    return Optional.ofNullable(byId.get(resourceId.toLowerCase(Locale.ROOT)));
  }

  void add(Factory factory) {
    byId.putIfAbsent(factory.resourceId().toLowerCase(Locale.ROOT), factory);
  }

  void remove(String resourceId) {
    Factory removed = byId.remove(resourceId.toLowerCase(Locale.ROOT));
    if (removed != null) {
      removed.artifacts().forgetTriggers();
    }
  }
}
