package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.util.Map;

/**
 * Data Factory's expressions in a JSON tree: objects of type {@code Expression} and texts that
 * begin with {@code @}, where {@code @@} stands for the sign itself, and {@code @{...}} within a
 * text.
 *
 * <p>Known are {@code pipeline()}, {@code dataset()}, {@code linkedService()} and {@code trigger()}
 * where they mean something, {@code concat}, {@code createArray} and {@code formatDateTime}.
 * Anything else fails the run with a text that says so.
 *
 * <p>Immutable.
 */
final class Expressions {

  private final Map<String, JsonNode> roots;

  /**
   * @param roots what the functions without arguments give, by their names: {@code pipeline} and
   *     the like
   */
  Expressions(Map<String, JsonNode> roots) {
    this.roots = Map.copyOf(roots);
  }

  /**
   * The tree with every expression in it replaced by its value.
   *
   * @throws CopyFailure if one cannot be evaluated
   */
  JsonNode evaluate(JsonNode node) {
    if (node.isTextual()) {
      return evaluateText(node.asText());
    }
    if (node instanceof ArrayNode array) {
      ArrayNode values = Json.array();
      array.forEach(item -> values.add(evaluate(item)));
      return values;
    }
    if (node instanceof ObjectNode object) {
      if (object.path("type").asText().equals("Expression") && object.path("value").isTextual()) {
        return evaluateText(object.path("value").asText());
      }
      ObjectNode values = Json.object();
      object.properties().forEach(one -> values.set(one.getKey(), evaluate(one.getValue())));
      return values;
    }
    return node;
  }

  private JsonNode evaluateText(String text) {
    if (text.startsWith("@@")) {
      return TextNode.valueOf(text.substring(1));
    }
    if (text.startsWith("@") && !text.startsWith("@{")) {
      ExpressionParser parser = new ExpressionParser(text, 1, roots);
      JsonNode value = parser.expression();
      parser.requireEnd();
      return value;
    }
    return text.contains("@{") ? TextNode.valueOf(interpolate(text)) : TextNode.valueOf(text);
  }

  private String interpolate(String text) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf("@{"); at >= 0; at = text.indexOf("@{", from)) {
      if (at > from && text.charAt(at - 1) == '@') {
        result.append(text, from, at).append('{');
        from = at + 2;
      } else {
        result.append(text, from, at);
        ExpressionParser parser = new ExpressionParser(text, at + 2, roots);
        result.append(text(parser.expression()));
        from = parser.requireClosing('}');
      }
    }
    return result.append(text.substring(from)).toString();
  }

  /** A value as it stands in a text. */
  static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }
}
