package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The resources of a template, nested ones included, each checked before any is made. */
final class Template {

  private static final List<String> NOT_SENT =
      List.of(
          "type",
          "name",
          "apiVersion",
          "condition",
          "dependsOn",
          "resources",
          "comments",
          "scope",
          "metadata");

  private final Target target;
  private final Evaluation evaluation;
  private final List<TemplateResource> resources = new ArrayList<>();

  private Template(Target target, Evaluation evaluation) {
    this.target = target;
    this.evaluation = evaluation;
  }

  /**
   * Reads the resources of a template.
   *
   * @throws ServiceError if it is not valid: 400
   */
  static List<TemplateResource> resources(JsonNode template, Target target, Evaluation evaluation) {
    if (!template.path("resources").isArray()) {
      throw InvalidTemplate.because(
          "The template has no array of resources; the emulator does not know symbolic names");
    }
    Template reader = new Template(target, evaluation);
    template.path("resources").forEach(one -> reader.add(one, "", ""));
    reader.refuseTwins();
    reader.refuseCircles();
    return List.copyOf(reader.resources);
  }

  private void add(JsonNode resource, String parentType, String parentName) {
    if (resource.has("copy")) {
      throw InvalidTemplate.because("The emulator does not know copy loops");
    }
    String type = text(resource, "type");
    String name = text(resource, "name");
    // A child may leave out what its parent says; Microsoft's templates repeat it.
    if (!parentType.isEmpty() && !type.contains(".")) {
      type = parentType + "/" + type;
      name = parentName + "/" + name;
    }
    List<String> dependsOn = new ArrayList<>();
    resource.path("dependsOn").forEach(one -> dependsOn.add(evaluation.evaluate(one).asText()));
    boolean isWanted =
        !resource.has("condition")
            || Evaluation.isTrue(evaluation.evaluate(resource.get("condition")));
    ObjectNode body = resource instanceof ObjectNode object ? object.deepCopy() : Json.object();
    body.remove(NOT_SENT);
    resources.add(
        new TemplateResource(
            Target.resourceId(scope(resource), type, List.of(name.split("/", -1))),
            type,
            name,
            text(resource, "apiVersion"),
            isWanted,
            dependsOn,
            body));
    for (JsonNode child : resource.path("resources")) {
      add(child, type, name);
    }
  }

  /** A resource that extends another may say which; the others stand in the group. */
  private String scope(JsonNode resource) {
    if (!resource.has("scope")) {
      return target.groupId();
    }
    String scope = text(resource, "scope");
    return scope.startsWith("/") ? scope : target.groupId() + "/providers/" + scope;
  }

  private String text(JsonNode resource, String field) {
    String text = evaluation.evaluate(resource.path(field)).asText();
    if (text.isBlank()) {
      throw InvalidTemplate.because("A resource of the template has no '" + field + "'");
    }
    return text;
  }

  private void refuseTwins() {
    Set<String> ids = new HashSet<>();
    for (TemplateResource resource : resources) {
      if (resource.isWanted() && !ids.add(resource.id().toLowerCase(Locale.ROOT))) {
        throw InvalidTemplate.because(
            "Resource " + resource.id() + " is defined multiple times in a template");
      }
    }
  }

  private void refuseCircles() {
    Map<TemplateResource, Set<TemplateResource>> waiting = new LinkedHashMap<>();
    resources.forEach(one -> waiting.put(one, prerequisites(one, resources)));
    Set<TemplateResource> ready = new HashSet<>();
    while (waiting
        .entrySet()
        .removeIf(one -> ready.containsAll(one.getValue()) && ready.add(one.getKey()))) {
      // Each round takes those out that depend on nothing but what earlier rounds took.
    }
    if (!waiting.isEmpty()) {
      throw InvalidTemplate.because(
          "Circular dependency detected on resource: '"
              + waiting.keySet().iterator().next().id()
              + "'. Please see https://aka.ms/arm-template/#resources for usage details");
    }
  }

  /**
   * The resources that one depends on.
   *
   * @throws ServiceError if one of them is not in the template: 400
   */
  static Set<TemplateResource> prerequisites(
      TemplateResource resource, List<TemplateResource> all) {
    Set<TemplateResource> found = new HashSet<>();
    for (String reference : resource.dependsOn()) {
      found.add(
          all.stream()
              .filter(one -> !one.id().equals(resource.id()) && one.isMeantBy(reference))
              .findFirst()
              .orElseThrow(
                  () ->
                      InvalidTemplate.because(
                          "The resource '"
                              + reference
                              + "' is not defined in the template. Please see"
                              + " https://aka.ms/arm-syntax for usage details")));
    }
    return found;
  }
}
