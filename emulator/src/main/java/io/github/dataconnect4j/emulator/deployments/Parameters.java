package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters that a template declares, with what a deployment gives for them. */
final class Parameters {

  private Parameters() {}

  /**
   * Gives each declared parameter its value.
   *
   * @param given {@code {"name":{"value":..}}}
   * @return the parameters as a deployment shows them: secure ones without their values
   * @throws ServiceError if one is missing, unknown, or not of its type or allowed values: 400
   */
  static ObjectNode define(JsonNode declared, JsonNode given, Evaluation evaluation) {
    refuseUnknown(declared, given);
    ObjectNode shown = Json.object();
    for (Map.Entry<String, JsonNode> one : declared.properties()) {
      String name = one.getKey();
      JsonNode value = value(name, one.getValue(), given, evaluation);
      check(name, one.getValue(), value);
      evaluation.define(name, value);
      String type = one.getValue().path("type").asText();
      ObjectNode parameter = shown.putObject(name).put("type", type);
      if (!type.toLowerCase(Locale.ROOT).startsWith("secure")) {
        parameter.set("value", value);
      }
    }
    return shown;
  }

  private static void refuseUnknown(JsonNode declared, JsonNode given) {
    List<String> unknown = new ArrayList<>();
    given
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (find(declared, name).isEmpty()) {
                unknown.add(name);
              }
            });
    if (!unknown.isEmpty()) {
      throw InvalidTemplate.because(
          "The template parameters '"
              + String.join(", ", unknown)
              + "' in the parameters file are not valid; they are not present in the original"
              + " template and can therefore not be provided at deployment time");
    }
  }

  private static JsonNode value(
      String name, JsonNode declaration, JsonNode given, Evaluation evaluation) {
    Optional<JsonNode> own = find(given, name);
    if (own.filter(one -> one.has("reference")).isPresent()) {
      throw InvalidTemplate.because(
          "The parameter '" + name + "' refers to a key vault, which the emulator does not read");
    }
    return own.map(one -> one.get("value"))
        .or(() -> Optional.ofNullable(declaration.get("defaultValue")).map(evaluation::evaluate))
        .orElseThrow(
            () ->
                InvalidTemplate.because(
                    "The value for the template parameter '"
                        + name
                        + "' is not provided. Please see"
                        + " https://aka.ms/arm-create-parameter-file for usage details"));
  }

  // The value itself is not told: it may be a secret.
  private static void check(String name, JsonNode declaration, JsonNode value) {
    boolean typed =
        switch (declaration.path("type").asText().toLowerCase(Locale.ROOT)) {
          case "string", "securestring" -> value.isTextual();
          case "int" -> value.isIntegralNumber();
          case "bool" -> value.isBoolean();
          case "array" -> value.isArray();
          case "object", "secureobject" -> value.isObject();
          default -> false;
        };
    if (!typed) {
      throw InvalidTemplate.because(
          "Template parameter '"
              + name
              + "' has a value that is not of its type '"
              + declaration.path("type").asText()
              + "'");
    }
    JsonNode allowed = declaration.path("allowedValues");
    boolean isAllowed = allowed.isMissingNode();
    for (JsonNode one : allowed) {
      isAllowed |= one.equals(value);
    }
    if (!isAllowed) {
      throw InvalidTemplate.because(
          "The provided value for the template parameter '"
              + name
              + "' is not valid. The value is not part of the allowed value(s): '"
              + allowed
              + "'");
    }
  }

  private static Optional<JsonNode> find(JsonNode object, String name) {
    return object.properties().stream()
        .filter(one -> one.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
