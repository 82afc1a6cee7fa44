package io.github.dataconnect4j.consent;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Instant;
import java.util.Optional;

/**
 * An administrator's decision about a registered app.
 *
 * <p>Decisions are made in the Microsoft 365 admin center, which has no public API; this handle
 * learns them from the tenant's audit log. It remembers what the last look found: {@link
 * #refresh()} and {@link #await} look again.
 *
 * <p>For calling, not for implementing: methods may be added. Thread-safe.
 *
 * @since 0.1.0
 */
public interface ConsentRequest {

  /** The state that the last look found. */
  ConsentState state();

  /** What stands decided, as the last look found it; empty while nobody has acted. */
  Optional<Authorization> authorization();

  /** Whether the registration is approved as it stands, and the approval has not expired. */
  boolean isApproved();

  /** When the approval lapses; empty unless there is one. */
  default Optional<Instant> validUntil() {
    return authorization().flatMap(Authorization::expiresAt);
  }

  /** What to give to the administrator. Calls nothing. */
  HandOver handOver();

  /** Looks once more. */
  ConsentRequest refresh();

  /**
   * Waits until the registration is approved as it stands.
   *
   * @throws ConsentException if it is declined, or has been approved and has lapsed: then it must
   *     be approved anew, see {@link #handOver()}
   * @throws WaitEndedException if nobody has decided in time; the request stands
   */
  ConsentRequest await(WaitPolicy policy);
}
