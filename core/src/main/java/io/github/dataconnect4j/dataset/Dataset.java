package io.github.dataconnect4j.dataset;

import io.github.dataconnect4j.wording.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
  private final Facts facts;
  private final RowType<R> rows;
  // Made when first asked for: few programs need the columns of more than a few datasets.
  private volatile @Nullable Map<String, Column<R, ?>> columns;

  private Dataset(String name, Facts facts, RowType<R> rows) {
    this.name = name;
    this.facts = facts;
    this.rows = rows;
  }

  /**
   * A dataset that the catalog does not have. It takes no window, and has no alias, page or price,
   * until told otherwise.
   *
   * @param name the name on the wire, such as {@code BasicDataSet_v0.Message_v3}
   * @param rows its columns and how its rows read
   * @throws IllegalArgumentException if the name is blank
   */
  public static <R extends Row> Dataset<R> of(String name, RowType<R> rows) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "The name of a dataset is blank. Give it as the wire has it, such as"
              + " 'BasicDataSet_v0.Message_v1'.");
    }
    return new Dataset<>(name, Facts.NONE, Objects.requireNonNull(rows, "rows"));
  }

  /**
   * The same with typed rows.
   *
   * @param read makes a row of ours of an untyped one; usually a constructor of a {@link TypedRow}
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // handed on, and only read
  public static <R extends Row> Dataset<R> of(
      String name, Function<Row, R> read, Column<R, ?>... columns) {
    return of(name, new DeclaredRows<>(read, List.of(columns)));
  }

  /** The same with untyped rows. */
  @SafeVarargs
  @SuppressWarnings("varargs") // handed on, and only read
  public static Dataset<Row> of(String name, Column<Row, ?>... columns) {
    return of(name, Function.identity(), columns);
  }

  /** The same dataset, also known under other full names. */
  public Dataset<R> withAliases(String... aliases) {
    return new Dataset<>(name, facts.aliases(Set.of(aliases)), rows);
  }

  /** The same dataset, elsewhere in its life. */
  public Dataset<R> withStatus(DatasetStatus status) {
    return new Dataset<>(name, facts.status(status), rows);
  }

  /** The same dataset, extracted over something else. */
  public Dataset<R> withScopeKind(ScopeKind kind) {
    return new Dataset<>(name, facts.scopeKind(kind), rows);
  }

  /** The same dataset, with other windows. */
  public Dataset<R> withDateRule(DateRule rule) {
    return new Dataset<>(name, facts.dateRule(rule), rows);
  }

  /** The same dataset, with data at other times. */
  public Dataset<R> withAvailability(Availability availability) {
    return new Dataset<>(name, facts.availability(availability), rows);
  }

  /** The same dataset, said to be free of charge. */
  public Dataset<R> free() {
    return new Dataset<>(name, facts.free(Optional.of(true)), rows);
  }

  /** The same dataset, said to be charged for. */
  public Dataset<R> charged() {
    return new Dataset<>(name, facts.free(Optional.of(false)), rows);
  }

  /** The same dataset, described elsewhere. */
  public Dataset<R> withPage(String page) {
    return new Dataset<>(name, facts.page(page), rows);
  }

  /** The same dataset with rows that are read by name. The two are equal, since their names are. */
  public Dataset<Row> untyped() {
    return new Dataset<>(name, facts, new UntypedRows(this));
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
    return facts.aliases();
  }

  public DatasetStatus status() {
    return facts.status();
  }

  public ScopeKind scopeKind() {
    return facts.scopeKind();
  }

  public DateRule dateRule() {
    return facts.dateRule();
  }

  /** When a day's data can be had, for the snapshot datasets of SharePoint. */
  public Availability availability() {
    return facts.availability();
  }

  /** Whether the dataset is on Microsoft's list of uncharged ones; empty where that is not said. */
  public Optional<Boolean> isFree() {
    return facts.free();
  }

  /** The page of {@code microsoftgraph/dataconnect-solutions} that describes the dataset. */
  public String page() {
    return facts.page();
  }

  /** The top-level columns, in the order of the page. */
  public List<Column<R, ?>> columns() {
    return List.copyOf(byName().values());
  }

  /**
   * The column of that name.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest
   */
  public Column<R, ?> column(String column) {
    Column<R, ?> found = byName().get(Objects.requireNonNull(column, "column"));
    if (found == null) {
      throw new IllegalArgumentException(unknown(column));
    }
    return found;
  }

  /** Whether the dataset has a column of exactly that name. */
  public boolean hasColumn(String column) {
    return byName().containsKey(column);
  }

  /** Selects columns; one named twice counts once. */
  @SafeVarargs
  public final Selection<R> columns(Column<R, ?> first, Column<R, ?>... more) {
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
  public Selection<R> columns(String first, String... more) {
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
  public Selection<R> select(Set<String> names) {
    List<String> faults = new ArrayList<>();
    for (String column : names) {
      if (!hasColumn(column)) {
        faults.add(unknown(column));
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
    return new Selection<>(this, List.copyOf(names));
  }

  /**
   * Selects every column that the catalog knows. An approval must name each, and a column that
   * Microsoft adds later is not among them.
   */
  public Selection<R> allColumns() {
    return new Selection<>(this, List.copyOf(byName().keySet()));
  }

  /**
   * A row made of values, for the tests of a program that reads rows. It reads them back as they
   * were given, and every other column as empty.
   *
   * @throws IllegalArgumentException if there is no such column, or if one is given twice
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // handed on, and only read
  public final R row(Cell<R>... cells) {
    for (Cell<R> cell : cells) {
      column(cell.column().name());
    }
    return read(Cell.row(List.of(cells)));
  }

  /** A row of this dataset, which takes every column for selected. */
  public R read(Row row) {
    return rows.read(row);
  }

  /**
   * A row of this dataset with some columns: the accessors of the others refuse.
   *
   * @param selected the names of the columns that were asked for
   */
  public R read(Row row, Set<String> selected) {
    return rows.read(new SelectedRow(row, selected));
  }

  /** The columns of a row that neither the dataset nor any of its spellings knows. */
  public Set<String> unknownColumns(Row row) {
    Set<String> unknown = new LinkedHashSet<>(row.columns());
    unknown.removeIf(key -> byName().values().stream().anyMatch(column -> column.isKey(key)));
    return unknown;
  }

  private Map<String, Column<R, ?>> byName() {
    Map<String, Column<R, ?>> made = columns;
    if (made == null) {
      made = new LinkedHashMap<>();
      for (Column<R, ?> column : rows.columns()) {
        if (made.put(column.name(), column) != null) {
          throw new IllegalArgumentException(
              "Dataset " + name + " has two columns '" + column.name() + "'. Leave one out.");
        }
      }
      columns = made;
    }
    return made;
  }

  private String unknown(String column) {
    return "Dataset "
        + name
        + " has no column '"
        + column
        + "'."
        + Nearest.hint(column, byName().keySet())
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

  /** What is said of a dataset beside its name and columns. */
  private record Facts(
      Set<String> aliases,
      DatasetStatus status,
      ScopeKind scopeKind,
      DateRule dateRule,
      Availability availability,
      Optional<Boolean> free,
      String page) {

    static final Facts NONE =
        new Facts(
            Set.of(),
            DatasetStatus.CURRENT,
            ScopeKind.UNKNOWN,
            new DateRule(List.of(), false, false, Optional.empty()),
            new Availability(Optional.empty(), Optional.empty()),
            Optional.empty(),
            "");

    Facts aliases(Set<String> aliases) {
      return new Facts(aliases, status, scopeKind, dateRule, availability, free, page);
    }

    Facts status(DatasetStatus status) {
      return new Facts(aliases, status, scopeKind, dateRule, availability, free, page);
    }

    Facts scopeKind(ScopeKind scopeKind) {
      return new Facts(aliases, status, scopeKind, dateRule, availability, free, page);
    }

    Facts dateRule(DateRule dateRule) {
      return new Facts(aliases, status, scopeKind, dateRule, availability, free, page);
    }

    Facts availability(Availability availability) {
      return new Facts(aliases, status, scopeKind, dateRule, availability, free, page);
    }

    Facts free(Optional<Boolean> free) {
      return new Facts(aliases, status, scopeKind, dateRule, availability, free, page);
    }

    Facts page(String page) {
      return new Facts(aliases, status, scopeKind, dateRule, availability, free, page);
    }
  }

  /** Rows of a dataset that somebody declared. */
  private record DeclaredRows<R extends Row>(Function<Row, R> reading, List<Column<R, ?>> columns)
      implements RowType<R> {

    @Override
    public R read(Row row) {
      return reading.apply(row);
    }
  }

  /** Rows of a dataset as they came. */
  private record UntypedRows(Dataset<?> typed) implements RowType<Row> {

    // A column takes any row: R only keeps those of other datasets away.
    @SuppressWarnings("unchecked")
    @Override
    public List<Column<Row, ?>> columns() {
      return (List<Column<Row, ?>>) (List<?>) typed.columns();
    }

    @Override
    public Row read(Row row) {
      return row;
    }
  }
}
