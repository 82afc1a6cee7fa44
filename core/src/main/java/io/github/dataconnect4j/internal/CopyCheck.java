package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.AuthorizationRules;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a copy asks for no more than was registered, and a run for no more than was approved. */
final class CopyCheck {

  private static final Logger LOG = LoggerFactory.getLogger(CopyCheck.class);

  private final CloudAccount account;
  private final Registration registration;
  private final Entry entry;

  CopyCheck(CloudAccount account, Registration registration, Entry entry) {
    this.account = account;
    this.registration = registration;
    this.entry = entry;
  }

  /**
   * The registered dataset that a copy reads. Calls nothing.
   *
   * @throws IllegalArgumentException if the copy is wrong in itself, or asks for what is not
   *     registered; every fault is named
   */
  AuthorizedDataset requireRegistered(Copy<?> copy) {
    List<String> faults = new ArrayList<>(copy.faults());
    Optional<AuthorizedDataset> registered = registration.find(copy.dataset());
    registered.ifPresentOrElse(
        one -> {
          columnFault(copy, one).ifPresent(faults::add);
          scopeFault(copy, one).ifPresent(faults::add);
        },
        () -> faults.add(datasetFault(copy)));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
    return registered.orElseThrow();
  }

  private String datasetFault(Copy<?> copy) {
    return copy.dataset().name()
        + " is not registered. Add it to the registration, or copy one of "
        + registration.datasets().stream().map(one -> one.selection().dataset().name()).toList()
        + ".";
  }

  private static Optional<String> columnFault(Copy<?> copy, AuthorizedDataset registered) {
    Set<String> beyond = new LinkedHashSet<>();
    copy.selection().map(Selection::columns).ifPresent(beyond::addAll);
    beyond.removeAll(Set.copyOf(registered.selection().columns()));
    return beyond.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Columns "
                + beyond
                + " of "
                + copy.dataset().name()
                + " are not registered. Leave them out, or register them and have them approved.");
  }

  private static Optional<String> scopeFault(Copy<?> copy, AuthorizedDataset registered) {
    return copy.scope()
        .filter(scope -> !scope.isWithin(registered.scope()))
        .map(
            scope ->
                "Scope '"
                    + scope
                    + "' of "
                    + copy.dataset().name()
                    + " is not within the registered one, '"
                    + registered.scope()
                    + "'. Leave out withScope(…) or narrow it, or register the scope and have it"
                    + " approved.");
  }

  /** Refuses a run that must fail, before anything is made or charged for it. */
  void requireApproved(PipelineSpec spec) {
    LoggedConsent consent = new LoggedConsent(account, entry);
    try {
      consent.refresh();
    } catch (NotPermittedException e) {
      // The service judges the run anyway; this check only saves the cost of one that must fail.
      LOG.warn("consent not checked before the run: {}", e.getMessage());
      return;
    }
    AccessRequest request =
        new AccessRequest(
            spec.connections().applicationId(),
            spec.connections().tenantId(),
            spec.dataset(),
            spec.columns(),
            destination(spec),
            entry.tenantId(),
            spec.scope());
    Verdict verdict =
        AuthorizationRules.judge(
            request, Optional.of(consent.decided()), account.cloud().time().now());
    if (!verdict.isAllowed()) {
      throw new ConsentException(
          RunFailures.consentProblem("start a copy of " + spec.dataset(), verdict)
              .andId("applicationId", entry.applicationId()),
          verdict,
          null);
    }
  }

  private static URI destination(PipelineSpec spec) {
    String account = spec.connections().storageEndpoint().toString();
    return URI.create(
        account + (account.endsWith("/") ? "" : "/") + spec.container() + "/" + spec.folder());
  }
}
