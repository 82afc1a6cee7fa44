package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One resource of a template.
 *
 * @param id its full id
 * @param type its full type, such as {@code Microsoft.DataFactory/factories/pipelines}
 * @param name its full name, such as {@code factory/pipeline}
 * @param apiVersion the version that it is written with
 * @param isWanted what its condition says
 * @param dependsOn what it waits for, in the template's words
 * @param body what is sent, with its expressions
 */
record TemplateResource(
    String id,
    String type,
    String name,
    String apiVersion,
    boolean isWanted,
    List<String> dependsOn,
    ObjectNode body) {

  TemplateResource {
    dependsOn = List.copyOf(dependsOn);
    body = body.deepCopy();
  }

  @Override
  public ObjectNode body() {
    return body.deepCopy();
  }

  String namespace() {
    return type.substring(0, type.indexOf('/'));
  }

  /**
   * Whether a reference means this resource: by its id, by type and name, by its name, or by the
   * last part of that, as siblings know each other.
   */
  boolean isMeantBy(String reference) {
    String plain = reference.replaceAll("/{2,}", "/").replaceAll("/$", "");
    return id.equalsIgnoreCase(plain)
        || (type + "/" + name).equalsIgnoreCase(plain)
        || name.equalsIgnoreCase(plain)
        || name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase(plain);
  }

  /** Whether expressions within are another template's, and not this one's, to evaluate. */
  boolean isTemplateOfItsOwn() {
    return type.equalsIgnoreCase("Microsoft.Resources/deployments")
        && body.at("/properties/expressionEvaluationOptions/scope")
            .asText()
            .equalsIgnoreCase("inner");
  }

  /** What is sent, with the values of its expressions. */
  JsonNode evaluated(Evaluation evaluation) {
    if (!isTemplateOfItsOwn()) {
      return evaluation.evaluate(body);
    }
    ObjectNode own = body();
    JsonNode template = own.withObject("/properties").remove("template");
    ObjectNode values = (ObjectNode) evaluation.evaluate(own);
    values.withObject("/properties").set("template", template);
    return values;
  }
}
