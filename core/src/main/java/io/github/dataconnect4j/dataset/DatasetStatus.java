package io.github.dataconnect4j.dataset;

/** How far along its life a dataset is, as of the catalog's date. */
public enum DatasetStatus {
  CURRENT,
  /** Offered to tenants that opted in. */
  PREVIEW,
  DEPRECATED
}
