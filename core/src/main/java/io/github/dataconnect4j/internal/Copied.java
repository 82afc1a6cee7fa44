package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What a run copies, as far as it can be told. */
interface Copied {

  /**
   * The dataset and the columns; empty if they are unknown.
   *
   * @param run what is known of the run
   */
  Optional<Selection<?>> of(Optional<RunState> run);

  /** What was asked for in this process. */
  static Copied asAsked(Selection<?> selection) {
    return run -> Optional.of(selection);
  }

  /** Columns of a dataset; empty if there are none, or if it does not have them all. */
  static Optional<Selection<?>> selection(Dataset<?> dataset, List<String> columns) {
    return columns.isEmpty() || !columns.stream().allMatch(dataset::hasColumn)
        ? Optional.empty()
        : Optional.of(dataset.select(new LinkedHashSet<>(columns)));
  }
}
