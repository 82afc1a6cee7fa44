package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.deployments.Deployer.Outcome;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.DeploymentBehavior;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A deployment that was carried out. Everything is made at once; the deployment says so at the
 * second look, as other long-running operations do.
 *
 * <p>Thread-safe.
 */
final class Deployment {

  static final String TYPE = "Microsoft.Resources/deployments";

  private static final int LOOKS_UNTIL_DONE = 2;

  private final ObjectNode json;
  private final List<ObjectNode> operations;
  private final boolean hasFailed;
  private final String operationId;
  private final AtomicInteger looks = new AtomicInteger();

  /**
   * @param json what is shown, without the state
   * @param operations what became of each resource
   * @param operationId where a client asks how far it is
   */
  Deployment(ObjectNode json, List<ObjectNode> operations, String operationId) {
    this.json = json.deepCopy();
    this.operations = List.copyOf(operations);
    this.hasFailed = json.at("/properties/error").isObject();
    this.operationId = operationId;
  }

  String id() {
    return json.path("id").asText();
  }

  String operationId() {
    return operationId;
  }

  List<ObjectNode> operations() {
    return operations;
  }

  /** Looks at it; each look brings its end nearer. */
  void look() {
    DeploymentBehavior.DONE_AT_SECOND_LOOK.observe();
    looks.incrementAndGet();
  }

  boolean isDone() {
    return looks.get() >= LOOKS_UNTIL_DONE;
  }

  /** As a GET shows it. */
  ObjectNode show() {
    ObjectNode shown = json.deepCopy();
    ObjectNode properties = shown.withObject("/properties");
    if (isDone()) {
      return shown;
    }
    properties.put("provisioningState", looks.get() == 0 ? "Accepted" : "Running");
    properties.remove(List.of("outputs", "outputResources", "error"));
    return shown;
  }

  /** As the operation of its PUT shows it. */
  ObjectNode status() {
    ObjectNode status = Json.object();
    status.put("status", isDone() ? hasFailed ? "Failed" : "Succeeded" : "Running");
    if (isDone() && hasFailed) {
      status.set("error", json.at("/properties/error").deepCopy());
    }
    return status;
  }

  /** What became of one resource, as a list of operations shows it. */
  static ObjectNode operation(String deployment, String id, Outcome outcome, Instant now) {
    ObjectNode operation = Json.object();
    operation.put("id", deployment + "/operations/" + id).put("operationId", id);
    ObjectNode properties = operation.putObject("properties");
    properties.put("provisioningOperation", "Create");
    properties.put("provisioningState", outcome.error().isEmpty() ? "Succeeded" : "Failed");
    properties.put("timestamp", now.toString()).put("duration", "PT0S");
    properties.put("statusCode", statusCode(outcome.status()));
    outcome
        .error()
        .ifPresent(
            error -> {
              ObjectNode message = properties.putObject("statusMessage").put("status", "Failed");
              message.set("error", error.deepCopy());
            });
    properties
        .putObject("targetResource")
        .put("id", outcome.resource().id())
        .put("resourceType", outcome.resource().type())
        .put("resourceName", outcome.resource().name());
    return operation;
  }

  /** Why a deployment failed, with what its resources say. */
  static ObjectNode failure(String id, List<ObjectNode> causes) {
    ObjectNode error = Json.object();
    error.put("code", "DeploymentFailed").put("target", id);
    error.put(
        "message",
        "At least one resource deployment operation failed. Please list deployment operations for"
            + " details. Please see https://aka.ms/arm-deployment-operations for usage details.");
    ArrayNode details = error.putArray("details");
    causes.forEach(details::add);
    return error;
  }

  private static String statusCode(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 400 -> "BadRequest";
      case 403 -> "Forbidden";
      case 404 -> "NotFound";
      case 409 -> "Conflict";
      default -> Integer.toString(status);
    };
  }
}
