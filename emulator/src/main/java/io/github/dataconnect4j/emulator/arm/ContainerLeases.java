package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Leases and metadata of containers, as Azure Resource Manager keeps them. The blob service's own
 * leases are not imitated.
 *
 * <p>Thread-safe.
 */
final class ContainerLeases {

  private final TimeSource time;
  private final Map<String, Lease> leases = new HashMap<>();
  private final Map<String, JsonNode> metadata = new HashMap<>();

  ContainerLeases(TimeSource time) {
    this.time = time;
  }

  /**
   * Acquires, renews, releases or breaks a lease.
   *
   * @param container the container's full id
   * @return what is answered
   */
  synchronized ObjectNode change(String container, JsonNode request) {
    String key = fold(container);
    String action = request.path("action").asText().toLowerCase(Locale.ROOT);
    String id = request.path("leaseId").asText();
    ObjectNode answer = Json.object();
    switch (action) {
      case "acquire" -> answer.put("leaseId", acquire(key, request));
      case "renew" -> {
        Lease lease = requireOf(key, id);
        leases.put(key, lease.from(time.now()));
        answer.put("leaseId", lease.id());
      }
      case "release" -> {
        requireOf(key, id);
        leases.remove(key);
      }
      case "break" -> {
        if (!isHeld(key)) {
          throw ArmErrors.of(409, "LeaseNotPresentWithContainerOperation", "There is no lease.");
        }
        leases.remove(key);
        answer.put("leaseTimeSeconds", "0");
      }
      default ->
          throw ArmErrors.badRequest(
              "InvalidLeaseAction", "The emulator does not know the action '" + action + "'.");
    }
    return answer;
  }

  private String acquire(String key, JsonNode request) {
    int seconds = request.path("leaseDuration").asInt(-1);
    if (seconds != -1 && (seconds < 15 || seconds > 60)) {
      throw ArmErrors.badRequest(
          "InvalidLeaseDuration", "A lease lasts 15 to 60 seconds, or -1 for ever.");
    }
    String id = request.path("proposedLeaseId").asText(made(key + time.now()));
    Lease held = leases.get(key);
    if (held != null && held.isHeldAt(time.now()) && !held.id().equalsIgnoreCase(id)) {
      throw ArmErrors.of(
          409, "LeaseAlreadyPresent", "There is already a lease present on the container.");
    }
    leases.put(key, new Lease(id, seconds, time.now()));
    return id;
  }

  private static String made(String from) {
    return UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Lease requireOf(String key, String id) {
    Lease lease = leases.get(key);
    if (lease == null || !lease.id().equalsIgnoreCase(id)) {
      throw ArmErrors.of(
          409,
          "LeaseIdMismatchWithContainerOperation",
          "The lease ID specified did not match the lease ID for the container.");
    }
    return lease;
  }

  synchronized void keepMetadata(String container, JsonNode values) {
    metadata.put(fold(container), values.deepCopy());
  }

  synchronized void forget(String container) {
    leases.remove(fold(container));
    metadata.remove(fold(container));
  }

  /** Puts what is kept of a container where it is shown. */
  synchronized void show(String container, ObjectNode properties) {
    String key = fold(container);
    boolean held = isHeld(key);
    properties.put("leaseStatus", held ? "Locked" : "Unlocked");
    properties.put(
        "leaseState", held ? "Leased" : leases.containsKey(key) ? "Expired" : "Available");
    if (metadata.containsKey(key)) {
      properties.set("metadata", metadata.get(key).deepCopy());
    }
  }

  private boolean isHeld(String key) {
    Lease lease = leases.get(key);
    return lease != null && lease.isHeldAt(time.now());
  }

  private static String fold(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /**
   * A lease.
   *
   * @param id who holds it
   * @param seconds how long; -1 for ever
   * @param since from when
   */
  private record Lease(String id, int seconds, Instant since) {

    boolean isHeldAt(Instant now) {
      return seconds < 0 || now.isBefore(since.plus(Duration.ofSeconds(seconds)));
    }

    Lease from(Instant now) {
      return new Lease(id, seconds, now);
    }
  }
}
