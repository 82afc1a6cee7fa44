package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.emulator.expression.Evaluator;
import io.github.dataconnect4j.emulator.expression.Expression;
import io.github.dataconnect4j.emulator.expression.ExpressionReader;
import io.github.dataconnect4j.emulator.expression.UnreadableExpressionException;
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
final class Evaluation implements Evaluator.Language {

  // Both are of Microsoft's page on templates' limits: of an expression, and of a template with
  // all its values.
  private static final int LONGEST = 24_576;
  private static final long MOST_CHARACTERS = 4L << 20;

  private final Target target;
  private final ObjectNode variables;
  private final Map<String, JsonNode> parameters = new LinkedHashMap<>();
  private final Map<String, JsonNode> evaluated = new LinkedHashMap<>();
  private final StateFunctions state;
  private final Evaluator evaluator = new Evaluator(this, MOST_CHARACTERS);
  private int depth;

  /**
   * @param variables the template's variables, as they stand there
   * @param state the functions that look at what is deployed, and refuse those that do not exist
   */
  Evaluation(Target target, ObjectNode variables, StateFunctions state) {
    this.target = target;
    this.variables = variables;
    this.state = state;
  }

  /** The same template, with other functions that look at what is deployed. */
  Evaluation with(StateFunctions otherState) {
    Evaluation other = new Evaluation(target, variables, otherState);
    other.parameters.putAll(parameters);
    return other;
  }

  void define(String parameter, JsonNode value) {
    parameters.put(lower(parameter), value);
  }

  /**
   * The tree with each expression in it replaced by its value.
   *
   * @throws ServiceError if one cannot be evaluated: 400
   */
  JsonNode evaluate(JsonNode node) {
    try {
      return tree(node);
    } catch (UnreadableExpressionException e) {
      throw InvalidTemplate.because("The template cannot be evaluated because " + e.reason());
    }
  }

  private JsonNode tree(JsonNode node) {
    if (node.isTextual()) {
      return evaluator.kept(text(node.asText()));
    }
    if (node instanceof ArrayNode array) {
      return evaluator.nested(
          () -> {
            ArrayNode values = Json.array();
            array.forEach(one -> values.add(tree(one)));
            return values;
          });
    }
    if (node instanceof ObjectNode object) {
      return evaluator.nested(
          () -> {
            ObjectNode values = Json.object();
            object
                .properties()
                .forEach(one -> values.set(text(one.getKey()).asText(), tree(one.getValue())));
            return values;
          });
    }
    return node;
  }

  /** The value of a text that is an expression, or none. */
  private JsonNode text(String text) {
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return TextNode.valueOf(text);
    }
    if (text.startsWith("[[")) {
      return TextNode.valueOf(text.substring(1));
    }
    String expression = text.substring(1, text.length() - 1);
    try {
      return evaluator.value(new ExpressionReader(expression, 0, LONGEST).whole());
    } catch (UnreadableExpressionException e) {
      throw InvalidTemplate.expression(
          expression, e.isUnexpected() ? e.reason() + " is not expected" : e.reason());
    }
  }

  @Override
  public JsonNode word(String word) {
    throw UnreadableExpressionException.because("'" + word + "' is no function call");
  }

  @Override
  public JsonNode call(String name, List<Expression> arguments, Evaluator by) {
    try {
      return switch (lower(name)) {
        case "if" -> by.value(arguments.get(isTrue(by.value(arguments.get(0))) ? 1 : 2));
        case "and" ->
            BooleanNode.valueOf(arguments.stream().allMatch(one -> isTrue(by.value(one))));
        case "or" -> BooleanNode.valueOf(arguments.stream().anyMatch(one -> isTrue(by.value(one))));
        default -> call(lower(name), by.values(arguments));
      };
    } catch (IndexOutOfBoundsException | NumberFormatException | ArithmeticException e) {
      throw InvalidTemplate.expression(name, "its arguments are not valid");
    }
  }

  private JsonNode call(String name, List<JsonNode> values) {
    return switch (name) {
      case "parameters" -> parameter(values.get(0).asText());
      case "variables" -> variable(values.get(0).asText());
      case "resourcegroup" -> target.group();
      case "subscription" -> target.subscriptionJson();
      case "deployment" -> target.deploymentJson();
      case "resourceid" -> TextNode.valueOf(target.resourceId(values));
      case "subscriptionresourceid" ->
          TextNode.valueOf(beneath("/subscriptions/" + target.subscription(), values));
      case "extensionresourceid" ->
          TextNode.valueOf(beneath(values.get(0).asText(), values.subList(1, values.size())));
      default ->
          TemplateFunctions.call(name, values, evaluator)
              .map(evaluator::kept)
              .orElseGet(() -> state.call(name, values));
    };
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
      JsonNode value = tree(expression);
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

  /** The functions that look at what is deployed. */
  @FunctionalInterface
  interface StateFunctions {

    /**
     * What a function gives.
     *
     * @param name in lower case
     * @throws ServiceError if there is no such function: 400
     */
    JsonNode call(String name, List<JsonNode> values);
  }
}
