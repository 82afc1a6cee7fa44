package io.github.dataconnect4j.dataset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Some columns of one dataset, each once, in the order of the dataset.
 *
 * <p>The order in which they were named does not count: the same columns are the same selection, so
 * that they make the same pipeline in every program.
 *
 * <p>Made by {@link Dataset#columns(Column, Column[])} and its siblings. Immutable.
 *
 * @param <R> what a row of the dataset reads as
 * @param dataset the dataset
 * @param columns the names of the columns, at least one
 * @since 0.1.0
 */
public record Selection<R extends Row>(Dataset<R> dataset, List<String> columns) {

  public Selection {
    columns = ordered(dataset, new LinkedHashSet<>(columns));
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "No column of " + dataset.name() + " is selected. Name at least one.");
    }
  }

  // Names that the dataset does not know come last, as they were given.
  private static List<String> ordered(Dataset<?> dataset, Set<String> names) {
    List<String> ordered = new ArrayList<>();
    for (Column<?, ?> column : dataset.columns()) {
      if (names.remove(column.name())) {
        ordered.add(column.name());
      }
    }
    ordered.addAll(names);
    return List.copyOf(ordered);
  }

  @Override
  public String toString() {
    return dataset.name() + columns;
  }
}
