package io.github.dataconnect4j.dataset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One of the datasets that Data Connect extracts, at one version.
 *
 * <p>Two datasets are equal when their names are. Immutable.
 *
 * @param <R> what one of its rows reads as
 * @since 0.1.0
 */
public final class Dataset<R extends Row> {

  private static final String PREFIX = "BasicDataSet_v0.";

  private final String name;
  private final Set<String> aliases;
  private final DatasetStatus status;
  private final ScopeKind scopeKind;
  private final DateRule dateRule;
  private final Availability availability;
  private final Optional<Boolean> free;
  private final String page;
  private final Map<String, Column<R, ?>> columns;

  Dataset(
      String name,
      Set<String> aliases,
      DatasetStatus status,
      ScopeKind scopeKind,
      DateRule dateRule,
      Availability availability,
      Optional<Boolean> free,
      String page,
      List<Column<R, ?>> columns) {
    this.name = Objects.requireNonNull(name, "name");
    this.aliases = Set.copyOf(aliases);
    this.status = status;
    this.scopeKind = scopeKind;
    this.dateRule = dateRule;
    this.availability = availability;
    this.free = free;
    this.page = page;
    this.columns = new LinkedHashMap<>();
    columns.forEach(column -> this.columns.put(column.name(), column));
  }

  /** The name on the wire, such as {@code BasicDataSet_v0.Message_v1}. */
  public String name() {
    return name;
  }

  /** The name without the prefix that all but a few share, such as {@code Message_v1}. */
  public String shortName() {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  /** Other full names under which Microsoft's pages know the dataset. */
  public Set<String> aliases() {
    return aliases;
  }

  public DatasetStatus status() {
    return status;
  }

  public ScopeKind scopeKind() {
    return scopeKind;
  }

  public DateRule dateRule() {
    return dateRule;
  }

  /** When a day's data can be had, for the snapshot datasets of SharePoint. */
  public Availability availability() {
    return availability;
  }

  /** Whether the dataset is on Microsoft's list of uncharged ones; empty where that is not said. */
  public Optional<Boolean> isFree() {
    return free;
  }

  /** The page of {@code microsoftgraph/dataconnect-solutions} that describes the dataset. */
  public String page() {
    return page;
  }

  /** The top-level columns, in the order of the page. */
  public List<Column<R, ?>> columns() {
    return List.copyOf(columns.values());
  }

  /**
   * The column of that name.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest
   */
  public Column<R, ?> column(String column) {
    Column<R, ?> found = columns.get(Objects.requireNonNull(column, "column"));
    if (found == null) {
      throw new IllegalArgumentException(unknown(column));
    }
    return found;
  }

  /** Whether the dataset has a column of exactly that name. */
  public boolean hasColumn(String column) {
    return columns.containsKey(column);
  }

  /** Selects columns; one named twice counts once. */
  @SafeVarargs
  public final Selection columns(Column<R, ?> first, Column<R, ?>... more) {
    Set<String> names = new LinkedHashSet<>();
    names.add(first.name());
    for (Column<R, ?> column : more) {
      names.add(column.name());
    }
    return select(names);
  }

  /**
   * Selects columns by name; one named twice counts once.
   *
   * @throws IllegalArgumentException if there is no such column; the message names every unknown
   *     one and the nearest to each
   */
  public Selection columns(String first, String... more) {
    Set<String> names = new LinkedHashSet<>();
    names.add(first);
    names.addAll(List.of(more));
    return select(names);
  }

  /**
   * Selects columns by name.
   *
   * @throws IllegalArgumentException if {@code names} is empty or has an unknown one
   */
  public Selection select(Set<String> names) {
    List<String> faults = new ArrayList<>();
    for (String column : names) {
      if (!hasColumn(column)) {
        faults.add(unknown(column));
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
    return new Selection(this, List.copyOf(names));
  }

  /**
   * Selects every column that the catalog knows. An approval must name each, and a column that
   * Microsoft adds later is not among them.
   */
  public Selection allColumns() {
    return new Selection(this, List.copyOf(columns.keySet()));
  }

  private String unknown(String column) {
    return "Dataset "
        + name
        + " has no column '"
        + column
        + "'."
        + Nearest.hint(column, columns.keySet())
        + " Column names are case-sensitive.";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dataset<?> dataset && dataset.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * When data is there to be read. Both are empty for datasets that are read from the mailbox or
   * directory at the time of the run.
   *
   * @param delay how long after a day its data can be read
   * @param retention how long a day stays readable
   */
  public record Availability(Optional<Duration> delay, Optional<Duration> retention) {}
}
