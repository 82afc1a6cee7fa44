package io.github.dataconnect4j.extracts;

import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Selection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How rows may be read, by what was copied.
 *
 * @param copied the dataset and the columns; empty if they are unknown
 */
record CopiedColumns(Optional<Selection<?>> copied) {

  /** Columns that tell whose a row is. Rows have them whether they were asked for or not. */
  private static final Set<String> OWNERS = Set.of("puser", "pObjectId", "ptenant");

  /**
   * Rows of a dataset: with every column if nothing is known, else with those copied.
   *
   * @throws IllegalArgumentException if another dataset was copied
   */
  <R extends Row> Function<Row, R> reading(Dataset<R> dataset) {
    requireCopied(dataset);
    return copied.isEmpty() ? dataset::read : reading(dataset, copied.get().columns());
  }

  /**
   * Rows of a dataset with some columns.
   *
   * @throws IllegalArgumentException if they are of another dataset, or were not copied
   */
  <R extends Row> Function<Row, R> reading(Dataset<R> dataset, Selection<R> selection) {
    if (!selection.dataset().equals(dataset)) {
      throw new IllegalArgumentException(
          "The columns are of "
              + selection.dataset().name()
              + ", the rows are of "
              + dataset.name()
              + ". Select columns of that dataset.");
    }
    requireCopied(dataset);
    copied.ifPresent(one -> requireWithin(one, selection));
    Set<String> columns = Set.copyOf(selection.columns());
    return row -> dataset.read(row, columns);
  }

  private static <R extends Row> Function<Row, R> reading(
      Dataset<R> dataset, List<String> columns) {
    Set<String> readable = new HashSet<>(columns);
    readable.addAll(OWNERS);
    Set<String> fixed = Set.copyOf(readable);
    return row -> dataset.read(row, fixed);
  }

  private void requireCopied(Dataset<?> dataset) {
    copied
        .map(Selection::dataset)
        .filter(other -> !other.equals(dataset))
        .ifPresent(
            other -> {
              throw new IllegalArgumentException(
                  "The run copied "
                      + other.name()
                      + ", the rows are asked for as those of "
                      + dataset.name()
                      + ". Read them as rows of "
                      + other.name()
                      + ", or take the run that copied the other.");
            });
  }

  private static void requireWithin(Selection<?> copied, Selection<?> selection) {
    Set<String> beyond = new LinkedHashSet<>(selection.columns());
    copied.columns().forEach(beyond::remove);
    beyond.removeAll(OWNERS);
    if (!beyond.isEmpty()) {
      throw new IllegalArgumentException(
          "The run did not copy "
              + beyond
              + " of "
              + copied.dataset().name()
              + ", but "
              + copied.columns()
              + ". Leave them out here, or add them to the copy and run it again.");
    }
  }
}
