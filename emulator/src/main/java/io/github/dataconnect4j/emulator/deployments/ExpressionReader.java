package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.emulator.http.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads an expression of the template language: calls of functions, texts in single quotes, whole
 * numbers, properties and elements of what a call gives.
 *
 * <p>Not the reader of Data Factory's expressions, which evaluates while it reads: here a branch
 * that is not taken must not be evaluated.
 */
final class ExpressionReader {

  // Deep enough for every expression that means something, shallow enough for the stack.
  private static final int DEEPEST = 100;

  private final String text;
  private int at;
  private int depth;

  private ExpressionReader(String text) {
    this.text = text;
  }

  /**
   * Reads an expression, without the brackets around it.
   *
   * @throws ServiceError if it is none: 400
   */
  static TemplateExpression read(String text) {
    ExpressionReader reader = new ExpressionReader(text);
    TemplateExpression expression = reader.expression();
    reader.skipBlanks();
    if (reader.at < text.length()) {
      throw reader.fault("'" + text.substring(reader.at) + "' is not expected");
    }
    return expression;
  }

  private TemplateExpression expression() {
    if (++depth > DEEPEST) {
      throw fault("it is nested deeper than " + DEEPEST + " levels");
    }
    TemplateExpression expression = primary();
    while (true) {
      skipBlanks();
      if (peek() == '.') {
        at++;
        expression = member(expression, TextNode.valueOf(name()));
      } else if (peek() == '[') {
        at++;
        expression = element(expression, expression());
        expect(']');
      } else {
        depth--;
        return expression;
      }
    }
  }

  private TemplateExpression primary() {
    skipBlanks();
    if (peek() == '\'') {
      JsonNode literal = TextNode.valueOf(literal());
      return functions -> literal;
    }
    if (Character.isDigit(peek()) || peek() == '-') {
      JsonNode number = number();
      return functions -> number;
    }
    String name = name();
    skipBlanks();
    if (peek() != '(') {
      throw fault("'" + name + "' is no function call");
    }
    at++;
    List<TemplateExpression> arguments = arguments();
    return functions -> functions.call(name, arguments);
  }

  private List<TemplateExpression> arguments() {
    List<TemplateExpression> arguments = new ArrayList<>();
    skipBlanks();
    while (peek() != ')') {
      arguments.add(expression());
      skipBlanks();
      if (peek() == ',') {
        at++;
      } else if (peek() != ')') {
        throw fault("')' is missing");
      }
    }
    at++;
    return List.copyOf(arguments);
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
    throw fault("a text is not closed");
  }

  private JsonNode number() {
    int from = at++;
    while (Character.isDigit(peek())) {
      at++;
    }
    try {
      return LongNode.valueOf(Long.parseLong(text.substring(from, at)));
    } catch (NumberFormatException e) {
      throw fault("'" + text.substring(from, at) + "' is not a whole number");
    }
  }

  private String name() {
    skipBlanks();
    int from = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_') {
      at++;
    }
    if (from == at) {
      throw fault("a name is missing at position " + at);
    }
    return text.substring(from, at);
  }

  private TemplateExpression member(TemplateExpression of, JsonNode name) {
    return functions -> element(of.evaluate(functions), name);
  }

  private TemplateExpression element(TemplateExpression of, TemplateExpression index) {
    return functions -> element(of.evaluate(functions), index.evaluate(functions));
  }

  private JsonNode element(JsonNode value, JsonNode index) {
    if (index.isTextual()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        if (field.getKey().equalsIgnoreCase(index.asText())) {
          return field.getValue();
        }
      }
      throw fault("the property '" + index.asText() + "' doesn't exist");
    }
    JsonNode element = value.get(index.asInt());
    if (element == null) {
      throw fault("the index '" + index + "' is out of bounds");
    }
    return element;
  }

  private void expect(char sign) {
    skipBlanks();
    if (peek() != sign) {
      throw fault("'" + sign + "' is missing");
    }
    at++;
  }

  private void skipBlanks() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private ServiceError fault(String why) {
    return InvalidTemplate.expression(text, why);
  }
}
