package io.github.dataconnect4j.dataset;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Enum values as Data Connect writes them: {@code microsoft.graph.bodyType'html'}. */
final class Literals {

  private static final Pattern LITERAL =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)+'([^']*)'");

  private Literals() {}

  static Optional<String> text(Row row, String column) {
    return row.text(column).map(Literals::decode);
  }

  static List<String> texts(Row row, String column) {
    return row.texts(column).stream().map(Literals::decode).toList();
  }

  static String decode(String text) {
    if (!text.endsWith("'")) {
      return text;
    }
    Matcher literal = LITERAL.matcher(text);
    return literal.matches() ? literal.group(1) : text;
  }
}
