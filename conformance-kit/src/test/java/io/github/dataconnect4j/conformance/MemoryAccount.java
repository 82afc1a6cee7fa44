package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.cloud.Cloud;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.ConsentLog;
import io.github.dataconnect4j.spi.Directory;
import io.github.dataconnect4j.spi.RegistrationPortal;
import io.github.dataconnect4j.spi.Storage;
import io.github.dataconnect4j.spi.Subscription;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An account on a {@link MemoryCloud}, with a defect or none: each process has its own. */
final class MemoryAccount implements CloudAccount {

  final MemoryCloud far;
  private final Optional<Defect> defect;

  /** The runs started through this account, for a backend that knows no others. */
  final Set<String> started = new HashSet<>();

  MemoryAccount(MemoryCloud far, Optional<Defect> defect) {
    this.far = far;
    this.defect = defect;
  }

  boolean has(Defect one) {
    return defect.equals(Optional.of(one));
  }

  boolean stands(String what) {
    return far.standing.contains(what);
  }

  @Override
  public Cloud cloud() {
    return far.cloud;
  }

  @Override
  public String subscriptionId() {
    return "22222222-2222-4222-8222-222222222222";
  }

  @Override
  public Caller caller() {
    return new Caller(Caller.Kind.SERVICE_PRINCIPAL, MemoryCloud.TENANT, "caller", "caller");
  }

  @Override
  public Subscription subscription() {
    return new MemorySubscription(this);
  }

  @Override
  public Storage storage() {
    return new MemoryStorage(this);
  }

  @Override
  public Directory directory() {
    return new MemoryDirectory(this);
  }

  @Override
  public RegistrationPortal registrationPortal() {
    return new Portal();
  }

  @Override
  public ConsentLog consentLog() {
    return this::lastDecision;
  }

  @Override
  public void close() {}

  private Optional<Authorization> lastDecision(String applicationId) {
    if (!far.logIsOpen && !has(Defect.TAKES_A_CLOSED_LOG_FOR_AN_EMPTY_ONE)) {
      throw new NotPermittedException(
          Problem.of("read the log about " + applicationId, "it is closed.", "Ask for it."), null);
    }
    if (has(Defect.TAKES_A_REGISTRATION_FOR_AN_APPROVAL) && far.decided.isEmpty()) {
      far.decide(applicationId, Decision.APPROVED);
    }
    Optional<Authorization> last = far.logIsOpen ? far.decided(applicationId) : Optional.empty();
    if (has(Defect.TELLS_THE_FIRST_DECISION)) {
      last = last.map(any -> far.decided.get(applicationId)).map(Deque::peekLast);
    }
    if (has(Defect.OVERLOOKS_A_DECLINE)) {
      last = last.filter(one -> one.decision() == Decision.APPROVED);
    }
    return last.map(one -> has(Defect.FORGETS_WHAT_WAS_APPROVED) ? withoutDatasets(one) : one);
  }

  private static Authorization withoutDatasets(Authorization one) {
    return new Authorization(
        one.applicationId(),
        one.registrationTenantId(),
        one.version(),
        one.decision(),
        one.approver(),
        one.decidedAt(),
        one.expiresAt(),
        one.destination(),
        one.destinationTenantId(),
        List.of());
  }

  private final class Portal implements RegistrationPortal {
    @Override
    public Optional<Boolean> isDataConnectOn() {
      return Optional.of(far.on || has(Defect.SAYS_THAT_DATA_CONNECT_IS_ON));
    }

    @Override
    public boolean register(Entry entry) {
      Optional<Entry> found = Optional.ofNullable(far.registered.get(entry.applicationId()));
      boolean stands =
          found
              .filter(has(Defect.NEVER_CHANGES_A_REGISTRATION) ? any -> true : entry::equals)
              .isPresent();
      if (!stands || has(Defect.REGISTERS_AGAIN)) {
        far.writes++;
        far.registered.put(entry.applicationId(), entry);
      }
      return true;
    }
  }
}
