package io.github.dataconnect4j.emulator.portal;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.consent.ConsentState;
import io.github.dataconnect4j.emulator.truth.ConsentBehavior;
import io.github.dataconnect4j.shared.ConsentEvent;
import io.github.dataconnect4j.shared.ConsentLife;
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
 * @param state where consent stood after what was last entered or decided; {@link #stateAt} knows
 *     what time has done since
 * @param voided whether an edit has voided the last decision, as it does by order only
 */
public record AppRegistration(
    Entry entry,
    int version,
    Instant registeredAt,
    Instant modifiedAt,
    Optional<Authorization> decided,
    ConsentState state,
    boolean voided) {

  /** An app that was not registered before, or not any more. */
  static AppRegistration first(Entry entry, int version, Instant now) {
    return new AppRegistration(
        entry,
        version,
        now,
        now,
        Optional.empty(),
        ConsentLife.after(ConsentState.DELETED, ConsentEvent.REGISTERED),
        false);
  }

  /** Where consent stands. */
  public ConsentState stateAt(Instant now) {
    if (decided.isEmpty() || !decided.get().isExpiredAt(now)) {
      return state;
    }
    if (state == ConsentState.UPDATE_AVAILABLE) {
      ConsentBehavior.UPDATE_OUTRANKS_EXPIRED.observe();
    }
    return ConsentLife.after(state, ConsentEvent.LAPSED);
  }

  /** What a run is judged by: the last decision, unless an edit has voided it. */
  public Authorization inForce() {
    if (state == ConsentState.UPDATE_AVAILABLE && !voided) {
      ConsentBehavior.UPDATE_KEEPS_APPROVAL.observe();
    }
    return decided
        .filter(last -> !voided)
        .orElseGet(() -> authorization(Decision.PENDING, Optional.empty(), Optional.empty()));
  }

  /** Whether somebody has decided about what is asked now. */
  boolean isDecided() {
    return decided.filter(last -> last.version().equals(versionText())).isPresent();
  }

  public String versionText() {
    return Integer.toString(version);
  }

  AppRegistration decidedAs(Decision decision, String approver, Instant now) {
    ConsentEvent event =
        decision == Decision.APPROVED ? ConsentEvent.APPROVED : ConsentEvent.DECLINED;
    return new AppRegistration(
        entry,
        version,
        registeredAt,
        modifiedAt,
        Optional.of(authorization(decision, Optional.of(approver), Optional.of(now))),
        ConsentLife.after(stateAt(now), event),
        false);
  }

  /**
   * @param voids whether a change of what is asked voids what was decided
   */
  AppRegistration enteredAgain(Entry changed, Instant now, boolean voids) {
    ConsentBehavior.WHAT_MAKES_A_VERSION.observe();
    if (asksTheSame(changed)) {
      return new AppRegistration(changed, version, registeredAt, now, decided, state, voided);
    }
    return new AppRegistration(
        changed,
        version + 1,
        registeredAt,
        now,
        decided,
        ConsentLife.after(stateAt(now), ConsentEvent.EDITED),
        voids && decided.isPresent());
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
