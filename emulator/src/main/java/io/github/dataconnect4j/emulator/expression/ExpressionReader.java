package io.github.dataconnect4j.emulator.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.emulator.expression.Expression.Call;
import io.github.dataconnect4j.emulator.expression.Expression.Literal;
import io.github.dataconnect4j.emulator.expression.Expression.Path;
import io.github.dataconnect4j.emulator.expression.Expression.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an expression: calls of functions, texts in single quotes, whole numbers, words, and
 * properties and elements of what comes before them. What the names mean is for the languages to
 * say.
 *
 * <p>Confined to one thread.
 */
public final class ExpressionReader {

  // Deep enough for every expression that means something, shallow enough for the stack.
  private static final int DEEPEST = 100;

  private final String text;
  private int at;
  private int depth;

  /**
   * @param from where in the text the expression begins
   * @param longest how many characters of the text the language allows
   * @throws UnreadableExpressionException if the text is longer
   */
  public ExpressionReader(String text, int from, int longest) {
    this.text = text;
    this.at = from;
    if (text.length() > longest) {
      throw UnreadableExpressionException.because(
          "it has " + text.length() + " characters, more than the " + longest + " allowed");
    }
  }

  /**
   * Reads an expression that ends where the text does.
   *
   * @throws UnreadableExpressionException if it is none
   */
  public Expression whole() {
    Expression expression = expression();
    skipBlanks();
    if (at < text.length()) {
      throw rest();
    }
    return expression;
  }

  /**
   * Reads an expression and the sign that closes it.
   *
   * @throws UnreadableExpressionException if it is none, or not closed
   */
  public Expression closedBy(char sign) {
    Expression expression = expression();
    requireClosing(sign);
    return expression;
  }

  /** The position after what was read last. */
  public int position() {
    return at;
  }

  private Expression expression() {
    if (++depth > DEEPEST) {
      throw UnreadableExpressionException.because(
          "it is nested deeper than " + DEEPEST + " levels");
    }
    Expression first = primary();
    List<Expression> steps = new ArrayList<>();
    while (true) {
      skipBlanks();
      if (peek() == '.') {
        at++;
        steps.add(new Literal(TextNode.valueOf(name())));
      } else if (peek() == '[') {
        at++;
        steps.add(expression());
        requireClosing(']');
      } else {
        depth--;
        return steps.isEmpty() ? first : new Path(first, steps);
      }
    }
  }

  private Expression primary() {
    skipBlanks();
    if (peek() == '\'') {
      return new Literal(TextNode.valueOf(literal()));
    }
    if (Character.isDigit(peek()) || peek() == '-') {
      return new Literal(number());
    }
    String name = name();
    skipBlanks();
    if (peek() != '(') {
      return new Word(name);
    }
    at++;
    return new Call(name, arguments());
  }

  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>();
    skipBlanks();
    while (peek() != ')') {
      arguments.add(expression());
      skipBlanks();
      if (peek() == ',') {
        at++;
      } else if (peek() != ')') {
        throw missing(')');
      }
    }
    at++;
    return arguments;
  }

  private String literal() {
    StringBuilder literal = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) == '\'') {
        at++;
        if (peek() != '\'') {
          return literal.toString();
        }
      }
      literal.append(text.charAt(at));
    }
    throw UnreadableExpressionException.because("a text is not closed");
  }

  private JsonNode number() {
    int from = at++;
    while (Character.isDigit(peek())) {
      at++;
    }
    try {
      return LongNode.valueOf(Long.parseLong(text.substring(from, at)));
    } catch (NumberFormatException e) {
      throw UnreadableExpressionException.because(
          "'" + text.substring(from, at) + "' is not a whole number");
    }
  }

  private String name() {
    skipBlanks();
    int from = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_') {
      at++;
    }
    if (from == at) {
      throw at < text.length()
          ? rest()
          : UnreadableExpressionException.because("it ends too early");
    }
    return text.substring(from, at);
  }

  private void requireClosing(char sign) {
    skipBlanks();
    if (peek() != sign) {
      throw missing(sign);
    }
    at++;
  }

  private UnreadableExpressionException missing(char sign) {
    return UnreadableExpressionException.because("'" + sign + "' is missing at position " + at);
  }

  private UnreadableExpressionException rest() {
    return UnreadableExpressionException.unexpected(
        "'" + text.substring(at) + "' at position " + at);
  }

  private void skipBlanks() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
