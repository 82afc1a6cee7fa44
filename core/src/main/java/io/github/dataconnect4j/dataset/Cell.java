package io.github.dataconnect4j.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column and its value, to make a row of; made by {@link Column#is}.
 *
 * <p>Immutable. Its text form shows the column only: values are other people's.
 *
 * @param <R> the rows that have the column
 * @since 0.1.0
 */
public final class Cell<R extends Row> {

  private final Column<R, ?> column;
  private final Object plain;

  private Cell(Column<R, ?> column, Object plain) {
    this.column = column;
    this.plain = plain;
  }

  // Reading is what counts: a value that would come back as another, or not at all, is refused.
  static <R extends Row, V> Cell<R> of(Column<R, V> column, V value) {
    Object plain = PlainValues.of(value);
    if (plain == null || !reads(column, value, plain)) {
      throw new IllegalArgumentException(
          "Column '"
              + column.name()
              + "' cannot have this value: a row would not read back the same. What reads as"
              + " nothing, such as an empty object or the first day of the calendar, is said by"
              + " leaving the column out.");
    }
    return new Cell<>(column, plain);
  }

  private static <V> boolean reads(Column<?, V> column, V value, Object plain) {
    Map<String, @Nullable Object> alone = new LinkedHashMap<>();
    alone.put(column.name(), plain);
    Optional<V> back = column.read(ValuesRow.over(alone));
    return back.isPresent()
        ? plain.equals(PlainValues.of(back.get()))
        // The accessor of an array that is not there gives an empty one.
        : value instanceof List<?> list && list.isEmpty();
  }

  public Column<R, ?> column() {
    return column;
  }

  /**
   * One row of several cells.
   *
   * @throws IllegalArgumentException if a column is given twice
   */
  static Row row(List<? extends Cell<?>> cells) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Cell<?> cell : cells) {
      if (values.put(cell.column.name(), cell.plain) != null) {
        throw new IllegalArgumentException(
            "Column '" + cell.column.name() + "' is given twice. Leave one out.");
      }
    }
    return ValuesRow.over(values);
  }

  @Override
  public String toString() {
    return "Cell[" + column.name() + "]";
  }
}
