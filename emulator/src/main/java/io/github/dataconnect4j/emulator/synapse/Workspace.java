package io.github.dataconnect4j.emulator.synapse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.datafactory.Factory;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.time.TimeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A workspace: what runs its pipelines, who made it, and how far it is made.
 *
 * <p>Thread-safe.
 */
final class Workspace {

  static final String TYPE = "Microsoft.Synapse/workspaces";

  private static final int LOOKS_UNTIL_MADE = 2;

  private final Factory factory;
  private final String creatorId;
  private final Arrivals arrivals;
  private final Map<String, ObjectNode> firewallRules =
      new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, ObjectNode> settings = new ConcurrentSkipListMap<>();
  private final AtomicInteger looks = new AtomicInteger();

  Workspace(String name, String resourceId, String creatorId, Ids ids, TimeSource time) {
    this.factory = new Factory(name, resourceId, TYPE, ids, time);
    this.creatorId = creatorId;
    this.arrivals = new Arrivals(time);
  }

  /** Its artifacts and runs. */
  Factory factory() {
    return factory;
  }

  /** The object id of who made it. */
  String creatorId() {
    return creatorId;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  /** The firewall's rules by name, as a GET shows them; they are kept, and keep nobody out. */
  Map<String, ObjectNode> firewallRules() {
    return firewallRules;
  }

  /** What was set on it that nothing acts on, by type and name, as a GET shows it. */
  Map<String, ObjectNode> settings() {
    return settings;
  }

  /** Looks whether it is made; each look brings that nearer. */
  boolean look() {
    return looks.incrementAndGet() >= LOOKS_UNTIL_MADE;
  }

  boolean isMade() {
    return looks.get() >= LOOKS_UNTIL_MADE;
  }
}
