package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.datafactory.ActivityRun;
import io.github.dataconnect4j.emulator.datafactory.Run;
import io.github.dataconnect4j.emulator.datafactory.RunStatus;
import java.util.Optional;

/** Which activity of a run comes next, by what each depends on. */
final class ActivityPlan {

  private final Run run;
  private final JsonNode activities;

  ActivityPlan(Run run) {
    this.run = run;
    this.activities = run.pipeline().path("activities");
  }

  /** An activity that has not begun, and of which all that it depends on has ended. */
  Optional<ObjectNode> next() {
    for (JsonNode activity : activities) {
      if (activity instanceof ObjectNode one
          && of(one.path("name").asText()).isEmpty()
          && isReady(one)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private boolean isReady(ObjectNode activity) {
    for (JsonNode dependency : activity.path("dependsOn")) {
      if (of(dependency.path("activity").asText())
          .filter(one -> one.status().isFinal())
          .isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether something that it depends on has ended otherwise than it asks. */
  boolean isToSkip(ObjectNode activity) {
    for (JsonNode dependency : activity.path("dependsOn")) {
      RunStatus status =
          of(dependency.path("activity").asText()).map(ActivityRun::status).orElseThrow();
      boolean met = false;
      for (JsonNode condition : dependency.path("dependencyConditions")) {
        met |= isMet(condition.asText(), status);
      }
      if (!met) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMet(String condition, RunStatus status) {
    return condition.equals("Completed")
        ? status == RunStatus.SUCCEEDED || status == RunStatus.FAILED
        : condition.equals(status.text());
  }

  /** Whether nothing runs and nothing can begin. */
  boolean isDone() {
    return next().isEmpty()
        && run.activities().stream().allMatch(activity -> activity.status().isFinal());
  }

  /** The first activity that failed. */
  Optional<ActivityRun> failure() {
    return run.activities().stream()
        .filter(activity -> activity.status() == RunStatus.FAILED)
        .findFirst();
  }

  private Optional<ActivityRun> of(String name) {
    return run.activities().stream().filter(activity -> activity.name().equals(name)).findFirst();
  }
}
