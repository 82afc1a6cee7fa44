package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.emulator.expression.Evaluator;
import io.github.dataconnect4j.emulator.expression.Expression;
import io.github.dataconnect4j.emulator.expression.ExpressionReader;
import io.github.dataconnect4j.emulator.expression.UnreadableExpressionException;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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

  /** The longest text with an expression in it. */
  private static final int LONGEST = 8192;

  /** How many characters the values of one tree may have. */
  private static final long MOST_CHARACTERS = 4L << 20;

  private static final int MOST_SHOWN = 300;

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
  JsonNode evaluate(JsonNode tree) {
    CopyBehavior.EXPRESSION_LIMITS.observe();
    return new Pass().evaluate(tree);
  }

  /** A value as it stands in a text. */
  static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  /** One tree's evaluation. */
  private final class Pass implements Evaluator.Language {

    private final Evaluator evaluator = new Evaluator(this, MOST_CHARACTERS);

    JsonNode evaluate(JsonNode node) {
      if (node.isTextual()) {
        return evaluate(node.asText());
      }
      if (node instanceof ArrayNode array) {
        ArrayNode values = Json.array();
        nested(() -> array.forEach(item -> values.add(evaluate(item))));
        return values;
      }
      if (node instanceof ObjectNode object) {
        if (object.path("type").asText().equals("Expression") && object.path("value").isTextual()) {
          return evaluate(object.path("value").asText());
        }
        ObjectNode values = Json.object();
        nested(
            () ->
                object
                    .properties()
                    .forEach(one -> values.set(one.getKey(), evaluate(one.getValue()))));
        return values;
      }
      return node;
    }

    private void nested(Runnable work) {
      try {
        evaluator.nested(
            () -> {
              work.run();
              return evaluator;
            });
      } catch (UnreadableExpressionException e) {
        throw CopyFailure.ofDefinition(
            "The definition cannot be evaluated because " + e.reason() + ".");
      }
    }

    private JsonNode evaluate(String text) {
      try {
        if (text.startsWith("@@")) {
          return TextNode.valueOf(text.substring(1));
        }
        if (text.startsWith("@") && !text.startsWith("@{")) {
          return evaluator.kept(evaluator.value(new ExpressionReader(text, 1, LONGEST).whole()));
        }
        return TextNode.valueOf(text.contains("@{") ? interpolate(text) : text);
      } catch (UnreadableExpressionException e) {
        throw CopyFailure.ofDefinition(
            e.isUnexpected()
                ? "The emulator does not support "
                    + e.reason()
                    + ", in the expression '"
                    + shortened(text)
                    + "'."
                : "The expression '"
                    + shortened(text)
                    + "' cannot be evaluated because "
                    + e.reason()
                    + ".");
      }
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
          ExpressionReader reader = new ExpressionReader(text, at + 2, LONGEST);
          result.append(text(evaluator.value(reader.closedBy('}'))));
          evaluator.requireRoom(result.length());
          from = reader.position();
        }
      }
      return result.append(text.substring(from)).toString();
    }

    @Override
    public JsonNode word(String text) {
      return switch (text) {
        case "true", "false" -> BooleanNode.valueOf(text.equals("true"));
        case "null" -> NullNode.getInstance();
        default -> throw UnreadableExpressionException.unexpected("'" + text + "'");
      };
    }

    @Override
    public JsonNode call(String name, List<Expression> arguments, Evaluator by) {
      JsonNode root = roots.get(name);
      if (root != null && arguments.isEmpty()) {
        return root;
      }
      return ExpressionFunctions.call(name, by.values(arguments))
          .map(by::kept)
          .orElseThrow(
              () ->
                  UnreadableExpressionException.unexpected(
                      "the function '"
                          + name
                          + "' with "
                          + arguments.size()
                          + " arguments here; it knows "
                          + String.join("(), ", new TreeSet<>(roots.keySet()))
                          + "(), concat, createArray and formatDateTime"));
    }
  }

  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }
}
