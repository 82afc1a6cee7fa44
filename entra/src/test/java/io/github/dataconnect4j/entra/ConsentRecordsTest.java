package io.github.dataconnect4j.entra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentRecordsTest {

  private static final String GROUP = "aaaaaaaa-0000-0000-0000-000000000008";
  private static final String FILTER =
      "https://graph.microsoft.com/v1.0/users?$filter=Department eq 'Finance, HR'";

  private final ConsentRecords records = new ConsentRecords(Catalog.builtIn());

  @Test
  void readsWhatMicrosoftsSchemaNames() {
    Authorization read = records.read(record()).orElseThrow();
    assertThat(read.applicationId()).isEqualTo("app-1");
    assertThat(read.registrationTenantId()).isEqualTo("tenant-1");
    assertThat(read.version()).isEqualTo("3");
    assertThat(read.decision()).isEqualTo(Decision.APPROVED);
    assertThat(read.approver()).contains("admin@contoso.com");
    assertThat(read.decidedAt()).contains(Instant.parse("2026-02-01T08:00:00Z"));
    assertThat(read.expiresAt()).contains(Instant.parse("2026-07-31T08:00:00Z"));
    assertThat(read.destination()).isEqualTo(URI.create("https://store.blob.core.windows.net/"));
    assertThat(read.destinationTenantId()).isEqualTo("tenant-2");
    assertThat(read.datasets()).hasSize(1);
    assertThat(read.datasets().get(0).selection().dataset().shortName()).isEqualTo("Message_v1");
    assertThat(read.datasets().get(0).selection().columns()).containsExactly("subject", "sender");
    assertThat(read.datasets().get(0).scope()).isEqualTo(Scope.everyone());
  }

  @ParameterizedTest
  @CsvSource({
    "Approved, APPROVED",
    "APPROVED, APPROVED",
    "Denied, DENIED",
    "declined, DENIED",
    "SomethingNew, PENDING"
  })
  void toleratesOtherWordsForADecision(String state, Decision decision) {
    Authorization read = records.read(with("state", state)).orElseThrow();
    assertThat(read.decision()).isEqualTo(decision);
    assertThat(read.expiresAt().isPresent()).isEqualTo(decision == Decision.APPROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-01T08:00:00Z",
        "2026-02-01T08:00:00",
        "2026-02-01T09:00:00+01:00",
        "2026-02-01T08:00:00.000Z"
      })
  void readsDatesAsUtc(String date) {
    assertThat(records.read(with("approvalupdateddateinutc", date)).orElseThrow().decidedAt())
        .contains(Instant.parse("2026-02-01T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://store.blob.core.windows.net/",
        "[\"https://store.blob.core.windows.net/\"]",
        "https://store.blob.core.windows.net/;other"
      })
  void findsTheDestinationInItsText(String sinks) {
    assertThat(records.read(with("destinationsinks", sinks)).orElseThrow().destination())
        .isEqualTo(URI.create("https://store.blob.core.windows.net/"));
  }

  @Test
  void readsScopesOfGroupsAndFilters() {
    Map<String, @Nullable Object> groups = dataset("Message_v1", "sender");
    groups.put("scope", "List");
    groups.put("scopelist", GROUP);
    Map<String, @Nullable Object> filter = dataset("Message_v1", "sender");
    filter.put("scope", "FilterUri");
    filter.put("scopefiltersuris", FILTER);
    Authorization read = records.read(with("datasets", List.of(groups, filter))).orElseThrow();
    assertThat(read.datasets().get(0).scope()).isEqualTo(Scope.groups(GROUP));
    assertThat(read.datasets().get(1).scope()).isEqualTo(Scope.filter(FILTER));
  }

  @Test
  void keepsWhatTheCatalogKnows() {
    Authorization read =
        records
            .read(
                with(
                    "datasets",
                    List.of(
                        dataset("BasicDataSet_v0.Brand_New_v9", "a,b"),
                        dataset("Message_v1", "sender, brandNew"))))
            .orElseThrow();
    assertThat(read.datasets()).hasSize(1);
    assertThat(read.datasets().get(0).selection().columns()).containsExactly("sender");
  }

  @Test
  void neverTakesAnUnreadableScopeForEverybody() {
    for (String scope : List.of("", "Everything", "List")) {
      Map<String, @Nullable Object> dataset = dataset("Message_v1", "sender");
      dataset.put("scope", scope);
      assertThat(records.read(with("datasets", List.of(dataset))).orElseThrow().datasets())
          .isEmpty();
    }
  }

  @Test
  void leavesOutARecordWithoutApplication() {
    assertThat(records.read(with("applicationid", null))).isEmpty();
  }

  private static Map<String, @Nullable Object> with(String field, @Nullable Object value) {
    Map<String, @Nullable Object> record = record();
    record.put(field, value);
    return record;
  }

  private static Map<String, @Nullable Object> record() {
    Map<String, @Nullable Object> record = new HashMap<>();
    record.put("applicationid", "app-1");
    record.put("applicationversion", "3");
    record.put("appregistrationtenantid", "tenant-1");
    record.put("approver", "admin@contoso.com");
    record.put("approvalupdateddateinutc", "2026-02-01T08:00:00Z");
    record.put("approvalexpirydateinutc", "2026-07-31T08:00:00Z");
    record.put("state", "Approved");
    record.put("destinationsinks", "https://store.blob.core.windows.net/");
    record.put("destinationtenantid", "tenant-2");
    record.put("datasets", List.of(dataset("BasicDataSet_v0.Message_v1", "sender,subject")));
    return record;
  }

  private static Map<String, @Nullable Object> dataset(String name, String columns) {
    Map<String, @Nullable Object> dataset = new HashMap<>();
    dataset.put("datasetname", name);
    dataset.put("datasetcolumns", columns);
    dataset.put("scope", "All");
    return dataset;
  }
}
