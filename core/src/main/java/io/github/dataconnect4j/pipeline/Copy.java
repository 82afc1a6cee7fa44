package io.github.dataconnect4j.pipeline;

import io.github.dataconnect4j.dataset.Column;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.DateRule;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.dataset.ScopeKind;
import io.github.dataconnect4j.dataset.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run copies: a dataset, some columns of it, a window of time, a scope.
 *
 * <p>What is not said comes from the registration: all its columns, its scope. Windows are
 * half-open: the start belongs to them, the end does not. Faults that need the whole specification
 * are found when it is used, all in one message.
 *
 * <p>Immutable.
 *
 * @param <R> what a row of the dataset reads as
 * @since 0.1.0
 */
public final class Copy<R extends Row> {

  private final Dataset<R> dataset;
  private final Optional<Selection<R>> selection;
  private final Optional<String> dateColumn;
  private final Optional<Instant> start;
  private final Optional<Instant> end;
  private final Optional<Scope> scope;

  private Copy(
      Dataset<R> dataset,
      Optional<Selection<R>> selection,
      Optional<String> dateColumn,
      Optional<Instant> start,
      Optional<Instant> end,
      Optional<Scope> scope) {
    this.dataset = dataset;
    this.selection = selection;
    this.dateColumn = dateColumn;
    this.start = start;
    this.end = end;
    this.scope = scope;
  }

  /** All registered columns of a dataset. */
  public static <R extends Row> Copy<R> of(Dataset<R> dataset) {
    return new Copy<>(
        Objects.requireNonNull(dataset, "dataset"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Replaces the columns; they must be registered. */
  public Copy<R> withColumns(Selection<R> selection) {
    if (!selection.dataset().equals(dataset)) {
      throw new IllegalArgumentException(
          "The columns are of "
              + selection.dataset().name()
              + ", the copy is of "
              + dataset.name()
              + ". Select columns of that dataset.");
    }
    return new Copy<>(dataset, Optional.of(selection), dateColumn, start, end, scope);
  }

  /** The column that the window stands on. */
  public Copy<R> where(Column<R, ?> column) {
    return where(column.name());
  }

  /** The column that the window stands on, by name. */
  public Copy<R> where(String column) {
    return new Copy<>(dataset, selection, Optional.of(column), start, end, scope);
  }

  /** The first instant of the window. */
  public Copy<R> from(Instant start) {
    return new Copy<>(dataset, selection, dateColumn, Optional.of(start), end, scope);
  }

  /** The first instant after the window. */
  public Copy<R> until(Instant end) {
    return new Copy<>(dataset, selection, dateColumn, start, Optional.of(end), scope);
  }

  /** Replaces the scope; it must lie within the registered one. */
  public Copy<R> withScope(Scope scope) {
    return new Copy<>(dataset, selection, dateColumn, start, end, Optional.of(scope));
  }

  public Dataset<R> dataset() {
    return dataset;
  }

  /** The columns; empty for all registered ones. */
  public Optional<Selection<R>> selection() {
    return selection;
  }

  public Optional<String> dateColumn() {
    return dateColumn;
  }

  public Optional<Instant> start() {
    return start;
  }

  public Optional<Instant> end() {
    return end;
  }

  /** The scope; empty for the registered one. */
  public Optional<Scope> scope() {
    return scope;
  }

  /**
   * What is wrong with the window or the scope, each fault with its cure; empty if nothing is.
   * Calls nothing.
   */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    DateRule rule = dataset.dateRule();
    if (rule.withoutColumn()) {
      dateColumn.ifPresent(
          column ->
              faults.add(
                  dataset.name()
                      + " takes a window without a column, but '"
                      + column
                      + "' is given. Leave out where(…)."));
      windowFaults(faults, rule.required() || start.isPresent() || end.isPresent());
    } else if (dateColumn.isPresent()) {
      columnFault(rule, dateColumn.get()).ifPresent(faults::add);
      if (rule.takesWindow()) {
        windowFaults(faults, true);
      }
    } else if (rule.required()) {
      windowFaults(faults, false);
      faults.add(
          dataset.name()
              + " is copied by a window on one of "
              + rule.columns()
              + ", but none is given. Add where(…).from(…).until(…).");
    } else if (start.isPresent() || end.isPresent()) {
      faults.add(
          dataset.name()
              + " is given a window without its column. "
              + (rule.takesWindow()
                  ? "Add where(…) with one of " + rule.columns() + "."
                  : "The dataset takes no window: leave out from(…) and until(…)."));
      if (rule.takesWindow()) {
        windowFaults(faults, true);
      }
    }
    scopeFault().ifPresent(faults::add);
    return faults;
  }

  private Optional<String> columnFault(DateRule rule, String column) {
    if (rule.columns().contains(column)) {
      return Optional.empty();
    }
    return Optional.of(
        dataset.name()
            + " cannot be filtered by '"
            + column
            + "'. "
            + (rule.takesWindow()
                ? "Use one of " + rule.columns() + "."
                : "The dataset takes no window: leave out where(…), from(…) and until(…)."));
  }

  private Optional<String> scopeFault() {
    return dataset.scopeKind() == ScopeKind.TENANT
        ? scope
            .filter(given -> !(given instanceof Scope.Everyone))
            .map(
                given ->
                    dataset.name()
                        + " covers the whole tenant and takes no scope, but "
                        + given
                        + " is given. Leave out withScope(…).")
        : Optional.empty();
  }

  private void windowFaults(List<String> faults, boolean needed) {
    if (start.isEmpty() || end.isEmpty()) {
      if (needed) {
        faults.add(
            "The window of "
                + dataset.name()
                + " lacks its "
                + (start.isEmpty() ? (end.isEmpty() ? "start and end" : "start") : "end")
                + ". Add from(…) and until(…).");
      }
      return;
    }
    Duration length = Duration.between(start.get(), end.get());
    // Snapshot datasets read "start equals end" as "all of that day".
    boolean mayBeEmpty = dataset.availability().retention().isPresent();
    if (length.isNegative() || (length.isZero() && !mayBeEmpty)) {
      faults.add(
          "The window of "
              + dataset.name()
              + " ends at "
              + end.get()
              + ", which is not after its start at "
              + start.get()
              + ". Exchange them, or widen the window.");
    }
    dataset
        .dateRule()
        .longest()
        .filter(longest -> length.compareTo(longest) > 0)
        .ifPresent(
            longest ->
                faults.add(
                    "The window of "
                        + dataset.name()
                        + " from "
                        + start.get()
                        + " until "
                        + end.get()
                        + " is longer than "
                        + longest.toDays()
                        + " days. Make several copies."));
  }

  @Override
  public String toString() {
    return "copy of "
        + dataset.name()
        + dateColumn.map(column -> " where " + column).orElse("")
        + start.map(from -> " from " + from).orElse("")
        + end.map(until -> " until " + until).orElse("");
  }
}
