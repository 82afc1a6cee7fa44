package io.github.dataconnect4j.emulator.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.emulator.expression.Expression.Call;
import io.github.dataconnect4j.emulator.expression.Expression.Literal;
import io.github.dataconnect4j.emulator.expression.Expression.Path;
import io.github.dataconnect4j.emulator.expression.Expression.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Evaluates what the reader read, within bounds that no expression that means something meets: a
 * bad one must cost neither the stack nor the memory.
 *
 * <p>Confined to one thread.
 */
public final class Evaluator {

  /** How much may be under evaluation within each other: expressions, variables, trees. */
  private static final int DEEPEST = 200;

  private final Language language;
  private final long most;
  private long made;
  private int depth;

  /**
   * @param most how many characters all values together may have that functions make
   */
  public Evaluator(Language language, long most) {
    this.language = language;
    this.most = most;
  }

  /**
   * The value of an expression.
   *
   * @throws UnreadableExpressionException if it has none, or exceeds the bounds
   */
  public JsonNode value(Expression expression) {
    return nested(() -> evaluated(expression));
  }

  private JsonNode evaluated(Expression expression) {
    if (expression instanceof Literal literal) {
      return literal.value();
    }
    if (expression instanceof Word word) {
      return language.word(word.text());
    }
    if (expression instanceof Path path) {
      JsonNode value = value(path.of());
      for (Expression step : path.steps()) {
        value = element(value, value(step));
      }
      return value;
    }
    Call call = (Call) expression;
    return language.call(call.name(), call.arguments(), this);
  }

  /**
   * Does what may lead here again: evaluates a variable, or a tree that expressions stand in.
   *
   * @throws UnreadableExpressionException if it has led here too often
   */
  public <T> T nested(Supplier<T> work) {
    if (depth == DEEPEST) {
      throw UnreadableExpressionException.because(
          "it is nested deeper than " + DEEPEST + " levels");
    }
    depth++;
    try {
      return work.get();
    } finally {
      depth--;
    }
  }

  /** The values of some expressions, in their order. */
  public List<JsonNode> values(List<Expression> expressions) {
    // No stream: what leads here again should not eat more of the stack than it must.
    List<JsonNode> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      values.add(value(expression));
    }
    return values;
  }

  /**
   * A value that was made, at the cost of the room that it takes; for what functions make and for
   * what is put into a tree.
   *
   * @throws UnreadableExpressionException if it takes more than is left
   */
  public JsonNode kept(JsonNode value) {
    made += size(value, most - made);
    requireRoom(made);
    return value;
  }

  /**
   * Refuses to make what would be too large.
   *
   * @param characters how many characters it would have
   * @throws UnreadableExpressionException if that is more than all values may have together
   */
  public void requireRoom(long characters) {
    if (characters > most) {
      throw UnreadableExpressionException.because(
          "its values have more than " + most + " characters");
    }
  }

  /** The size of a value; one beyond the limit is not measured to its end. */
  private static long size(JsonNode value, long limit) {
    if (!value.isContainerNode()) {
      return value.isTextual() ? value.textValue().length() : 1;
    }
    long size = 1;
    for (JsonNode one : value) {
      size += 1 + size(one, limit - size);
      if (size > limit) {
        return size;
      }
    }
    return size;
  }

  // As in the services, names of properties match in any case.
  private static JsonNode element(JsonNode value, JsonNode index) {
    if (index.isTextual()) {
      return property(value, index.asText());
    }
    JsonNode element = value.get(index.asInt());
    if (element == null) {
      throw UnreadableExpressionException.because("the index " + index + " is out of bounds");
    }
    return element;
  }

  private static JsonNode property(JsonNode value, String name) {
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    List<String> names = new ArrayList<>();
    value.fieldNames().forEachRemaining(names::add);
    throw UnreadableExpressionException.because(
        "the property '"
            + name
            + "' doesn't exist, available properties are '"
            + String.join(", ", names)
            + "'");
  }

  /** What words and functions mean. */
  public interface Language {

    /** The value of a word that is no call. */
    JsonNode word(String text);

    /**
     * The value of a call.
     *
     * @param arguments unevaluated: the language takes the values that it needs
     * @param evaluator gives the values, and bounds what is made of them
     */
    JsonNode call(String name, List<Expression> arguments, Evaluator evaluator);
  }
}
