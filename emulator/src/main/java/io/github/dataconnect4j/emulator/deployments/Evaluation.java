package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.emulator.deployments.TemplateExpression.Functions;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Evaluates the expressions of one template: texts in brackets, wherever they stand; two brackets
 * at the beginning stand for one that is meant.
 *
 * <p>Confined to one thread.
 */
final class Evaluation implements Functions {

  private final Target target;
  private final ObjectNode variables;
  private final Map<String, JsonNode> parameters = new LinkedHashMap<>();
  private final Map<String, JsonNode> evaluated = new LinkedHashMap<>();
  private final Functions state;
  private int depth;

  /**
   * @param variables the template's variables, as they stand there
   * @param state the functions that look at what is deployed, and refuse those that do not exist
   */
  Evaluation(Target target, ObjectNode variables, Functions state) {
    this.target = target;
    this.variables = variables;
    this.state = state;
  }

  /** The same template, with other functions that look at what is deployed. */
  Evaluation with(Functions otherState) {
    Evaluation other = new Evaluation(target, variables, otherState);
    other.parameters.putAll(parameters);
    return other;
  }

  void define(String parameter, JsonNode value) {
    parameters.put(lower(parameter), value);
  }

  /** The tree with each expression in it replaced by its value. */
  JsonNode evaluate(JsonNode node) {
    if (node.isTextual()) {
      return evaluate(node.asText());
    }
    if (node instanceof ArrayNode array) {
      ArrayNode values = Json.array();
      array.forEach(one -> values.add(evaluate(one)));
      return values;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode values = Json.object();
      object
          .properties()
          .forEach(one -> values.set(evaluate(one.getKey()).asText(), evaluate(one.getValue())));
      return values;
    }
    return node;
  }

  /** A text that is an expression, or none. */
  private JsonNode evaluate(String text) {
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return TextNode.valueOf(text);
    }
    return text.startsWith("[[")
        ? TextNode.valueOf(text.substring(1))
        : ExpressionReader.read(text.substring(1, text.length() - 1)).evaluate(this);
  }

  @Override
  public JsonNode call(String name, List<TemplateExpression> arguments) {
    return switch (lower(name)) {
      case "if" -> arguments.get(isTrue(arguments.get(0)) ? 1 : 2).evaluate(this);
      case "and" -> BooleanNode.valueOf(arguments.stream().allMatch(this::isTrue));
      case "or" -> BooleanNode.valueOf(arguments.stream().anyMatch(this::isTrue));
      case "parameters" -> parameter(argument(arguments));
      case "variables" -> variable(argument(arguments));
      case "resourcegroup" -> target.group();
      case "subscription" -> target.subscriptionJson();
      case "deployment" -> target.deploymentJson();
      case "resourceid" -> TextNode.valueOf(target.resourceId(all(arguments)));
      case "subscriptionresourceid" ->
          TextNode.valueOf(beneath("/subscriptions/" + target.subscription(), all(arguments)));
      case "extensionresourceid" -> {
        List<JsonNode> values = all(arguments);
        yield TextNode.valueOf(beneath(values.get(0).asText(), values.subList(1, values.size())));
      }
      default -> plain(name, arguments);
    };
  }

  private JsonNode plain(String name, List<TemplateExpression> arguments) {
    try {
      List<JsonNode> values = all(arguments);
      return TemplateFunctions.call(lower(name), values)
          .orElseGet(() -> state.call(lower(name), arguments));
    } catch (IndexOutOfBoundsException | NumberFormatException | ArithmeticException e) {
      throw InvalidTemplate.expression(name, "its arguments are not valid");
    }
  }

  private String argument(List<TemplateExpression> arguments) {
    return arguments.isEmpty() ? "" : arguments.get(0).evaluate(this).asText();
  }

  private List<JsonNode> all(List<TemplateExpression> arguments) {
    return arguments.stream().map(one -> one.evaluate(this)).toList();
  }

  private boolean isTrue(TemplateExpression condition) {
    return isTrue(condition.evaluate(this));
  }

  static boolean isTrue(JsonNode value) {
    return value.isTextual() ? value.asText().equalsIgnoreCase("true") : value.asBoolean();
  }

  private JsonNode parameter(String name) {
    JsonNode value = parameters.get(lower(name));
    if (value == null) {
      throw InvalidTemplate.because("The template parameter '" + name + "' is not found");
    }
    return value;
  }

  private JsonNode variable(String name) {
    JsonNode known = evaluated.get(lower(name));
    if (known != null) {
      return known;
    }
    JsonNode expression =
        variables.properties().stream()
            .filter(one -> one.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(
                () -> InvalidTemplate.because("The template variable '" + name + "' is not found"));
    if (depth >= variables.size()) {
      throw circle(name);
    }
    depth++;
    try {
      JsonNode value = evaluate(expression);
      evaluated.put(lower(name), value);
      return value;
    } finally {
      depth--;
    }
  }

  private static ServiceError circle(String variable) {
    return InvalidTemplate.because(
        "The template variable '" + variable + "' refers to itself in a circle");
  }

  private static String beneath(String scope, List<JsonNode> typeAndNames) {
    List<String> texts = typeAndNames.stream().map(TemplateFunctions::text).toList();
    return Target.resourceId(scope, texts.get(0), texts.subList(1, texts.size()));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
