package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.http.ServiceError;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The activities of a pipeline, as far as they are checked when one is written. */
final class Activities {

  private Activities() {}

  /**
   * Checks that names are there and unique, and that dependencies lead somewhere and in no circle.
   *
   * @throws ServiceError if not (400)
   */
  static void check(ObjectNode pipeline) {
    Map<String, Set<String>> waiting = new LinkedHashMap<>();
    for (JsonNode activity : pipeline.path("activities")) {
      String name = activity.path("name").asText();
      Set<String> dependencies = new HashSet<>();
      activity.path("dependsOn").forEach(one -> dependencies.add(one.path("activity").asText()));
      if (name.isEmpty() || waiting.put(name, dependencies) != null) {
        throw invalid("the activity name '" + name + "' is missing or used twice");
      }
    }
    Set<String> ready = new HashSet<>();
    while (waiting.entrySet().removeIf(one -> isReady(one, ready))) {
      // Each round takes those out that depend on nothing but what earlier rounds took.
    }
    if (!waiting.isEmpty()) {
      throw invalid("these depend on a missing activity or on each other: " + waiting.keySet());
    }
  }

  private static boolean isReady(Map.Entry<String, Set<String>> activity, Set<String> ready) {
    return ready.containsAll(activity.getValue()) && ready.add(activity.getKey());
  }

  private static ServiceError invalid(String why) {
    return ArmErrors.of(400, "BadRequest", "The pipeline is not valid: " + why + ".");
  }
}
