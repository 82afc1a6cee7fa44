package io.github.dataconnect4j.emulator.graph;

import io.github.dataconnect4j.emulator.graph.FilterExpression.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a filter from left to right: {@code or} binds less than {@code and}, that than {@code not}.
 */
final class FilterParser {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*('(?:[^']|'')*+'|[A-Za-z0-9_@$.+:-]+|[(),/])");

  // Deep enough for every filter that means something, shallow enough for the stack.
  private static final int DEEPEST = 50;

  private static final String SUPPORTED =
      "The emulator supports eq, ne, and, or, not, in, startswith and any.";

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private final Set<String> properties = new HashSet<>();
  private final Set<String> variables = new HashSet<>();
  private int at;
  private int depth;

  FilterParser(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.stripTrailing().length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw fault("'" + text.substring(end).strip() + "' cannot be read.");
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
  }

  ODataFilter parse() {
    FilterExpression expression = or();
    if (at < tokens.size()) {
      throw fault("'" + tokens.get(at) + "' is not expected there. " + SUPPORTED);
    }
    return new ODataFilter(expression, properties);
  }

  private FilterExpression or() {
    List<FilterExpression> terms = new ArrayList<>(List.of(and()));
    while (takeWord("or")) {
      terms.add(and());
    }
    return FilterExpression.anyOf(terms);
  }

  private FilterExpression and() {
    List<FilterExpression> terms = new ArrayList<>(List.of(unary()));
    while (takeWord("and")) {
      terms.add(unary());
    }
    return FilterExpression.allOf(terms);
  }

  private FilterExpression unary() {
    if (++depth > DEEPEST) {
      throw fault("It is nested deeper than " + DEEPEST + " levels.");
    }
    FilterExpression expression = takeWord("not") ? unary().not() : primary();
    depth--;
    return expression;
  }

  private FilterExpression primary() {
    if (take("(")) {
      FilterExpression inner = or();
      expect(")");
      return inner;
    }
    String name = word();
    if (peek("(")) {
      return function(name);
    }
    List<String> path = new ArrayList<>(List.of(name));
    while (take("/")) {
      String part = word();
      if (peek("(")) {
        return lambda(path, part);
      }
      path.add(part);
    }
    return comparison(remember(path));
  }

  private FilterExpression function(String name) {
    if (!name.equalsIgnoreCase("startswith")) {
      throw fault("The function '" + name + "' is not supported. " + SUPPORTED);
    }
    expect("(");
    List<String> path = path();
    expect(",");
    Literal prefix = literal();
    expect(")");
    return FilterExpression.startsWith(path, prefix.text());
  }

  private FilterExpression lambda(List<String> path, String operator) {
    if (!operator.equalsIgnoreCase("any")) {
      throw fault("The operator '" + operator + "' is not supported. " + SUPPORTED);
    }
    remember(path);
    expect("(");
    if (take(")")) {
      return FilterExpression.any(path, "", Optional.empty());
    }
    // The tokenizer takes 't:t' as one: a colon is also part of a time.
    String declared = word();
    int colon = declared.indexOf(':');
    if (colon < 1) {
      throw fault("'" + declared + "' is not of the form t:t.");
    }
    String variable = declared.substring(0, colon);
    if (colon + 1 < declared.length()) {
      tokens.set(--at, declared.substring(colon + 1));
    }
    variables.add(variable);
    FilterExpression condition = or();
    variables.remove(variable);
    expect(")");
    return FilterExpression.any(path, variable, Optional.of(condition));
  }

  private FilterExpression comparison(List<String> path) {
    String operator = word().toLowerCase(Locale.ROOT);
    return switch (operator) {
      case "eq" -> FilterExpression.equal(path, literal());
      case "ne" -> FilterExpression.equal(path, literal()).not();
      case "in" -> FilterExpression.in(path, literals());
      default -> throw fault("The operator '" + operator + "' is not supported. " + SUPPORTED);
    };
  }

  private List<Literal> literals() {
    List<Literal> literals = new ArrayList<>();
    expect("(");
    do {
      literals.add(literal());
    } while (take(","));
    expect(")");
    return literals;
  }

  private Literal literal() {
    String token = next();
    if (token.startsWith("'")) {
      String inner = token.substring(1, token.length() - 1).replace("''", "'");
      return new Literal(Literal.Kind.TEXT, inner);
    }
    if (!token.matches("true|false|null|-?[0-9]+(\\.[0-9]+)?")) {
      throw fault("The value '" + token + "' is not supported. Put texts into single quotes.");
    }
    return new Literal(Literal.Kind.WORD, token);
  }

  private List<String> path() {
    List<String> path = new ArrayList<>(List.of(word()));
    while (take("/")) {
      path.add(word());
    }
    return remember(path);
  }

  private List<String> remember(List<String> path) {
    if (!variables.contains(path.get(0))) {
      properties.add(path.get(0).toLowerCase(Locale.ROOT));
    }
    return List.copyOf(path);
  }

  private String word() {
    String token = next();
    if (!token.matches("[A-Za-z_@][A-Za-z0-9_@.:]*")) {
      throw fault("'" + token + "' is not the name of a property or function. " + SUPPORTED);
    }
    return token;
  }

  private String next() {
    if (at == tokens.size()) {
      throw fault("It ends too early.");
    }
    return tokens.get(at++);
  }

  private boolean peek(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private boolean take(String token) {
    boolean taken = peek(token);
    at += taken ? 1 : 0;
    return taken;
  }

  private boolean takeWord(String word) {
    boolean taken = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    at += taken ? 1 : 0;
    return taken;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw fault(
          "'"
              + token
              + "' is missing before "
              + (at < tokens.size() ? "'" + tokens.get(at) + "'." : "the end."));
    }
  }

  private IllegalArgumentException fault(String reason) {
    return new IllegalArgumentException("The filter \"" + text + "\" is not usable: " + reason);
  }
}
