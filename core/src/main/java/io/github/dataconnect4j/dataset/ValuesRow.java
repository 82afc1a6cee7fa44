package io.github.dataconnect4j.dataset;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row over plain values: what a reader of files makes, and what a dataset makes of cells.
 *
 * <p>Immutable, if its maker lets go of the map.
 *
 * @since 0.1.0
 */
public final class ValuesRow implements Row {

  private final String path;
  private final Map<String, @Nullable Object> values;

  /**
   * @param path the columns that lead here, each with a closing dot; empty for a whole row
   * @param values the values, which this row takes over
   */
  private ValuesRow(String path, Map<String, @Nullable Object> values) {
    this.path = path;
    this.values = values;
  }

  /**
   * A row of values as {@link Row#values()} has them.
   *
   * @param values the values, which the row takes over: nobody may change them any more
   */
  public static ValuesRow over(Map<String, @Nullable Object> values) {
    return new ValuesRow("", values);
  }

  @Override
  public Set<String> columns() {
    return Collections.unmodifiableSet(values.keySet());
  }

  @Override
  public Optional<String> text(String column) {
    return find(column).map(value -> as(String.class, column, value, "a text"));
  }

  @Override
  public Optional<Instant> time(String column) {
    return find(column).flatMap(value -> time(column, as(String.class, column, value, "a time")));
  }

  private Optional<Instant> time(String column, String text) {
    try {
      return RowTimes.read(text);
    } catch (DateTimeException e) {
      // The cause quotes the value.
      throw refused(column, "a text that is not a time", "a time");
    }
  }

  @Override
  public OptionalLong number(String column) {
    Optional<Object> found = find(column);
    if (found.isEmpty()) {
      return OptionalLong.empty();
    }
    if (found.get() instanceof Long whole) {
      return OptionalLong.of(whole);
    }
    try {
      return OptionalLong.of(
          as(BigDecimal.class, column, found.get(), "a whole number").longValueExact());
    } catch (ArithmeticException e) {
      throw refused(column, "a number with a fraction, or beyond 64 bits", "a whole number");
    }
  }

  @Override
  public OptionalDouble real(String column) {
    Optional<Object> found = find(column);
    return found.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(as(Number.class, column, found.get(), "a number").doubleValue());
  }

  @Override
  public Optional<Value> value(String column) {
    return Value.of(unmodifiable(values.get(column)));
  }

  @Override
  public Optional<Boolean> flag(String column) {
    return find(column).map(value -> as(Boolean.class, column, value, "true or false"));
  }

  @Override
  public Optional<Row> object(String column) {
    return find(column).map(value -> row(column, value));
  }

  @Override
  public List<Row> objects(String column) {
    return elements(column, value -> row(column, value));
  }

  @Override
  public List<String> texts(String column) {
    return elements(column, value -> as(String.class, column, value, "texts"));
  }

  private <T> List<T> elements(String column, Function<Object, T> read) {
    List<?> array =
        find(column)
            .<List<?>>map(value -> as(List.class, column, value, "an array"))
            .orElse(List.of());
    List<T> elements = new ArrayList<>();
    for (Object element : array) {
      if (element != null) {
        elements.add(read.apply(element));
      }
    }
    return Collections.unmodifiableList(elements);
  }

  @SuppressWarnings("unchecked") // the scanner makes no other maps
  private Row row(String column, Object value) {
    return new ValuesRow(
        path + column + ".",
        (Map<String, @Nullable Object>) as(Map.class, column, value, "an object"));
  }

  @Override
  public Map<String, Object> values() {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach((name, value) -> copy.put(name, unmodifiable(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object unmodifiable(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, inner) -> copy.put(name, unmodifiable(inner)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(inner -> copy.add(unmodifiable(inner)));
      return Collections.unmodifiableList(copy);
    }
    return value;
  }

  // An empty object is how some columns say nothing.
  private Optional<Object> find(String column) {
    return Optional.ofNullable(values.get(column))
        .filter(value -> !(value instanceof Map<?, ?> map && map.isEmpty()));
  }

  private <T> T as(Class<T> type, String column, Object value, String asked) {
    if (!type.isInstance(value)) {
      throw refused(column, kind(value), asked);
    }
    return type.cast(value);
  }

  private IllegalStateException refused(String column, String found, String asked) {
    return new IllegalStateException(
        "Column '" + path + column + "' is " + found + ", and was read as " + asked + ".");
  }

  private static String kind(Object value) {
    if (value instanceof String) {
      return "a text";
    }
    if (value instanceof Boolean) {
      return "true or false";
    }
    if (value instanceof List) {
      return "an array";
    }
    return value instanceof Map ? "an object" : "a number";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValuesRow row && row.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The columns only: values are other people's. */
  @Override
  public String toString() {
    return "Row" + values.keySet();
  }
}
