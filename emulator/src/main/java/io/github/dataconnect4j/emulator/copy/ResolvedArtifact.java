package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.datafactory.Artifact;
import io.github.dataconnect4j.emulator.datafactory.ArtifactKind;
import io.github.dataconnect4j.emulator.datafactory.Artifacts;
import io.github.dataconnect4j.emulator.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset or linked service with the parameters of one reference to it filled in.
 *
 * @param artifact the artifact
 * @param properties its properties, evaluated
 */
record ResolvedArtifact(Artifact artifact, JsonNode properties) {

  /**
   * Follows a reference.
   *
   * @param reference has referenceName and parameters, evaluated
   * @param function what the artifact's own expressions call its parameters by
   */
  static ResolvedArtifact of(
      Artifacts artifacts, ArtifactKind kind, JsonNode reference, String function) {
    String name = reference.path("referenceName").asText();
    Artifact artifact =
        artifacts
            .find(kind, name)
            .orElseThrow(
                () ->
                    CopyFailure.ofDefinition(
                        "There is no '" + name + "' among the " + kind.segment() + "."));
    ObjectNode properties = artifact.properties();
    ObjectNode parameters = Json.object();
    for (Map.Entry<String, JsonNode> declared : properties.path("parameters").properties()) {
      JsonNode value = reference.path("parameters").path(declared.getKey());
      JsonNode fallback = declared.getValue().path("defaultValue");
      if (value.isMissingNode() && fallback.isMissingNode()) {
        throw CopyFailure.ofDefinition(
            "No value provided for parameter '" + declared.getKey() + "' of '" + name + "'.");
      }
      parameters.set(declared.getKey(), value.isMissingNode() ? fallback : value);
    }
    // Default values are values, not expressions.
    properties.remove("parameters");
    return new ResolvedArtifact(
        artifact, new Expressions(Map.of(function, parameters)).evaluate(properties));
  }

  String type() {
    return properties.path("type").asText();
  }

  /** A property of its type, empty where it is not set. */
  String text(String property) {
    return properties.path("typeProperties").path(property).asText();
  }

  Optional<Secret> secret(String property) {
    return artifact.secret("/typeProperties/" + property);
  }

  void requireType(String... types) {
    for (String type : types) {
      if (type().equals(type)) {
        return;
      }
    }
    throw CopyFailure.ofDefinition(
        "'"
            + artifact.name()
            + "' is of type "
            + type()
            + "; the emulator copies only through "
            + String.join(" or ", types)
            + " here.");
  }
}
