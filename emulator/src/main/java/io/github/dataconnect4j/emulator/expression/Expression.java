package io.github.dataconnect4j.emulator.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An expression as it was read, not evaluated yet. Immutable. */
public sealed interface Expression {

  /**
   * A text or a whole number.
   *
   * @param value the value
   */
  record Literal(JsonNode value) implements Expression {}

  /**
   * A word that is no function call, such as {@code true}.
   *
   * @param text the word
   */
  record Word(String text) implements Expression {}

  /**
   * A function call.
   *
   * @param name as it is written
   * @param arguments unevaluated, because a branch that is not taken must not be
   */
  record Call(String name, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Properties and elements of a value.
   *
   * @param of what the first is taken of
   * @param steps names of properties and indexes of elements, from the outside in; at least one
   */
  record Path(Expression of, List<Expression> steps) implements Expression {
    public Path {
      steps = List.copyOf(steps);
    }
  }
}
