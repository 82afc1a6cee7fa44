package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.deployments.InnerCalls.Answer;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.DeploymentBehavior;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the resources of a template, each by the same call that a client would send. One waits for
 * those it depends on, and for those that its expressions refer to. One that fails keeps back what
 * depends on it, and nothing else.
 *
 * <p>Confined to one thread.
 */
final class Deployer {

  private static final int MOST_LOOKS = 10;

  private final List<TemplateResource> resources;
  private final Evaluation evaluation;
  private final InnerCalls calls;
  private final Map<TemplateResource, Outcome> outcomes = new HashMap<>();
  private final List<Outcome> inOrder = new ArrayList<>();

  Deployer(List<TemplateResource> resources, Evaluation evaluation, InnerCalls calls) {
    this.resources = resources;
    this.evaluation = evaluation.with(this::stateful);
    this.calls = calls;
  }

  /**
   * Makes everything that can be made, and tells what became of it, in that order. What is ready at
   * the same time is made before what only that makes ready, as if side by side: one of Microsoft's
   * own templates forgets a dependency and lives by it.
   */
  List<Outcome> run() {
    DeploymentBehavior.READY_TOGETHER.observe();
    boolean progress = true;
    while (progress) {
      progress = false;
      for (TemplateResource resource : ready()) {
        progress |= attempt(resource);
      }
    }
    return List.copyOf(inOrder);
  }

  private List<TemplateResource> ready() {
    return resources.stream()
        .filter(one -> one.isWanted() && !outcomes.containsKey(one) && canBegin(one))
        .toList();
  }

  /** The resources that were wanted and not even tried, because something else kept them back. */
  List<TemplateResource> heldBack() {
    return resources.stream().filter(one -> one.isWanted() && !outcomes.containsKey(one)).toList();
  }

  /** The value of an expression, once everything is made. */
  JsonNode evaluate(JsonNode expression) {
    try {
      return evaluation.evaluate(expression);
    } catch (NotYetException e) {
      throw InvalidTemplate.because("An output refers to a resource that is not made");
    }
  }

  private boolean canBegin(TemplateResource resource) {
    return Template.prerequisites(resource, resources).stream()
        .allMatch(one -> !one.isWanted() || isMade(one));
  }

  private boolean isMade(TemplateResource resource) {
    Outcome outcome = outcomes.get(resource);
    return outcome != null && outcome.error().isEmpty();
  }

  private boolean attempt(TemplateResource resource) {
    Outcome outcome;
    try {
      outcome = make(resource);
    } catch (NotYetException e) {
      return false;
    } catch (ServiceError e) {
      outcome = new Outcome(resource, e.response().status(), Optional.of(errorOf(e)));
    }
    if (outcome.error().isPresent()) {
      DeploymentBehavior.FAILURE_KEEPS_BACK_DEPENDENTS.observe();
    }
    outcomes.put(resource, outcome);
    inOrder.add(outcome);
    return true;
  }

  private Outcome make(TemplateResource resource) {
    JsonNode body = resource.evaluated(evaluation);
    Answer answer = calls.put(resource.id(), resource.apiVersion(), body);
    Answer last = answer;
    for (int i = 0; i < MOST_LOOKS && !last.isError() && !isAtRest(last.body()); i++) {
      last = calls.get(resource.id(), resource.apiVersion());
    }
    JsonNode error = last.body().path("error");
    if (!last.isError() && isFailed(last.body())) {
      error = last.body().at("/properties/error");
    }
    return new Outcome(
        resource,
        last.isError() ? last.status() : answer.status(),
        error instanceof ObjectNode found ? Optional.of(found) : Optional.empty());
  }

  private static boolean isAtRest(JsonNode resource) {
    String state = resource.at("/properties/provisioningState").asText("Succeeded");
    return state.equals("Succeeded") || isFailed(resource);
  }

  private static boolean isFailed(JsonNode resource) {
    return resource.at("/properties/provisioningState").asText().equals("Failed");
  }

  private JsonNode stateful(String name, List<JsonNode> values) {
    if (name.equals("reference") && !values.isEmpty()) {
      return reference(
          values.get(0).asText(),
          values.size() > 1 ? values.get(1).asText() : "",
          values.size() > 2 && values.get(2).asText().equalsIgnoreCase("Full"));
    }
    if (name.equals("listkeys") && values.size() > 1) {
      return require(
          calls.post(made(values.get(0).asText()) + "/listKeys", values.get(1).asText()));
    }
    throw InvalidTemplate.because(
        "The template function '" + name + "' is not valid, or not known to the emulator");
  }

  private JsonNode reference(String to, String version, boolean isFull) {
    Optional<TemplateResource> own = find(to);
    String id = made(to);
    String asked = version.isEmpty() ? own.map(TemplateResource::apiVersion).orElse("") : version;
    JsonNode resource = require(calls.get(id, asked));
    return isFull ? resource : resource.path("properties");
  }

  /** The id of what is referred to, once it is made, if this template makes it. */
  private String made(String reference) {
    return find(reference)
        .map(
            own -> {
              if (own.isWanted() && !isMade(own)) {
                throw new NotYetException();
              }
              return own.id();
            })
        .orElse(reference);
  }

  private Optional<TemplateResource> find(String reference) {
    return resources.stream().filter(one -> one.isMeantBy(reference)).findFirst();
  }

  private static JsonNode require(Answer answer) {
    if (answer.isError()) {
      JsonNode error = answer.body().path("error");
      throw ArmErrors.of(
          answer.status(), error.path("code").asText(), error.path("message").asText());
    }
    return answer.body();
  }

  /** The error that a refusal tells. */
  static ObjectNode errorOf(ServiceError refusal) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      refusal.response().body().writeTo(bytes);
      return (ObjectNode) Json.parse(bytes.toByteArray()).path("error");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What became of a resource.
   *
   * @param resource the resource
   * @param status the status of the answer
   * @param error why it could not be made; empty if it was
   */
  record Outcome(TemplateResource resource, int status, Optional<ObjectNode> error) {}

  /** An expression looks at what this template makes, and has not made yet. */
  private static final class NotYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYetException() {
      super("not made yet", null, false, false);
    }
  }
}
