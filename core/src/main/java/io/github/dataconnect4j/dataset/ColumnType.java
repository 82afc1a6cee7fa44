package io.github.dataconnect4j.dataset;

/**
 * The type of a column, with Microsoft's many spellings of one type folded into one.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum ColumnType {
  STRING,
  BOOLEAN,
  INT32,
  INT64,
  DOUBLE,
  /** A number whose page does not say which. */
  NUMBER,
  DATETIME,
  OBJECT,
  ARRAY
}
