package io.github.dataconnect4j.dataset;

/**
 * How far along its life a dataset is, as of the catalog's date.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum DatasetStatus {
  CURRENT,
  /** Offered to tenants that opted in. */
  PREVIEW,
  DEPRECATED
}
