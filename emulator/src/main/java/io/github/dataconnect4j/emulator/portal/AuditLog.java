package io.github.dataconnect4j.emulator.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.ConsentBehavior;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The tenant's audit log, as far as Data Connect writes it: decisions about apps, and runs that
 * read data.
 *
 * <p>Field names: the {@code MicrosoftGraphDataConnectConsent} and {@code MGDCDataset} types of the
 * Office 365 Management Activity API schema. That page does not tell the values of {@code State},
 * how lists stand in its texts, nor the fields of a run's record; those are the emulator's choice.
 *
 * <p>A record is kept for 182 days, and of either type the latest {@value #MOST}, so that many runs
 * do not push out the decision that they rest on.
 *
 * <p>Thread-safe.
 */
public final class AuditLog {

  /** The type of records of decisions. */
  public static final String CONSENT = "MicrosoftGraphDataConnectConsent";

  /** The type of records of runs. */
  public static final String OPERATION = "MicrosoftGraphDataConnectOperation";

  /** How many records of a type are kept at most: an emulator may run for weeks. */
  static final int MOST = 10_000;

  /**
   * How long a record is kept. Audit (Standard) of Microsoft Purview keeps records for 180 days;
   * the two more are for clearing them away.
   */
  static final Duration KEPT = Duration.ofDays(182);

  private final TimeSource time;
  private final List<AuditRecord> records = new ArrayList<>();
  private int written;

  public AuditLog(TimeSource time) {
    this.time = time;
  }

  /** All records that are kept, oldest first. */
  public synchronized List<AuditRecord> records() {
    forgetOld();
    return List.copyOf(records);
  }

  void recordDecision(Authorization decision, Person approver, String reason) {
    ConsentBehavior.AUDIT_STATE.observe();
    boolean approved = decision.decision() == Decision.APPROVED;
    String decidedAt = decision.decidedAt().orElseThrow().toString();
    ObjectNode data =
        Json.object()
            .put("ApplicationId", decision.applicationId())
            .put("ApplicationVersion", decision.version())
            .put("AppRegistrationTenantId", decision.registrationTenantId())
            .put("Approver", approver.principalName())
            .put("ApprovalUpdatedDateInUTC", decidedAt)
            // The field is mandatory: what was declined is over at once.
            .put(
                "ApprovalExpiryDateInUTC",
                decision.expiresAt().map(Object::toString).orElse(decidedAt))
            .put("ApprovalValidDays", approved ? Authorization.VALIDITY.toDays() : 0)
            .put("DestinationSinks", decision.destination().toString())
            .put("DestinationTenantId", decision.destinationTenantId())
            .put("State", approved ? "Approved" : "Denied");
    if (!approved) {
      ConsentBehavior.AUDIT_OF_DECLINE.observe();
    }
    if (!reason.isEmpty()) {
      data.put("Reason", reason);
    }
    for (AuthorizedDataset dataset : decision.datasets()) {
      data.withArray("Datasets")
          .add(
              dataset(
                  dataset.selection().dataset().name(),
                  dataset.selection().columns(),
                  dataset.scope()));
    }
    add(
        CONSENT,
        "ConsentModificationRequest",
        decision.applicationId(),
        approver.id(),
        approver.principalName(),
        data);
  }

  void recordExtraction(AccessRequest request, String runId) {
    ConsentBehavior.AUDIT_OF_RUN.observe();
    ObjectNode data =
        Json.object()
            .put("ApplicationId", request.applicationId())
            .put("AppRegistrationTenantId", request.applicationTenantId())
            .put("DestinationSinks", request.destination().toString())
            .put("DestinationTenantId", request.destinationTenantId())
            .put("RunId", runId);
    data.withArray("Datasets").add(dataset(request.dataset(), request.columns(), request.scope()));
    add(
        OPERATION,
        "DataAccessRequestOperation",
        request.applicationId(),
        request.applicationId(),
        request.applicationId(),
        data);
  }

  private static ObjectNode dataset(String name, List<String> columns, Scope scope) {
    ConsentBehavior.AUDIT_LISTS.observe();
    ObjectNode dataset =
        Json.object().put("DatasetName", name).put("DatasetColumns", String.join(",", columns));
    if (scope instanceof Scope.Groups groups) {
      dataset
          .put("Scope", "List")
          .put("ScopeList", String.join(",", groups.ids().stream().sorted().toList()));
    } else if (scope instanceof Scope.Filter filter) {
      dataset.put("Scope", "FilterUri").put("ScopeFiltersUris", filter.uri());
    } else {
      dataset.put("Scope", "All");
    }
    return dataset.put("PrivacyPolicyType", "None");
  }

  private synchronized void add(
      String recordType,
      String operation,
      String objectId,
      String userId,
      String userName,
      ObjectNode data) {
    ConsentBehavior.AUDIT_AT_ONCE.observe();
    String number = "audit record " + written++;
    forgetOld();
    forgetOldest(recordType);
    records.add(
        new AuditRecord(
            UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)).toString(),
            time.now(),
            recordType,
            operation,
            objectId,
            userId,
            userName,
            data));
  }

  private void forgetOld() {
    Instant oldest = time.now().minus(KEPT);
    if (records.removeIf(record -> record.createdAt().isBefore(oldest))) {
      ConsentBehavior.AUDIT_FORGETS.observe();
    }
  }

  private void forgetOldest(String recordType) {
    List<AuditRecord> alike =
        records.stream().filter(one -> one.recordType().equals(recordType)).toList();
    if (alike.size() == MOST) {
      ConsentBehavior.AUDIT_KEEPS.observe();
      records.remove(alike.get(0));
    }
  }
}
