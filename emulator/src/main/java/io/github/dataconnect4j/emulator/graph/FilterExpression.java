package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a filter that is true of an object or is not. */
@FunctionalInterface
interface FilterExpression {

  boolean matches(Names names);

  /**
   * What the names in a filter stand for.
   *
   * @param object the object whose properties they are
   * @param variable the name that {@code any} gives to an element; null outside of it
   * @param element that element
   */
  record Names(JsonNode object, @Nullable String variable, JsonNode element) {

    Names(JsonNode object) {
      this(object, null, MissingNode.getInstance());
    }

    JsonNode resolve(List<String> path) {
      boolean isVariable = path.get(0).equals(variable);
      JsonNode found = isVariable ? element : object;
      for (String name : isVariable ? path.subList(1, path.size()) : path) {
        found = property(found, name);
      }
      return found;
    }

    private static JsonNode property(JsonNode object, String name) {
      for (Map.Entry<String, JsonNode> property : object.properties()) {
        if (property.getKey().equalsIgnoreCase(name)) {
          return property.getValue();
        }
      }
      return MissingNode.getInstance();
    }
  }

  /**
   * A value as it stands in a filter.
   *
   * @param kind what it is
   * @param text its text; for texts without the quotes
   */
  record Literal(Kind kind, String text) {

    enum Kind {
      TEXT,
      WORD
    }

    static final Literal NULL = new Literal(Kind.WORD, "null");

    boolean equalsValue(JsonNode value) {
      if (value.isNull() || value.isMissingNode()) {
        return equals(NULL);
      }
      boolean comparable = value.isTextual() == (kind == Kind.TEXT) && value.isValueNode();
      return comparable && value.asText().equalsIgnoreCase(text);
    }
  }

  static FilterExpression equal(List<String> path, Literal literal) {
    return names -> literal.equalsValue(names.resolve(path));
  }

  static FilterExpression in(List<String> path, List<Literal> literals) {
    return names -> {
      JsonNode value = names.resolve(path);
      return literals.stream().anyMatch(literal -> literal.equalsValue(value));
    };
  }

  static FilterExpression startsWith(List<String> path, String prefix) {
    String folded = prefix.toLowerCase(Locale.ROOT);
    return names -> {
      JsonNode value = names.resolve(path);
      return value.isTextual() && value.asText().toLowerCase(Locale.ROOT).startsWith(folded);
    };
  }

  /** True if an element of a list satisfies a condition, or where there is none, if it has any. */
  static FilterExpression any(
      List<String> path, String variable, Optional<FilterExpression> condition) {
    return names -> {
      for (JsonNode element : names.resolve(path)) {
        if (condition.isEmpty()
            || condition.get().matches(new Names(names.object(), variable, element))) {
          return true;
        }
      }
      return false;
    };
  }

  static FilterExpression allOf(List<FilterExpression> terms) {
    return names -> terms.stream().allMatch(term -> term.matches(names));
  }

  static FilterExpression anyOf(List<FilterExpression> terms) {
    return names -> terms.stream().anyMatch(term -> term.matches(names));
  }

  default FilterExpression not() {
    return names -> !matches(names);
  }
}
