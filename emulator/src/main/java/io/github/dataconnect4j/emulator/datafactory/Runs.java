package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.world.Ids;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs of one factory, kept for 45 days. Source: {@code monitor-programmatically.md} of
 * MicrosoftDocs/azure-docs.
 *
 * <p>Thread-safe.
 */
public final class Runs {

  /** How long a run can be looked up. */
  public static final Duration KEPT = Duration.ofDays(45);

  private final Map<String, Run> byId = new ConcurrentHashMap<>();
  private final Ids ids;
  private final TimeSource time;

  Runs(Ids ids, TimeSource time) {
    this.ids = ids;
    this.time = time;
  }

  /**
   * Makes a run by hand, queued.
   *
   * @param pipeline what to run
   * @param given the parameters; those that the pipeline does not declare are kept
   * @param groupId the group that the run joins; empty for one of its own
   * @throws ServiceError if a parameter without a default is missing (400)
   */
  public Run create(Artifact pipeline, ObjectNode given, String groupId) {
    String id = ids.next();
    return create(id, groupId.isEmpty() ? id : groupId, pipeline, given, Invocation.manual(id));
  }

  /**
   * Makes a run by a trigger, queued.
   *
   * @throws ServiceError if a parameter without a default is missing (400)
   */
  public Run create(Artifact pipeline, ObjectNode given, Invocation invocation) {
    String id = ids.next();
    return create(id, id, pipeline, given, invocation);
  }

  private Run create(
      String id, String groupId, Artifact pipeline, ObjectNode given, Invocation invocation) {
    ObjectNode parameters = given.deepCopy();
    ObjectNode declared = pipeline.properties();
    for (Map.Entry<String, JsonNode> one : declared.path("parameters").properties()) {
      if (!parameters.has(one.getKey())) {
        parameters.set(one.getKey(), defaultOf(pipeline, one.getKey(), one.getValue()));
      }
    }
    Run run = new Run(id, groupId, pipeline, parameters, invocation, time.now());
    byId.values().removeIf(this::isForgotten);
    byId.put(id, run);
    return run;
  }

  private static JsonNode defaultOf(Artifact pipeline, String name, JsonNode declaration) {
    String pointer = "/parameters/" + name + "/defaultValue";
    if (!declaration.has("defaultValue")) {
      throw ArmErrors.of(
          400,
          "BadRequest",
          "ErrorCode=InvalidTemplate, ErrorMessage=No value provided for Parameter '" + name + "'");
    }
    return pipeline
        .secret(pointer)
        .<JsonNode>map(secret -> Json.object().textNode(secret.reveal()))
        .orElseGet(() -> declaration.get("defaultValue"));
  }

  /**
   * The run of that id.
   *
   * @throws ServiceError if there is none, or none any more: 404
   */
  public Run require(String id) {
    Run run = byId.get(id);
    if (run == null || isForgotten(run) || !run.isShownAt(time.now())) {
      throw ArmErrors.of(
          404, "PipelineRunNotFound", "The pipeline run with ID '" + id + "' was not found.");
    }
    return run;
  }

  /** All runs that are still kept. */
  public List<Run> all() {
    return byId.values().stream().filter(run -> !isForgotten(run)).toList();
  }

  /** All runs that readers are shown. */
  List<Run> shown() {
    Instant now = time.now();
    return all().stream().filter(run -> run.isShownAt(now)).toList();
  }

  private boolean isForgotten(Run run) {
    return run.lastUpdated().isBefore(time.now().minus(KEPT));
  }
}
