package io.github.dataconnect4j.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What typed rows have in common: a row as it came, and a way to read columns of it.
 *
 * <p>The methods that take a name read the row as it came. So whatever the catalog does not know
 * can be had too, and enum values in the form in which they were written.
 *
 * <p>Immutable, if the row beneath is. Two are equal when they are of one class and the rows
 * beneath are equal.
 *
 * @since 0.1.0
 */
public abstract class TypedRow implements Row {

  private final Row row;
  private final @Nullable Set<String> selected;

  /** A typed view of a row. */
  protected TypedRow(Row row) {
    if (row instanceof SelectedRow some) {
      this.row = some.beneath();
      this.selected = some.selected();
    } else {
      this.row = Objects.requireNonNull(row, "row");
      this.selected = null;
    }
  }

  final Row beneath() {
    return row;
  }

  final void requireSelected(String column) {
    if (selected != null && !selected.contains(column)) {
      throw new IllegalStateException(
          "Column '"
              + column
              + "' was not selected, so these rows do not have it. Add it where the columns are"
              + " selected, or do not read it.");
    }
  }

  /**
   * The value of a column; empty where it is absent, JSON {@code null}, or an empty object.
   *
   * @throws IllegalStateException if the row has another type there, or if the column was not
   *     selected; the message names the column
   */
  protected final <V> Optional<V> read(Column<?, V> column) {
    requireSelected(column.name());
    return column.read(row);
  }

  /** The elements of an array column; none where it is absent. Throws as {@link #read} does. */
  protected final <E> List<E> readList(Column<?, List<E>> column) {
    return read(column).orElse(List.of());
  }

  /** The whole number of a column. Throws as {@link #read} does. */
  protected final OptionalLong readNumber(Column<?, Long> column) {
    Optional<Long> found = read(column);
    return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
  }

  /** The number of a column. Throws as {@link #read} does. */
  protected final OptionalDouble readReal(Column<?, Double> column) {
    Optional<Double> found = read(column);
    return found.isPresent() ? OptionalDouble.of(found.get()) : OptionalDouble.empty();
  }

  @Override
  public final Set<String> columns() {
    return row.columns();
  }

  @Override
  public final Optional<String> text(String column) {
    return row.text(column);
  }

  @Override
  public final Optional<Instant> time(String column) {
    return row.time(column);
  }

  @Override
  public final OptionalLong number(String column) {
    return row.number(column);
  }

  @Override
  public final OptionalDouble real(String column) {
    return row.real(column);
  }

  @Override
  public final Optional<Value> value(String column) {
    return row.value(column);
  }

  @Override
  public final Optional<Boolean> flag(String column) {
    return row.flag(column);
  }

  @Override
  public final Optional<Row> object(String column) {
    return row.object(column);
  }

  @Override
  public final List<Row> objects(String column) {
    return row.objects(column);
  }

  @Override
  public final List<String> texts(String column) {
    return row.texts(column);
  }

  @Override
  public final Map<String, Object> values() {
    return row.values();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof TypedRow typed
        && typed.getClass() == getClass()
        && typed.row.equals(row);
  }

  @Override
  public final int hashCode() {
    return row.hashCode();
  }

  /** The columns only: values are other people's. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + row.columns();
  }
}
