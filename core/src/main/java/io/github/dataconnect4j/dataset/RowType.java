package io.github.dataconnect4j.dataset;

import java.util.List;

/**
 * The columns of a dataset, and how its rows read.
 *
 * <p>Implementations are thread-safe.
 *
 * @param <R> what a row reads as
 * @since 0.1.0
 */
public interface RowType<R extends Row> {

  /** The top-level columns, each name once. Asked for once, when they are first needed. */
  List<Column<R, ?>> columns();

  /** A typed row over an untyped one. */
  R read(Row row);
}
