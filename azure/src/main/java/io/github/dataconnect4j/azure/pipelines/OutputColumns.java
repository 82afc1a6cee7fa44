package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.spi.FoundPipeline.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a copy's source: {@code outputColumns}, a list of objects with a {@code name}.
 *
 * <p>Shape: the connector's page "Copy and transform data from Microsoft 365". That the input of an
 * activity's run shows them in the same shape, evaluated, is not said on any page.
 */
final class OutputColumns {

  private OutputColumns() {}

  /** The names that a definition has; none if there are none, or if an expression gives one. */
  static List<String> asked(@Nullable Object source) {
    List<String> names = new ArrayList<>();
    for (Object name : names(source)) {
      List<Part> parts = PathExpression.read(name, Map.of());
      if (parts.isEmpty() || parts.stream().anyMatch(part -> part.kind() != Part.Kind.TEXT)) {
        return List.of();
      }
      names.add(String.join("", parts.stream().map(Part::text).toList()));
    }
    return names;
  }

  /** The names that an evaluated source has; empty if it does not tell. */
  static Optional<List<String>> evaluated(@Nullable Object source) {
    List<String> names = new ArrayList<>();
    for (Object name : names(source)) {
      if (!(name instanceof String text)) {
        return Optional.empty();
      }
      names.add(text);
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private static List<@Nullable Object> names(@Nullable Object source) {
    List<@Nullable Object> names = new ArrayList<>();
    if (JsonTree.members(source).get("outputColumns") instanceof List<?> columns) {
      for (Object column : columns) {
        names.add(JsonTree.members(column).get("name"));
      }
    }
    return names;
  }
}
