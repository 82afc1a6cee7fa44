package io.github.dataconnect4j.dataset;

import java.util.Set;

/** A row that knows which of its columns were asked for. */
final class SelectedRow extends TypedRow {

  private final Set<String> selected;

  SelectedRow(Row row, Set<String> selected) {
    super(row);
    this.selected = Set.copyOf(selected);
  }

  Set<String> selected() {
    return selected;
  }
}
