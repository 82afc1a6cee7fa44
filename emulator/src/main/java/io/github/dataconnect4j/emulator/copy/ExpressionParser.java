package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads one expression, and evaluates it on the way. */
final class ExpressionParser {

  private final String text;
  private final Map<String, JsonNode> roots;
  private int at;

  ExpressionParser(String text, int from, Map<String, JsonNode> roots) {
    this.text = text;
    this.at = from;
    this.roots = roots;
  }

  JsonNode expression() {
    JsonNode value = primary();
    while (true) {
      skipBlanks();
      if (peek() == '.') {
        at++;
        value = property(value, name());
      } else if (peek() == '[') {
        at++;
        value = element(value, expression());
        requireClosing(']');
      } else {
        return value;
      }
    }
  }

  void requireEnd() {
    skipBlanks();
    if (at < text.length()) {
      throw unsupported("'" + text.substring(at) + "' at position " + at);
    }
  }

  /** Reads a closing sign, and gives the position after it. */
  int requireClosing(char sign) {
    skipBlanks();
    if (peek() != sign) {
      throw invalid("'" + sign + "' is missing at position " + at);
    }
    return ++at;
  }

  private JsonNode primary() {
    skipBlanks();
    char first = peek();
    if (first == '\'') {
      return TextNode.valueOf(literal());
    }
    if (Character.isDigit(first) || first == '-') {
      return number();
    }
    String name = name();
    skipBlanks();
    if (peek() == '(') {
      at++;
      return call(name, arguments());
    }
    return switch (name) {
      case "true", "false" -> BooleanNode.valueOf(name.equals("true"));
      case "null" -> NullNode.getInstance();
      default -> throw unsupported("'" + name + "'");
    };
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
    throw invalid("a text is not closed");
  }

  private JsonNode number() {
    int from = at++;
    while (Character.isDigit(peek())) {
      at++;
    }
    try {
      return LongNode.valueOf(Long.parseLong(text.substring(from, at)));
    } catch (NumberFormatException e) {
      throw invalid("'" + text.substring(from, at) + "' is not a whole number");
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
          ? unsupported("'" + text.substring(at) + "' at position " + at)
          : invalid("it ends too early");
    }
    return text.substring(from, at);
  }

  private List<JsonNode> arguments() {
    List<JsonNode> arguments = new ArrayList<>();
    skipBlanks();
    while (peek() != ')') {
      arguments.add(expression());
      skipBlanks();
      if (peek() == ',') {
        at++;
      } else if (peek() != ')') {
        throw invalid("')' is missing at position " + at);
      }
    }
    at++;
    return arguments;
  }

  private JsonNode call(String name, List<JsonNode> arguments) {
    JsonNode root = roots.get(name);
    if (root != null && arguments.isEmpty()) {
      return root;
    }
    return ExpressionFunctions.call(name, arguments)
        .orElseThrow(
            () ->
                unsupported(
                    "the function '"
                        + name
                        + "' with "
                        + arguments.size()
                        + " arguments here; it knows "
                        + String.join("(), ", new TreeSet<>(roots.keySet()))
                        + "(), concat, createArray and formatDateTime"));
  }

  // As in the service, names of properties match in any case.
  private JsonNode property(JsonNode value, String name) {
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    List<String> names = new ArrayList<>();
    value.fieldNames().forEachRemaining(names::add);
    throw invalid(
        "property '"
            + name
            + "' doesn't exist, available properties are '"
            + String.join(", ", names)
            + "'");
  }

  private JsonNode element(JsonNode value, JsonNode index) {
    if (index.isTextual()) {
      return property(value, index.asText());
    }
    JsonNode element = value.get(index.asInt());
    if (element == null) {
      throw invalid("there is no element " + index);
    }
    return element;
  }

  private void skipBlanks() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private CopyFailure invalid(String why) {
    return CopyFailure.ofDefinition(
        "The expression '" + text + "' cannot be evaluated because " + why + ".");
  }

  private CopyFailure unsupported(String what) {
    return CopyFailure.ofDefinition(
        "The emulator does not support " + what + ", in the expression '" + text + "'.");
  }
}
