package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.consent.ConsentRequest;
import io.github.dataconnect4j.consent.ConsentState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * What can be said of a consent, as its last look found it.
 *
 * <p>Confined to one thread.
 *
 * @since 0.1.0
 */
public final class ConsentRequestAssert
    extends AbstractAssert<ConsentRequestAssert, ConsentRequest> {

  ConsentRequestAssert(ConsentRequest actual) {
    super(actual, ConsentRequestAssert.class);
  }

  /** That the registration is approved as it stands. */
  public ConsentRequestAssert isApproved() {
    return isIn(ConsentState.APPROVED);
  }

  /** That it was declined, or the approval taken back. */
  public ConsentRequestAssert isDeclined() {
    return isIn(ConsentState.DENIED);
  }

  /** That nobody has acted yet. */
  public ConsentRequestAssert isPending() {
    return isIn(ConsentState.PENDING_AUTHORIZATION);
  }

  /** That it was approved, and the approval has lapsed. */
  public ConsentRequestAssert isExpired() {
    return isIn(ConsentState.EXPIRED);
  }

  /** That the registration has changed since somebody decided about it. */
  public ConsentRequestAssert awaitsDecisionOnAnUpdate() {
    return isIn(ConsentState.UPDATE_AVAILABLE);
  }

  /** That it stands where it should. */
  public ConsentRequestAssert isIn(ConsentState state) {
    isNotNull();
    if (actual.state() != state) {
      throw failureWithActualExpected(
          actual.state(),
          state,
          "The consent was to be %s, and is %s%s. refresh() looks again.",
          state,
          actual.state(),
          actual.authorization().flatMap(ConsentRequestAssert::decided).orElse(""));
    }
    return this;
  }

  private static Optional<String> decided(Authorization last) {
    return last.decidedAt()
        .map(at -> " (" + last.decision() + " at " + at + " by " + last.approver().orElse("?"))
        .map(text -> text + ", version " + last.version() + ")");
  }

  /** That the approval lapses so long after it was given: 180 days on Azure. */
  public ConsentRequestAssert expiresIn(Duration validity) {
    isNotNull();
    Instant decided =
        actual
            .authorization()
            .flatMap(Authorization::decidedAt)
            .orElseThrow(() -> failure("The consent expires never: nobody has decided about it."));
    return expiresAt(decided.plus(validity));
  }

  /** That the approval lapses at an instant. */
  public ConsentRequestAssert expiresAt(Instant expiry) {
    isNotNull();
    if (!actual.validUntil().equals(Optional.of(expiry))) {
      throw failureWithActualExpected(
          actual.validUntil(),
          expiry,
          "The consent was to expire at %s, and expires %s",
          expiry,
          actual.validUntil().map(at -> "at " + at).orElse("never: it is " + actual.state()));
    }
    return this;
  }
}
