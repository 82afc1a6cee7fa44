package io.github.dataconnect4j.shared;

/**
 * What happens to a registered app, and may change where its consent stands; {@link ConsentLife}
 * says how.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum ConsentEvent {
  /** A developer registers the app. */
  REGISTERED,
  /** A Global Administrator approves it, or renews the approval. */
  APPROVED,
  /** A Global Administrator declines it, or takes the approval back. */
  DECLINED,
  /**
   * The developer changes the destination, the datasets, their columns or scopes. A change of
   * anything else is no event.
   */
  EDITED,
  /** The 180 days of an approval have passed. */
  LAPSED,
  /** The registration is deleted. */
  DELETED
}
