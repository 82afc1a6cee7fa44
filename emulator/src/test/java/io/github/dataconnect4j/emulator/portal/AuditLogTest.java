package io.github.dataconnect4j.emulator.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditLogTest {

  private static final URI SINK = URI.create("https://acct.blob.core.windows.net");
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

  private final AuditLog log = new AuditLog(TimeSource.system());

  @Test
  void keepsTheLatestRunsAndTheDecisionThatTheyRestOn() {
    log.recordDecision(
        new Authorization(
            "app",
            "tenant",
            "1",
            Decision.APPROVED,
            Optional.of("ada"),
            Optional.of(NOW),
            Optional.of(NOW.plus(Authorization.VALIDITY)),
            SINK,
            "tenant",
            List.of()),
        TestTenant.ADMIN,
        "");
    for (int i = 0; i <= AuditLog.MOST; i++) {
      log.recordExtraction(request(), "run " + i);
    }

    assertThat(log.records()).hasSize(1 + AuditLog.MOST);
    assertThat(log.records().get(0).recordType()).isEqualTo(AuditLog.CONSENT);
    assertThat(log.records().get(1).auditData().path("RunId").asText()).isEqualTo("run 1");
    assertThat(log.records()).extracting(AuditRecord::id).doesNotHaveDuplicates();
  }

  @Test
  void forgetsARecordSomeTimeAfterItsApprovalLapsed() {
    VirtualTime time = new VirtualTime(NOW);
    AuditLog aging = new AuditLog(time);
    aging.recordExtraction(request(), "run 1");
    time.advance(AuditLog.KEPT);
    aging.recordExtraction(request(), "run 2");
    assertThat(AuditLog.KEPT).isGreaterThan(Authorization.VALIDITY);
    assertThat(aging.records()).hasSize(2);

    time.advance(Duration.ofSeconds(1));

    assertThat(aging.records())
        .extracting(record -> record.auditData().path("RunId").asText())
        .containsExactly("run 2");
  }

  private static AccessRequest request() {
    return new AccessRequest(
        "app",
        "tenant",
        "BasicDataSet_v0.Message_v1",
        List.of("id"),
        SINK,
        "tenant",
        Scope.everyone());
  }
}
