package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One activity of a run.
 *
 * <p>Thread-safe.
 */
public final class ActivityRun {

  private final String id;
  private final ObjectNode activity;
  private final Instant start;
  private RunStatus status = RunStatus.IN_PROGRESS;
  private ObjectNode input = Json.object();
  private ObjectNode output = Json.object();
  private Optional<Failure> failure = Optional.empty();
  private Instant lastUpdated;
  private Optional<Instant> end = Optional.empty();

  /**
   * @param id the id of the activity's run
   * @param activity the activity, as the pipeline has it
   * @param start when it began
   */
  public ActivityRun(String id, ObjectNode activity, Instant start) {
    this.id = id;
    this.activity = activity.deepCopy();
    this.start = start;
    this.lastUpdated = start;
  }

  public String id() {
    return id;
  }

  public String name() {
    return activity.path("name").asText();
  }

  /** The activity, as the pipeline has it. */
  public ObjectNode activity() {
    return activity.deepCopy();
  }

  public Instant start() {
    return start;
  }

  public synchronized RunStatus status() {
    return status;
  }

  /** Why it failed; empty unless it did. */
  public synchronized Optional<Failure> failure() {
    return failure;
  }

  synchronized Instant lastUpdated() {
    return lastUpdated;
  }

  /** Shows what the activity runs with: its properties, expressions evaluated. */
  public synchronized void takes(JsonNode properties) {
    input = Json.object();
    for (String field : List.of("source", "sink")) {
      if (properties.has(field)) {
        input.set(field, properties.get(field).deepCopy());
      }
    }
  }

  /** Shows how far the activity is. */
  public synchronized void progress(ObjectNode newOutput, Instant now) {
    output = newOutput.deepCopy();
    lastUpdated = now;
  }

  /** Ends the activity, unless it has ended. */
  public synchronized void end(RunStatus last, Instant now) {
    if (!status.isFinal()) {
      status = last;
      lastUpdated = now;
      end = Optional.of(now);
    }
  }

  /** Ends the activity with an error. */
  public synchronized void fail(Failure cause, Instant now) {
    failure = Optional.of(cause);
    end(RunStatus.FAILED, now);
  }

  /** The activity's run as a query shows it. */
  ObjectNode json(Run run) {
    ObjectNode json = Json.object();
    json.put("pipelineName", run.pipelineName()).put("pipelineRunId", run.id());
    json.put("activityName", name()).put("activityType", activity.path("type").asText());
    json.put("activityRunId", id).put("linkedServiceName", "").put("retryAttempt", 0);
    synchronized (this) {
      json.put("status", status.text()).put("activityRunStart", start.toString());
      end.ifPresent(at -> json.put("activityRunEnd", at.toString()));
      json.put("durationInMs", Duration.between(start, end.orElse(lastUpdated)).toMillis());
      json.set("input", input.deepCopy());
      json.set("output", output.deepCopy());
      ObjectNode error = json.putObject("error");
      error.put("errorCode", failure.map(Failure::code).orElse(""));
      error.put("message", failure.map(Failure::message).orElse(""));
      error.put("failureType", failure.isPresent() ? "UserError" : "");
      error.put("target", name()).put("details", "");
    }
    return json;
  }

  /**
   * Why an activity failed.
   *
   * @param code such as {@code 2200}
   * @param message the whole text
   */
  public record Failure(String code, String message) {}
}
