package io.github.dataconnect4j.dataset;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which windows of time a dataset can be filtered by.
 *
 * <p>Source: Microsoft's page on filtering (2024-11-07) for what is required, the dataset pages for
 * the rest; where the connector's page says otherwise, the filtering page wins.
 *
 * <p>Immutable.
 *
 * @param columns the columns a window can stand on; empty where there are none
 * @param required whether a copy must have a window
 * @param withoutColumn whether the window stands on no column, as for {@code CalendarView_v0}: only
 *     events that start after its start and end before its end
 * @param longest the longest window, where one is documented
 * @since 0.1.0
 */
public record DateRule(
    List<String> columns, boolean required, boolean withoutColumn, Optional<Duration> longest) {

  public DateRule {
    columns = List.copyOf(columns);
  }

  /** Whether a copy of the dataset can have a window at all. */
  public boolean takesWindow() {
    return withoutColumn || !columns.isEmpty();
  }
}
