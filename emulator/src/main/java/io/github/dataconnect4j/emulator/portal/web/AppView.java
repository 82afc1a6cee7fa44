package io.github.dataconnect4j.emulator.portal.web;

import io.github.dataconnect4j.consent.ConsentState;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A registration as its pages show it.
 *
 * @param entry what is registered
 * @param name the application's name in the directory
 * @param state where consent stands
 * @param version the registration's version
 * @param developer who registered it
 * @param registeredAt when
 * @param modifiedAt when it was last entered
 * @param datasets what it asks for
 * @param decision the last decision
 */
record AppView(
    Entry entry,
    String name,
    ConsentState state,
    String version,
    String developer,
    Instant registeredAt,
    Instant modifiedAt,
    List<DatasetView> datasets,
    Optional<DecisionView> decision) {

  AppView {
    datasets = List.copyOf(datasets);
  }

  String id() {
    return entry.applicationId();
  }

  /**
   * A decision.
   *
   * @param label Approved or Denied
   * @param approver who decided
   * @param decidedAt when
   * @param version about which version
   * @param validity until when, for an approval
   */
  record DecisionView(
      String label, String approver, String decidedAt, String version, String validity) {}
}
