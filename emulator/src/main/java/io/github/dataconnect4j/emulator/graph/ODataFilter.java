package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A {@code $filter} of Microsoft Graph: {@code eq}, {@code ne}, {@code and}, {@code or}, {@code
 * not}, {@code in}, {@code startswith} and {@code any}, over the properties of a JSON object.
 *
 * <p>Names of properties and texts compare without regard to case, as the directory's do. A
 * property that is not there counts as null.
 *
 * <p>Immutable.
 */
public final class ODataFilter {

  private final FilterExpression expression;
  private final Set<String> properties;

  ODataFilter(FilterExpression expression, Set<String> properties) {
    this.expression = expression;
    this.properties = Set.copyOf(properties);
  }

  /**
   * Reads a filter such as {@code department eq 'Finance' and not startswith(displayName,'A')}.
   *
   * @param text the filter, percent-decoded
   * @throws IllegalArgumentException if the text is not a filter, or has a part that the emulator
   *     does not support; the message names the part
   */
  public static ODataFilter parse(String text) {
    return new FilterParser(text).parse();
  }

  public boolean matches(JsonNode object) {
    return expression.matches(new FilterExpression.Names(object));
  }

  /** The properties that the filter asks about, in lower case; the first part of each path. */
  public Set<String> properties() {
    return properties;
  }
}
