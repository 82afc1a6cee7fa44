package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every resource that ARM keeps track of, groups included, as the JSON that a GET shows. Ids
 * compare in any case. What is put in and handed out are copies.
 *
 * <p>Thread-safe.
 */
public final class Resources {

  static final String GROUP = "Microsoft.Resources/resourceGroups";

  private final NavigableMap<String, ObjectNode> byId = new ConcurrentSkipListMap<>();
  private final Map<String, History> histories = new ConcurrentHashMap<>();
  private final List<Consumer<ObjectNode>> removalListeners = new CopyOnWriteArrayList<>();
  private final TimeSource time;

  public Resources(TimeSource time) {
    this.time = time;
  }

  /** The resource of that id. */
  public Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(byId.get(key(id))).map(ObjectNode::deepCopy);
  }

  /**
   * The resource of that id.
   *
   * @throws io.github.dataconnect4j.emulator.http.ServiceError if there is none: 404
   */
  public ObjectNode require(String id) {
    return find(id).orElseThrow(() -> ArmErrors.notFound(relative(id)));
  }

  /** Adds or replaces a resource, by its {@code id}. */
  public void put(ObjectNode resource) {
    String key = key(resource.path("id").asText());
    byId.put(key, resource.deepCopy());
    histories.merge(
        key,
        new History(time.now(), time.now()),
        (known, now) -> new History(known.created, now.changed));
  }

  /** When the resource of that id was made and changed. */
  Optional<History> history(String id) {
    return Optional.ofNullable(histories.get(key(id)));
  }

  /** Removes a resource and all beneath it; says whether it was there. */
  public boolean remove(String id) {
    List<ObjectNode> beneath = under(id).toList();
    ObjectNode removed = byId.remove(key(id));
    beneath.forEach(resource -> byId.remove(key(resource.path("id").asText())));
    beneath.forEach(this::tell);
    if (removed != null) {
      tell(removed);
    }
    return removed != null;
  }

  /** Has somebody told of each resource that is removed. */
  public void onRemoval(Consumer<ObjectNode> listener) {
    removalListeners.add(listener);
  }

  private void tell(ObjectNode removed) {
    histories.remove(key(removed.path("id").asText()));
    removalListeners.forEach(listener -> listener.accept(removed));
  }

  /** The resources beneath a scope, groups left out, in the order of their ids. */
  public List<ObjectNode> beneath(String scope) {
    return under(scope).filter(resource -> !isType(resource, GROUP)).toList();
  }

  /** The resources of a type beneath a scope. */
  public List<ObjectNode> ofType(String scope, String type) {
    return under(scope).filter(resource -> isType(resource, type)).toList();
  }

  /** Whether another resource of a type has the name that an id ends in, wherever it is. */
  public boolean isNameTaken(String id, String type) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    return ofType("", type).stream()
        .filter(other -> other.path("name").asText().equalsIgnoreCase(name))
        .anyMatch(other -> !other.path("id").asText().equalsIgnoreCase(id));
  }

  boolean hasIdentity(String principalId) {
    return byId.values().stream()
        .anyMatch(
            resource ->
                resource.at("/identity/principalId").asText().equalsIgnoreCase(principalId));
  }

  private Stream<ObjectNode> under(String scope) {
    // '0' is the character after '/'.
    return byId.subMap(key(scope) + "/", key(scope) + "0").values().stream()
        .map(ObjectNode::deepCopy);
  }

  static boolean isType(ObjectNode resource, String type) {
    return resource.path("type").asText().equalsIgnoreCase(type);
  }

  // As ARM's own message has it: from the provider on, without the subscription.
  private static String relative(String id) {
    int provider = id.toLowerCase(Locale.ROOT).indexOf("/providers/");
    return provider < 0 ? id : id.substring(provider + "/providers/".length());
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /**
   * What became of a resource.
   *
   * @param created when it was made
   * @param changed when it was last written
   */
  record History(Instant created, Instant changed) {}
}
