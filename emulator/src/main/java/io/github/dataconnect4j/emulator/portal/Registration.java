package io.github.dataconnect4j.emulator.portal;

import io.github.dataconnect4j.consent.Authorization;
import io.github.dataconnect4j.consent.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.consent.Authorization.Decision;
import io.github.dataconnect4j.consent.ConsentState;
import io.github.dataconnect4j.emulator.truth.ConsentBehavior;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is registered for one app, and what was last decided about it.
 *
 * @param entry what was entered
 * @param version counts the changes that need a decision, from 1
 * @param registeredAt when the app was registered
 * @param modifiedAt when anything was last entered
 * @param decided the last decision, about this version or an earlier one
 */
public record Registration(
    Entry entry,
    int version,
    Instant registeredAt,
    Instant modifiedAt,
    Optional<Authorization> decided) {

  /** Where consent stands. */
  public ConsentState stateAt(Instant now) {
    if (decided.isEmpty()) {
      return ConsentState.PENDING_AUTHORIZATION;
    }
    Authorization last = decided.get();
    if (!last.version().equals(versionText())) {
      if (last.isExpiredAt(now)) {
        ConsentBehavior.UPDATE_OUTRANKS_EXPIRED.observe();
      }
      return ConsentState.UPDATE_AVAILABLE;
    }
    if (last.decision() == Decision.DENIED) {
      return ConsentState.DENIED;
    }
    return last.isExpiredAt(now) ? ConsentState.EXPIRED : ConsentState.APPROVED;
  }

  /** What a run is judged by: the last decision, whatever was entered since. */
  public Authorization inForce() {
    if (decided.isPresent() && !decided.get().version().equals(versionText())) {
      ConsentBehavior.UPDATE_KEEPS_APPROVAL.observe();
    }
    return decided.orElseGet(
        () -> authorization(Decision.PENDING, Optional.empty(), Optional.empty()));
  }

  public String versionText() {
    return Integer.toString(version);
  }

  Registration decidedAs(Decision decision, String approver, Instant now) {
    return new Registration(
        entry,
        version,
        registeredAt,
        modifiedAt,
        Optional.of(authorization(decision, Optional.of(approver), Optional.of(now))));
  }

  Registration enteredAgain(Entry changed, Instant now) {
    ConsentBehavior.WHAT_MAKES_A_VERSION.observe();
    int next = asksTheSame(changed) ? version : version + 1;
    return new Registration(changed, next, registeredAt, now, decided);
  }

  /** Whether what an administrator decides about is the same, in whatever order it is written. */
  private boolean asksTheSame(Entry other) {
    return entry.destination().equals(other.destination())
        && asked(entry.datasets()).equals(asked(other.datasets()));
  }

  private static Set<List<Object>> asked(List<AuthorizedDataset> datasets) {
    return datasets.stream()
        .map(
            one ->
                List.<Object>of(
                    one.selection().dataset(),
                    new HashSet<>(one.selection().columns()),
                    one.scope()))
        .collect(Collectors.toSet());
  }

  private Authorization authorization(
      Decision decision, Optional<String> approver, Optional<Instant> decidedAt) {
    return new Authorization(
        entry.applicationId(),
        entry.tenantId(),
        versionText(),
        decision,
        approver,
        decidedAt,
        decision == Decision.APPROVED
            ? decidedAt.map(at -> at.plus(Authorization.VALIDITY))
            : Optional.empty(),
        entry.destination(),
        // Only accounts of the tenant itself are offered for a single-tenant app.
        entry.tenantId(),
        entry.datasets());
  }
}
