package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of a pipeline, which keeps the pipeline as it was when it started.
 *
 * <p>Thread-safe.
 */
public final class Run {

  private final String id;
  private final String groupId;
  private final Artifact pipeline;
  private final ObjectNode parameters;
  private final Invocation invocation;
  private final Instant start;
  private final List<ActivityRun> activities = new ArrayList<>();
  private RunStatus status = RunStatus.QUEUED;
  private String message = "";
  private Instant lastUpdated;
  private Optional<Instant> end = Optional.empty();
  private Instant shownFrom;

  Run(
      String id,
      String groupId,
      Artifact pipeline,
      ObjectNode parameters,
      Invocation invocation,
      Instant start) {
    this.id = id;
    this.groupId = groupId;
    this.pipeline = pipeline;
    this.parameters = parameters.deepCopy();
    this.invocation = invocation;
    this.start = start;
    this.lastUpdated = start;
    this.shownFrom = start;
  }

  public String id() {
    return id;
  }

  public String pipelineName() {
    return pipeline.name();
  }

  /** The pipeline's properties at the time of the start. */
  public ObjectNode pipeline() {
    return pipeline.properties();
  }

  /** The parameters with their types, defaults filled in. */
  public ObjectNode parameters() {
    return parameters.deepCopy();
  }

  public Instant start() {
    return start;
  }

  public synchronized Optional<Instant> end() {
    return end;
  }

  public synchronized RunStatus status() {
    return status;
  }

  public synchronized List<ActivityRun> activities() {
    return List.copyOf(activities);
  }

  synchronized Instant lastUpdated() {
    return activities.stream()
        .map(ActivityRun::lastUpdated)
        .reduce(lastUpdated, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Keeps it from readers until then. */
  public synchronized void hideUntil(Instant shown) {
    shownFrom = shown;
  }

  synchronized boolean isShownAt(Instant now) {
    return !now.isBefore(shownFrom);
  }

  /** Adds an activity that has begun. */
  public synchronized void add(ActivityRun activity) {
    activities.add(activity);
  }

  /** Moves on, unless the run has ended; says whether it did. */
  public synchronized boolean to(RunStatus next, String text, Instant now) {
    boolean ending = status == RunStatus.CANCELING && next != RunStatus.CANCELLED;
    if (status.isFinal() || ending) {
      return false;
    }
    status = next;
    message = text;
    lastUpdated = now;
    end = next.isFinal() ? Optional.of(now) : Optional.empty();
    return true;
  }

  /** The run as a GET shows it. */
  public synchronized ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("runId", id).put("runGroupId", groupId).put("isLatest", true);
    json.put("pipelineName", pipelineName());
    json.set("parameters", shownParameters());
    json.putObject("invokedBy")
        .put("id", invocation.id())
        .put("name", invocation.name())
        .put("invokedByType", invocation.type());
    json.putObject("runDimension");
    json.put("lastUpdated", lastUpdated().toString());
    json.put("runStart", start.toString());
    end.ifPresent(at -> json.put("runEnd", at.toString()));
    end.ifPresent(at -> json.put("durationInMs", Duration.between(start, at).toMillis()));
    return json.put("status", status.text()).put("message", message);
  }

  // The service shows every parameter as text.
  private ObjectNode shownParameters() {
    ObjectNode shown = Json.object();
    parameters
        .properties()
        .forEach(
            one -> {
              JsonNode value = one.getValue();
              String type =
                  pipeline.properties().at("/parameters").path(one.getKey()).path("type").asText();
              boolean secret = type.equalsIgnoreCase("SecureString");
              shown.put(
                  one.getKey(),
                  secret ? Sealed.MASK : value.isTextual() ? value.asText() : value.toString());
            });
    return shown;
  }
}
