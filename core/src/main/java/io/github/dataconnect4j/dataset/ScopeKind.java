package io.github.dataconnect4j.dataset;

/**
 * Over what a dataset is extracted: people, groups, or the whole tenant.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum ScopeKind {
  /** One row belongs to one user; groups of a scope are expanded to their members. */
  USER,
  /** One row belongs to one group; groups of a scope stand for themselves. */
  GROUP,
  /** The dataset takes no scope. */
  TENANT,
  /** Microsoft's pages do not say. */
  UNKNOWN
}
