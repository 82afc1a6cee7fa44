package io.github.dataconnect4j.emulator.deployments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The deployments of all resource groups. Of each group Azure deletes the oldest when there are
 * more than {@value #MOST}, until {@value #LEFT} are left; who deploys under a name again makes
 * that deployment the newest. Source: Microsoft's page "Automatic deletions from deployment
 * history"; by it no group comes to the limit of 800.
 *
 * <p>Thread-safe.
 */
final class DeploymentHistory {

  static final int MOST = 700;
  static final int LEFT = 600;

  /** By id in lower case, oldest first. */
  private final Map<String, Deployment> byId = new LinkedHashMap<>();

  /**
   * Adds the newest deployment of a group.
   *
   * @return whether there was none of that name
   */
  synchronized boolean add(String group, Deployment made) {
    boolean isNew = byId.remove(key(made.id())) == null;
    byId.put(key(made.id()), made);
    List<String> all = idsBeneath(group);
    if (all.size() > MOST) {
      all.subList(0, all.size() - LEFT).forEach(byId::remove);
    }
    return isNew;
  }

  synchronized Optional<Deployment> find(String id) {
    return Optional.ofNullable(byId.get(key(id)));
  }

  /** The deployments of a group, by name. */
  synchronized List<Deployment> beneath(String group) {
    return idsBeneath(group).stream().sorted().map(byId::get).toList();
  }

  /** Takes one out, and tells whether it was there. */
  synchronized boolean remove(String id) {
    return byId.remove(key(id)) != null;
  }

  /** Forgets what was deployed to a group that is gone. */
  synchronized void forgetBeneath(String group) {
    idsBeneath(group).forEach(byId::remove);
  }

  private List<String> idsBeneath(String group) {
    String prefix = key(group) + "/";
    return byId.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
