package io.github.dataconnect4j.entra;

import com.microsoft.graph.models.security.AuditLogQuery;
import com.microsoft.graph.models.security.AuditLogQueryStatus;
import com.microsoft.graph.models.security.AuditLogRecord;
import com.microsoft.graph.models.security.AuditLogRecordCollectionResponse;
import com.microsoft.graph.models.security.AuditLogRecordType;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.ConsentLog;
import io.github.dataconnect4j.time.TimeSource;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decisions about apps, searched for in the audit log of Microsoft Purview.
 *
 * <p>Thread-safe.
 */
final class GraphConsentLog implements ConsentLog {

  /** An approval lives 180 days: what is older has lapsed. The rest is for clocks that differ. */
  private static final Duration WINDOW = Authorization.VALIDITY.plusDays(2);

  private static final WaitPolicy PATIENCE = WaitPolicy.brisk().withTotal(Duration.ofMinutes(30));

  private final GraphServiceClient graph;
  private final TimeSource time;
  private final Waiting waiting;

  GraphConsentLog(GraphServiceClient graph, TimeSource time, Waiting waiting) {
    this.graph = graph;
    this.time = time;
    this.waiting = waiting;
  }

  @Override
  public Optional<Authorization> lastDecision(String applicationId) {
    String attempt = "read the audit log about the consent of " + applicationId;
    try {
      String query = graph.security().auditLog().queries().post(query(applicationId)).getId();
      awaitResult(attempt, query);
      ConsentRecords records = new ConsentRecords(Catalog.builtIn());
      return records(query).stream()
          .flatMap(record -> records.read(record).stream())
          .filter(decision -> decision.applicationId().equalsIgnoreCase(applicationId))
          .max(Comparator.comparing(decision -> decision.decidedAt().orElse(Instant.MIN)));
    } catch (RuntimeException e) {
      throw explained(GraphErrors.translate(attempt, e));
    }
  }

  private AuditLogQuery query(String applicationId) {
    Instant now = time.now();
    AuditLogQuery query = new AuditLogQuery();
    query.setDisplayName("Data Connect consent of " + applicationId);
    query.setFilterStartDateTime(OffsetDateTime.ofInstant(now.minus(WINDOW), ZoneOffset.UTC));
    query.setFilterEndDateTime(OffsetDateTime.ofInstant(now.plusSeconds(60), ZoneOffset.UTC));
    query.setRecordTypeFilters(List.of(AuditLogRecordType.MicrosoftGraphDataConnectConsent));
    query.setObjectIdFilters(List.of(applicationId));
    return query;
  }

  private void awaitResult(String attempt, String query) {
    waiting.until(
        PATIENCE,
        () -> succeeded(attempt, query),
        limit ->
            Problem.of(
                attempt,
                "The search had not finished when the wait ended (" + limit + ").",
                "Searches of the audit log may take long: repeat the call later."));
  }

  private Optional<AuditLogQueryStatus> succeeded(String attempt, String query) {
    AuditLogQueryStatus status;
    try {
      status = graph.security().auditLog().queries().byAuditLogQueryId(query).get().getStatus();
    } catch (RuntimeException e) {
      if (GraphErrors.isStatus(e, 404)) {
        return Optional.empty(); // Made a moment ago, and not known everywhere yet.
      }
      throw GraphErrors.translate(attempt, e);
    }
    if (status == AuditLogQueryStatus.Failed || status == AuditLogQueryStatus.Cancelled) {
      throw new ServiceUnavailableException(
          Problem.of(
                  attempt,
                  "The search of the audit log ended as '" + status.getValue() + "'.",
                  "Try again later; check that auditing is switched on in Microsoft Purview.")
              .withRetry(Problem.Retry.YES)
              .andId("auditLogQueryId", query),
          null);
    }
    return Optional.ofNullable(status).filter(AuditLogQueryStatus.Succeeded::equals);
  }

  private List<AuditLogRecord> records(String query) {
    var records = graph.security().auditLog().queries().byAuditLogQueryId(query).records();
    return GraphAccess.all(
        records.get(),
        AuditLogRecordCollectionResponse::getValue,
        next -> records.withUrl(next).get());
  }

  private static DataConnectException explained(DataConnectException failure) {
    if (!(failure instanceof NotPermittedException refused)) {
      return failure;
    }
    Problem problem = refused.problem();
    return new NotPermittedException(
        new Problem(
            problem.attempt(),
            problem.reason(),
            "Grant the credential the Microsoft Graph permission AuditLogsQuery.Read.All, with admin"
                + " consent.",
            problem.code(),
            problem.requestId(),
            problem.retry(),
            problem.ids()),
        refused.getCause());
  }
}
