package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.spi.FoundPipeline.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a path is made of, as far as that can be told before a run: text, parameters, the id
 * of the run, {@code concat}, and <code>@{…}</code> within text. One thread's.
 *
 * <p>Grammar: Microsoft's page "Expressions and functions in Azure Data Factory and Azure Synapse
 * Analytics".
 */
final class PathExpression {

  private final String text;
  private final Map<String, List<Part>> dataset;
  private int at;

  private PathExpression(String text, int at, Map<String, List<Part>> dataset) {
    this.text = text;
    this.at = at;
    this.dataset = dataset;
  }

  /**
   * The parts of a value.
   *
   * @param value text, or an object of type Expression; anything else stands for its own text
   * @param dataset what {@code dataset()} knows
   */
  static List<Part> read(@Nullable Object value, Map<String, List<Part>> dataset) {
    String text = text(value);
    try {
      if (text.startsWith("@@")) {
        return literal(text.substring(1));
      }
      if (text.startsWith("@") && !text.startsWith("@{")) {
        PathExpression whole = new PathExpression(text, 1, dataset);
        List<Part> parts = whole.expression();
        whole.require(whole.at == text.length());
        return parts;
      }
      return interpolated(text, dataset);
    } catch (UnknownExpression unknown) {
      return List.of(new Part(Part.Kind.UNRESOLVED, text));
    }
  }

  /** The text of a value, expressions as they are written. */
  static String text(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return text(map.get("value"));
    }
    return value == null ? "" : value.toString();
  }

  static List<Part> literal(String text) {
    return text.isEmpty() ? List.of() : List.of(new Part(Part.Kind.TEXT, text));
  }

  private static List<Part> interpolated(String text, Map<String, List<Part>> dataset) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf("@{"); open >= 0; open = text.indexOf("@{", from)) {
      if (open > from && text.charAt(open - 1) == '@') {
        parts.addAll(literal(text.substring(from, open) + "{"));
        from = open + 2;
      } else {
        parts.addAll(literal(text.substring(from, open)));
        PathExpression inner = new PathExpression(text, open + 2, dataset);
        parts.addAll(inner.expression());
        inner.take('}');
        from = inner.at;
      }
    }
    parts.addAll(literal(text.substring(from)));
    return parts;
  }

  private List<Part> expression() {
    skipBlanks();
    require(at < text.length());
    char next = text.charAt(at);
    if (next == '\'') {
      return literal(quoted());
    }
    String name = word();
    take('(');
    if (name.equals("concat")) {
      return concatenation();
    }
    take(')');
    List<String> members = members();
    if (name.equals("pipeline") && members.size() == 1 && members.get(0).equals("RunId")) {
      return List.of(new Part(Part.Kind.RUN_ID, ""));
    }
    if (name.equals("pipeline") && members.size() == 2 && members.get(0).equals("parameters")) {
      return List.of(new Part(Part.Kind.PARAMETER, members.get(1)));
    }
    require(name.equals("dataset") && members.size() == 1);
    List<Part> value = dataset.get(members.get(0));
    if (value == null) {
      throw new UnknownExpression();
    }
    return value;
  }

  private List<Part> concatenation() {
    List<Part> parts = new ArrayList<>(expression());
    skipBlanks();
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      parts.addAll(expression());
      skipBlanks();
    }
    take(')');
    return parts;
  }

  private List<String> members() {
    List<String> members = new ArrayList<>();
    while (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '[')) {
      if (text.charAt(at++) == '.') {
        members.add(identifier());
      } else {
        skipBlanks();
        members.add(quoted());
        take(']');
      }
    }
    return members;
  }

  // Names of functions count in any case.
  private String word() {
    return identifier().toLowerCase(Locale.ROOT);
  }

  private String identifier() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    require(at > start);
    return text.substring(start, at);
  }

  private String quoted() {
    take('\'');
    StringBuilder content = new StringBuilder();
    while (true) {
      int end = text.indexOf('\'', at);
      require(end >= 0);
      content.append(text, at, end);
      at = end + 1;
      // Two in a row stand for one.
      if (at == text.length() || text.charAt(at) != '\'') {
        return content.toString();
      }
      content.append('\'');
      at++;
    }
  }

  private void take(char wanted) {
    skipBlanks();
    require(at < text.length() && text.charAt(at) == wanted);
    at++;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void require(boolean met) {
    if (!met) {
      throw new UnknownExpression();
    }
  }

  private static final class UnknownExpression extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownExpression() {
      super("not known here", null, false, false);
    }
  }
}
