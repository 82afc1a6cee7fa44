package io.github.dataconnect4j.dataset;

import java.util.List;

/**
 * Some columns of one dataset, in the order they were named, each once.
 *
 * <p>Made by {@link Dataset#columns(Column, Column[])} and its siblings. Immutable.
 *
 * @param dataset the dataset
 * @param columns the names of the columns, at least one
 * @since 0.1.0
 */
public record Selection(Dataset<?> dataset, List<String> columns) {

  public Selection {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "No column of " + dataset.name() + " is selected. Name at least one.");
    }
  }

  @Override
  public String toString() {
    return dataset.name() + columns;
  }
}
