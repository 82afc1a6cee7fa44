package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.authorization.AuthorizationRules;
import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.authorization.Violation;
import io.github.dataconnect4j.consent.ConsentRequest;
import io.github.dataconnect4j.consent.ConsentState;
import io.github.dataconnect4j.consent.HandOver;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.shared.ConsentEvent;
import io.github.dataconnect4j.shared.ConsentLife;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A consent as the tenant's audit log tells it, set against the registration as it stands. */
final class LoggedConsent implements ConsentRequest {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedConsent.class);

  private static final int APPROVAL_RULE = 2;

  private final CloudAccount account;
  private final Entry entry;
  private volatile Optional<Authorization> authorization = Optional.empty();
  private volatile ConsentState state = ConsentState.PENDING_AUTHORIZATION;

  LoggedConsent(CloudAccount account, Entry entry) {
    this.account = account;
    this.entry = entry;
  }

  @Override
  public ConsentState state() {
    return state;
  }

  @Override
  public Optional<Authorization> authorization() {
    return authorization;
  }

  @Override
  public boolean isApproved() {
    return state == ConsentState.APPROVED;
  }

  @Override
  public HandOver handOver() {
    return HandOvers.approval(entry);
  }

  @Override
  public ConsentRequest refresh() {
    Optional<Authorization> found =
        account.consentLog().lastDecision(entry.applicationId()).or(this::forgotten);
    ConsentState next = found.map(this::stateOf).orElse(ConsentState.PENDING_AUTHORIZATION);
    if (next != state) {
      LOG.info("consent applicationId={} state={}", entry.applicationId(), next);
    }
    authorization = found;
    state = next;
    return this;
  }

  // The log forgets an approval when it lapses. What this handle knew of it stays true.
  private Optional<Authorization> forgotten() {
    return authorization.filter(known -> known.isExpiredAt(account.cloud().time().now()));
  }

  @Override
  public ConsentRequest await(WaitPolicy policy) {
    Waiting waiting = new Waiting(account.cloud().time(), account.cloud().chance());
    return waiting.until(
        policy,
        () -> {
          refresh();
          if (state == ConsentState.DENIED) {
            throw declined();
          }
          if (state == ConsentState.EXPIRED) {
            throw expired();
          }
          return isApproved() ? Optional.of(this) : Optional.empty();
        },
        limit ->
            Problem.of(
                    "get the approval of app " + entry.applicationId(),
                    "it is in state '"
                        + state.label()
                        + "'"
                        + undecided()
                        + ", and the wait is over.",
                    "The request stands: remind the administrator ("
                        + handOver().link()
                        + "), then call app.consent().await(…) again.")
                .withCode("CONSENT_PENDING")
                .andId("applicationId", entry.applicationId()));
  }

  /**
   * What a run is judged by: the last decision, or the fact that there is none.
   *
   * @return never empty, so that a verdict can tell "not decided" from "not registered"
   */
  Authorization decided() {
    return authorization.orElseGet(
        () ->
            new Authorization(
                entry.applicationId(),
                entry.tenantId(),
                "",
                Decision.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                entry.destination(),
                entry.tenantId(),
                entry.datasets()));
  }

  /** Lives through what the log and the clock tell, by the one table of states. */
  private ConsentState stateOf(Authorization found) {
    Instant now = account.cloud().time().now();
    ConsentState after = ConsentState.PENDING_AUTHORIZATION;
    switch (found.decision()) {
      case PENDING -> {
        return after;
      }
      case APPROVED -> after = ConsentLife.after(after, ConsentEvent.APPROVED);
      case DENIED -> after = ConsentLife.after(after, ConsentEvent.DECLINED);
    }
    if (found.isExpiredAt(now)) {
      after = ConsentLife.after(after, ConsentEvent.LAPSED);
    }
    return isAboutWhatStands(found) ? after : ConsentLife.after(after, ConsentEvent.EDITED);
  }

  /**
   * Whether a decision answers what is asked for now. An approval of more does; a decline speaks of
   * the same to the letter, or of nothing that could be read.
   */
  private boolean isAboutWhatStands(Authorization found) {
    if (found.decision() == Decision.APPROVED) {
      return entry.datasets().stream().allMatch(one -> beyond(found, one).isEmpty());
    }
    boolean delivered =
        entry.datasets().stream()
            .flatMap(one -> beyond(found, one).stream())
            .noneMatch(RuleCode.DESTINATION_MISMATCH::equals);
    return delivered
        && (found.datasets().isEmpty()
            || content(found.datasets()).equals(content(entry.datasets())));
  }

  private static Set<List<Object>> content(List<AuthorizedDataset> datasets) {
    return datasets.stream()
        .map(
            one ->
                List.<Object>of(
                    one.selection().dataset(), Set.copyOf(one.selection().columns()), one.scope()))
        .collect(Collectors.toSet());
  }

  /** What the registration asks beyond a decision; whether that is an approval does not matter. */
  private List<RuleCode> beyond(Authorization found, AuthorizedDataset registered) {
    AccessRequest everything =
        new AccessRequest(
            entry.applicationId(),
            entry.tenantId(),
            registered.selection().dataset().name(),
            registered.selection().columns(),
            entry.destination(),
            entry.tenantId(),
            registered.scope());
    Instant now = account.cloud().time().now();
    return AuthorizationRules.judge(everything, Optional.of(found), now).violations().stream()
        .map(Violation::code)
        .filter(code -> code.rule() != APPROVAL_RULE)
        .toList();
  }

  private String undecided() {
    return authorization.isEmpty()
        ? " (no decision in the last 180 days: nobody was asked, or it has lapsed)"
        : "";
  }

  private ConsentException expired() {
    Violation violation =
        new Violation(
            RuleCode.APP_EXPIRED,
            "app " + entry.applicationId(),
            "until "
                + authorization
                    .flatMap(Authorization::expiresAt)
                    .map(Instant::toString)
                    .orElse("?"));
    return refused(violation, "it was approved " + violation.approved() + " and has lapsed.");
  }

  private ConsentException declined() {
    Violation violation =
        new Violation(
            RuleCode.APP_DENIED,
            "app " + entry.applicationId(),
            "declined"
                + authorization.flatMap(Authorization::approver).map(by -> " by " + by).orElse(""));
    return refused(violation, "it was " + violation.approved() + ".");
  }

  private ConsentException refused(Violation violation, String reason) {
    return new ConsentException(
        Problem.of("get the approval of app " + entry.applicationId(), reason, violation.cure())
            .withCode(violation.code().name())
            .andId("applicationId", entry.applicationId()),
        new Verdict(List.of(violation)),
        null);
  }
}
