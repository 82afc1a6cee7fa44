package io.github.dataconnect4j.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * One object that a run wrote, read by column name.
 *
 * <p>A column that is absent, JSON {@code null} or an empty object reads as empty. A value of
 * another type than the one asked for is refused with {@link IllegalStateException}, which names
 * the column. Names are matched exactly, as they stand in the file.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public interface Row {

  /**
   * An object made of values, such as one that a column of a row has: {@code
   * Row.of(MessageV1.Recipient::new, …)}. A whole row is made by {@link Dataset#row}.
   *
   * @param type makes a row of ours of an untyped one; usually a constructor of a {@link TypedRow}
   * @throws IllegalArgumentException if a column is given twice
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // handed on, and only read
  static <R extends Row> R of(Function<Row, R> type, Cell<R>... cells) {
    return type.apply(Cell.row(List.of(cells)));
  }

  /** The columns present in this row, in the order of the file, nulls included. */
  Set<String> columns();

  /** A text; OData enum literals such as {@code microsoft.graph.bodyType'html'} are kept whole. */
  Optional<String> text(String column);

  /** A point in time. Times without a zone are UTC; {@code 0001-01-01} reads as empty. */
  Optional<Instant> time(String column);

  /** A whole number. */
  OptionalLong number(String column);

  /** A number that may have a fraction; beyond the range of a double it is infinite. */
  default OptionalDouble real(String column) {
    Optional<Value> found = value(column);
    if (found.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        found
            .flatMap(Value::number)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Column '" + column + "' is not a number, and was read as one."))
            .doubleValue());
  }

  /** Whatever there is. */
  default Optional<Value> value(String column) {
    return Value.of(values().get(column));
  }

  /** True, false, or nothing. */
  Optional<Boolean> flag(String column);

  /** The fields of an object column, read in the same way. */
  Optional<Row> object(String column);

  /** The objects of an array column; empty where the column is absent. */
  List<Row> objects(String column);

  /** The texts of an array column; empty where the column is absent. */
  List<String> texts(String column);

  /**
   * The whole row as plain values: {@link String}, {@link Boolean}, {@link Long}, {@link
   * java.math.BigDecimal}, {@link List}, {@link Map} and {@code null} values within them.
   */
  Map<String, Object> values();
}
