package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.DateRule;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which rows a copy takes by their dates: those from the start on and before the end.
 *
 * <p>Where the window stands on no column, as for calendar views, the events that start no earlier
 * and end no later. Rows without a date that can be read are not within.
 *
 * <p>Immutable.
 *
 * @param column the date column; empty where the window stands on none
 * @param start the first instant
 * @param end the first instant after it
 */
record DateWindow(Optional<String> column, Instant start, Instant end) {

  /**
   * The window of a source, checked against the dataset's rule.
   *
   * @param source has dateFilterColumn, startTime and endTime, or not
   * @throws CopyFailure if the rule is broken
   */
  static Optional<DateWindow> of(Dataset<?> dataset, JsonNode source) {
    DateRule rule = dataset.dateRule();
    String column = source.path("dateFilterColumn").asText();
    String start = source.path("startTime").asText();
    String end = source.path("endTime").asText();
    if (column.isEmpty() && start.isEmpty() && end.isEmpty()) {
      if (rule.required()) {
        throw CopyFailure.ofLoader(
            "Table " + dataset.name() + " must be filtered by date: set " + needed(rule) + ".");
      }
      return Optional.empty();
    }
    checkColumn(dataset, column);
    if (start.isEmpty() || end.isEmpty()) {
      throw CopyFailure.ofLoader(
          "The date filter of " + dataset.name() + " is incomplete: set " + needed(rule) + ".");
    }
    DateWindow window =
        new DateWindow(
            Optional.of(column).filter(name -> !name.isEmpty()),
            time("startTime", start),
            time("endTime", end));
    window.checkLength(dataset);
    (column.isEmpty() ? CopyBehavior.CALENDAR_WINDOWS : CopyBehavior.HALF_OPEN_WINDOWS).observe();
    return Optional.of(window);
  }

  private static void checkColumn(Dataset<?> dataset, String column) {
    DateRule rule = dataset.dateRule();
    if (rule.withoutColumn()) {
      if (!column.isEmpty()) {
        throw CopyFailure.ofLoader(
            "Table "
                + dataset.name()
                + " takes startTime and endTime without dateFilterColumn; '"
                + column
                + "' was given.");
      }
    } else if (column.isEmpty()) {
      throw CopyFailure.ofLoader(
          "startTime and endTime need a dateFilterColumn for " + dataset.name() + ".");
    } else if (!rule.columns().contains(column)) {
      throw CopyFailure.ofLoader(
          "Column '"
              + column
              + "' of "
              + dataset.name()
              + " cannot be filtered by date. Columns that can: "
              + (rule.columns().isEmpty() ? "none" : String.join(", ", rule.columns()))
              + ".");
    }
  }

  private static String needed(DateRule rule) {
    return rule.withoutColumn()
        ? "startTime and endTime"
        : "dateFilterColumn (one of "
            + String.join(", ", rule.columns())
            + "), startTime and endTime";
  }

  private static Instant time(String field, String text) {
    return IsoTimes.parse(text)
        .orElseThrow(
            () ->
                CopyFailure.ofLoader(
                    "The "
                        + field
                        + " '"
                        + text
                        + "' is not a time in ISO 8601 such as 2026-01-01T00:00:00Z."));
  }

  private void checkLength(Dataset<?> dataset) {
    if (end.isBefore(start)) {
      throw CopyFailure.ofLoader("The endTime " + end + " is before the startTime " + start + ".");
    }
    Optional<Duration> longest = dataset.dateRule().longest();
    if (longest.isPresent() && Duration.between(start, end).compareTo(longest.get()) > 0) {
      throw CopyFailure.ofLoader(
          "The window from "
              + start
              + " to "
              + end
              + " is longer than the "
              + longest.get().toDays()
              + " days that "
              + dataset.name()
              + " allows.");
    }
  }

  boolean contains(JsonNode row) {
    if (column.isEmpty()) {
      return time(row.at("/start/dateTime")).filter(at -> !at.isBefore(start)).isPresent()
          && time(row.at("/end/dateTime")).filter(at -> !at.isAfter(end)).isPresent();
    }
    return time(row.path(column.get()))
        .filter(at -> !at.isBefore(start) && at.isBefore(end))
        .isPresent();
  }

  private static Optional<Instant> time(JsonNode value) {
    return value.isTextual() ? IsoTimes.parse(value.asText()) : Optional.empty();
  }
}
