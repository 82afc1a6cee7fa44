package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.util.List;

/**
 * What a client wants deployed, checked as far as it can be before anything is made.
 *
 * @param parameters the parameters as they are shown
 * @param resources what is to be made
 * @param outputs the template's outputs, with their expressions
 * @param hash the template's hash
 * @param evaluation evaluates what is left of the template's expressions
 */
record DeploymentOrder(
    ObjectNode parameters,
    List<TemplateResource> resources,
    JsonNode outputs,
    String hash,
    Evaluation evaluation) {

  // The Azure CLI sends a template's file as it is, with its comments, after an unquoted key.
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  /**
   * Reads the body of a request.
   *
   * @throws IOException if it is not even nearly JSON
   * @throws ServiceError if the template is not valid: 400
   */
  static DeploymentOrder read(Request request, Target target) throws IOException {
    JsonNode properties = LENIENT.readTree(request.body()).path("properties");
    if (properties.has("templateLink") || properties.has("parametersLink")) {
      throw InvalidTemplate.because(
          "The emulator follows no links: send the template and its parameters themselves");
    }
    if (!properties.path("mode").asText("Incremental").equalsIgnoreCase("Incremental")) {
      throw InvalidTemplate.because("The emulator deploys in the mode Incremental only");
    }
    if (!(properties.get("template") instanceof ObjectNode template)) {
      throw ArmErrors.of(
          400,
          "InvalidRequestContent",
          "The request content was invalid: the deployment has no template.");
    }
    ObjectNode variables =
        template.get("variables") instanceof ObjectNode found ? found : Json.object();
    Evaluation evaluation =
        new Evaluation(
            target,
            variables,
            (name, arguments) -> {
              throw InvalidTemplate.because(
                  "The template function '"
                      + name
                      + "' is not expected at this location, or not known to the emulator");
            });
    ObjectNode parameters =
        Parameters.define(template.path("parameters"), properties.path("parameters"), evaluation);
    return new DeploymentOrder(
        parameters,
        Template.resources(template, target, evaluation),
        template.path("outputs"),
        Hashes.hex(template.toString()),
        evaluation);
  }
}
