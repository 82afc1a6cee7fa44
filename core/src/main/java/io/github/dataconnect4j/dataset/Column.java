package io.github.dataconnect4j.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a dataset, or a field nested in one.
 *
 * <p>Names are spelled as the wire wants them, in {@code outputColumns} and in a registration
 * alike. Rows are read more tolerantly: by the {@linkplain #spellings() spellings} seen in rows, by
 * the name, and by the name with its first letter in the other case, since fields follow the case
 * of their dataset and not that of its page.
 *
 * <p>Immutable.
 *
 * @param <R> the rows that have this column
 * @param <V> what a value of this column reads as
 * @since 0.1.0
 */
public final class Column<R extends Row, V> {

  private final String name;
  private final ColumnType type;
  private final Optional<Boolean> nullable;
  private final boolean filterable;
  private final List<String> spellings;
  private final List<Column<?, ?>> fields;
  private final BiFunction<Row, String, Optional<V>> reading;
  private final String[] keys;

  private Column(
      String name,
      ColumnType type,
      Optional<Boolean> nullable,
      boolean filterable,
      List<String> spellings,
      List<Column<?, ?>> fields,
      BiFunction<Row, String, Optional<V>> reading) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "The name of a column is blank. Give it as the dataset's page spells it.");
    }
    this.name = name;
    this.type = type;
    this.nullable = nullable;
    this.filterable = filterable;
    this.spellings = List.copyOf(spellings);
    this.fields = List.copyOf(fields);
    this.reading = reading;
    this.keys = keys(name, spellings);
  }

  private Column(
      String name,
      ColumnType type,
      BiFunction<Row, String, Optional<V>> reading,
      Column<?, ?>... fields) {
    this(
        Objects.requireNonNull(name, "name"),
        type,
        Optional.empty(),
        false,
        List.of(),
        List.of(fields),
        reading);
  }

  // What was seen comes first: a key that is found ends the search.
  private static String[] keys(String name, List<String> spellings) {
    Set<String> keys = new LinkedHashSet<>(spellings);
    keys.add(name);
    char first = name.charAt(0);
    char other =
        Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
    keys.add(other + name.substring(1));
    return keys.toArray(String[]::new);
  }

  /** A column of texts. */
  public static <R extends Row> Column<R, String> text(String name) {
    return new Column<>(name, ColumnType.STRING, Row::text);
  }

  /**
   * A column of enum values: of an OData literal such as {@code microsoft.graph.bodyType'html'} the
   * part within the quotes, any other text as it is.
   */
  public static <R extends Row> Column<R, String> enumText(String name) {
    return new Column<>(name, ColumnType.STRING, Literals::text);
  }

  /** A column of times; one without a zone is UTC, {@code 0001-01-01} is none. */
  public static <R extends Row> Column<R, Instant> time(String name) {
    return new Column<>(name, ColumnType.DATETIME, Row::time);
  }

  /**
   * A column of times beside which a field names the zone. A time without a zone of its own is read
   * in that one.
   *
   * @param zone the field with the zone, such as {@code TimeZone}
   */
  public static <R extends Row> Column<R, Instant> time(String name, Column<R, String> zone) {
    return new Column<>(name, ColumnType.DATETIME, new ZonedReading(zone));
  }

  /** A column of whole numbers. */
  public static <R extends Row> Column<R, Long> number(String name) {
    return new Column<>(name, ColumnType.INT64, Column::whole);
  }

  /** A column of numbers that may have a fraction. */
  public static <R extends Row> Column<R, Double> real(String name) {
    return new Column<>(name, ColumnType.DOUBLE, Column::real);
  }

  /** A column of true and false. */
  public static <R extends Row> Column<R, Boolean> flag(String name) {
    return new Column<>(name, ColumnType.BOOLEAN, Row::flag);
  }

  /** A column of arrays of texts. */
  public static <R extends Row> Column<R, List<String>> texts(String name) {
    return new Column<>(name, ColumnType.ARRAY, (row, key) -> some(row.texts(key)));
  }

  /** A column of arrays of enum values, each as in {@link #enumText}. */
  public static <R extends Row> Column<R, List<String>> enumTexts(String name) {
    return new Column<>(name, ColumnType.ARRAY, (row, key) -> some(Literals.texts(row, key)));
  }

  /** A column of objects. */
  @SafeVarargs
  public static <R extends Row, V extends Row> Column<R, V> object(
      String name, Function<Row, V> read, Column<V, ?>... fields) {
    return new Column<>(name, ColumnType.OBJECT, (row, key) -> row.object(key).map(read), fields);
  }

  /** A column of arrays of objects. */
  @SafeVarargs
  public static <R extends Row, V extends Row> Column<R, List<V>> objects(
      String name, Function<Row, V> read, Column<V, ?>... fields) {
    return new Column<>(
        name,
        ColumnType.ARRAY,
        (row, key) -> some(row.objects(key).stream().map(read).toList()),
        fields);
  }

  /** A column whose shape nobody documents, or that comes in several. */
  public static <R extends Row> Column<R, Value> value(String name) {
    return new Column<>(name, ColumnType.OBJECT, Row::value);
  }

  private static Optional<Long> whole(Row row, String key) {
    return row.number(key).stream().boxed().findFirst();
  }

  private static Optional<Double> real(Row row, String key) {
    return row.real(key).stream().boxed().findFirst();
  }

  private static <E> Optional<List<E>> some(List<E> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  /** The same column, with the type that its page gives, which rows may contradict. */
  public Column<R, V> documentedAs(ColumnType type) {
    return new Column<>(name, type, nullable, filterable, spellings, fields, reading);
  }

  /** The same column, with values that may be missing. */
  public Column<R, V> maybeNull() {
    return new Column<>(name, type, Optional.of(true), filterable, spellings, fields, reading);
  }

  /** The same column, said to have a value in every row. */
  public Column<R, V> neverNull() {
    return new Column<>(name, type, Optional.of(false), filterable, spellings, fields, reading);
  }

  /** The same column, marked as a filter. */
  public Column<R, V> asFilter() {
    return new Column<>(name, type, nullable, true, spellings, fields, reading);
  }

  /** The same column, whose values also come under other names. */
  public Column<R, V> alsoSpelled(String... others) {
    List<String> all = new ArrayList<>(spellings);
    all.addAll(Arrays.asList(others));
    return new Column<>(name, type, nullable, filterable, all, fields, reading);
  }

  /** The name, exactly as the dataset's page spells it. */
  public String name() {
    return name;
  }

  /** The type that the dataset's page gives. */
  public ColumnType type() {
    return type;
  }

  /**
   * Whether a value may be missing; empty where neither page nor samples tell. Reading takes every
   * column for one that may be.
   */
  public Optional<Boolean> nullable() {
    return nullable;
  }

  /** Whether the dataset's page marks the column as a filter. */
  public boolean isFilterable() {
    return filterable;
  }

  /** Other spellings of the name seen in published rows; empty for most columns. */
  public List<String> spellings() {
    return spellings;
  }

  /** The fields of an object, or of the elements of an array, where a page gives them. */
  public List<Column<?, ?>> fields() {
    return fields;
  }

  /**
   * The value of this column in a row; empty where it is absent, JSON {@code null}, an empty object
   * or an empty array.
   *
   * @throws IllegalStateException if the row has another type there, or if the column was not
   *     selected; the message names the column
   */
  public Optional<V> in(R row) {
    if (row instanceof TypedRow typed) {
      typed.requireSelected(name);
    }
    return read(row);
  }

  /**
   * A value of this column, to make a row of: {@code MESSAGE_V1.row(MessageV1.SUBJECT.is("Tea"))}.
   * The row reads it back as it is given.
   *
   * @throws IllegalArgumentException if no row can: an object without fields, a time on the first
   *     day of the calendar, an enum value that is itself written as an OData literal
   */
  public Cell<R> is(V value) {
    return Cell.of(this, value);
  }

  Optional<V> read(Row row) {
    for (String key : keys) {
      Optional<V> found = reading.apply(row, key);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether rows may have this column under that key. */
  boolean isKey(String key) {
    return Arrays.asList(keys).contains(key);
  }

  @Override
  public String toString() {
    return name + ":" + type;
  }

  /** Reads a time in the zone that stands beside it. */
  private record ZonedReading(Column<?, String> zone)
      implements BiFunction<Row, String, Optional<Instant>> {

    @Override
    public Optional<Instant> apply(Row row, String key) {
      Optional<Instant> utc = row.time(key);
      @Nullable String name = utc.isPresent() ? zone.read(row).orElse(null) : null;
      return name == null ? utc : utc.map(time -> Zones.in(row, key, time, name));
    }
  }
}
