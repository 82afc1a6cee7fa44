package io.github.dataconnect4j.emulator.synapse;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workspaces of the world; their names are unique in it.
 *
 * <p>Thread-safe.
 */
public final class Workspaces {

  private final Map<String, Workspace> byId = new ConcurrentHashMap<>();

  Optional<Workspace> find(String resourceId) {
    return Optional.ofNullable(byId.get(key(resourceId)));
  }

  Optional<Workspace> named(String name) {
    return byId.values().stream()
        .filter(workspace -> workspace.factory().name().equalsIgnoreCase(name))
        .findFirst();
  }

  void add(Workspace workspace) {
    byId.put(key(workspace.factory().resourceId()), workspace);
  }

  void remove(String resourceId) {
    Workspace removed = byId.remove(key(resourceId));
    if (removed != null) {
      removed.factory().artifacts().forgetTriggers();
    }
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
