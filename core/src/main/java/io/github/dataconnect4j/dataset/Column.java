package io.github.dataconnect4j.dataset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a dataset, or a field nested in one.
 *
 * <p>Names are spelled as the wire wants them, in {@code outputColumns} and in a registration
 * alike.
 *
 * <p>Immutable.
 *
 * @param <R> the rows that have this column
 * @param <V> what a value of this column reads as
 * @since 0.1.0
 */
@SuppressWarnings("UnusedTypeParameter") // V is for the typed accessors of generated rows
public final class Column<R extends Row, V> {

  private final String name;
  private final ColumnType type;
  private final Optional<Boolean> nullable;
  private final boolean filterable;
  private final List<String> spellings;
  private final List<Column<R, ?>> fields;

  Column(
      String name,
      ColumnType type,
      Optional<Boolean> nullable,
      boolean filterable,
      List<String> spellings,
      List<Column<R, ?>> fields) {
    this.name = Objects.requireNonNull(name, "name");
    this.type = Objects.requireNonNull(type, "type");
    this.nullable = nullable;
    this.filterable = filterable;
    this.spellings = List.copyOf(spellings);
    this.fields = List.copyOf(fields);
  }

  /** The name, exactly as the dataset's page spells it. */
  public String name() {
    return name;
  }

  public ColumnType type() {
    return type;
  }

  /** Whether a value may be missing; empty where neither page nor samples tell. */
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
  public List<Column<R, ?>> fields() {
    return fields;
  }

  @Override
  public String toString() {
    return name + ":" + type;
  }
}
