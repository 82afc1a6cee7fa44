package io.github.dataconnect4j.emulator.portal;

import static io.github.dataconnect4j.emulator.directory.TestTenant.ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.DEVELOPER;
import static io.github.dataconnect4j.emulator.directory.TestTenant.OTHER_ADMIN;
import static io.github.dataconnect4j.emulator.directory.TestTenant.START;
import static io.github.dataconnect4j.emulator.directory.TestTenant.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.authorization.AuthorizationRules;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.consent.ConsentState;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.TestTenant;
import io.github.dataconnect4j.emulator.portal.AppRegistrations.Effect;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppRegistrationsTest {

  private final VirtualTime time = new VirtualTime(START);
  private final DirectoryStore directory = TestTenant.directory(time);
  private final AuditLog audit = new AuditLog(time);
  private final AppRegistrations registrations =
      new AppRegistrations(TENANT, directory, directory, time, audit);
  private final Application application = TestTenant.application(directory, "mail");
  private final String app = application.appId();

  @BeforeEach
  void switchOnAndOwn() {
    registrations.setDataConnectOn();
    directory.applications().addOwner(application, DEVELOPER.id());
  }

  @Nested
  class States {

    /** Every state and every event; a dash stands for a registration that is gone. */
    @ParameterizedTest
    @CsvSource({
      "PENDING_AUTHORIZATION, approve, APPROVED, APPROVED",
      "PENDING_AUTHORIZATION, decline, DENIED, DENIED",
      "PENDING_AUTHORIZATION, change, PENDING_AUTHORIZATION, PENDING",
      "PENDING_AUTHORIZATION, same, PENDING_AUTHORIZATION, PENDING",
      "PENDING_AUTHORIZATION, describe, PENDING_AUTHORIZATION, PENDING",
      "PENDING_AUTHORIZATION, 180 days, PENDING_AUTHORIZATION, PENDING",
      "PENDING_AUTHORIZATION, withdraw, -, -",
      "APPROVED, approve, APPROVED, APPROVED",
      "APPROVED, decline, DENIED, DENIED",
      "APPROVED, change, UPDATE_AVAILABLE, APPROVED",
      "APPROVED, same, APPROVED, APPROVED",
      "APPROVED, describe, APPROVED, APPROVED",
      "APPROVED, 180 days, EXPIRED, APPROVED",
      "APPROVED, withdraw, -, -",
      "DENIED, approve, APPROVED, APPROVED",
      "DENIED, decline, DENIED, DENIED",
      "DENIED, change, UPDATE_AVAILABLE, DENIED",
      "DENIED, same, DENIED, DENIED",
      "DENIED, describe, DENIED, DENIED",
      "DENIED, 180 days, DENIED, DENIED",
      "DENIED, withdraw, -, -",
      "EXPIRED, approve, APPROVED, APPROVED",
      "EXPIRED, decline, DENIED, DENIED",
      "EXPIRED, change, UPDATE_AVAILABLE, APPROVED",
      "EXPIRED, same, EXPIRED, APPROVED",
      "EXPIRED, describe, EXPIRED, APPROVED",
      "EXPIRED, 180 days, EXPIRED, APPROVED",
      "EXPIRED, withdraw, -, -",
      "UPDATE_AVAILABLE, approve, APPROVED, APPROVED",
      "UPDATE_AVAILABLE, decline, DENIED, DENIED",
      "UPDATE_AVAILABLE, change, UPDATE_AVAILABLE, APPROVED",
      "UPDATE_AVAILABLE, same, UPDATE_AVAILABLE, APPROVED",
      "UPDATE_AVAILABLE, describe, UPDATE_AVAILABLE, APPROVED",
      "UPDATE_AVAILABLE, 180 days, UPDATE_AVAILABLE, APPROVED",
      "UPDATE_AVAILABLE, withdraw, -, -",
      "DELETED, change, PENDING_AUTHORIZATION, PENDING",
    })
    void followEachOther(ConsentState from, String event, String to, String inForce) {
      bringTo(from);
      assertThat(state().orElse(ConsentState.DELETED)).isEqualTo(from);

      happen(event);

      assertThat(state().map(Enum::name).orElse("-")).isEqualTo(to);
      assertThat(
              registrations.inForce(app).map(Authorization::decision).map(Enum::name).orElse("-"))
          .isEqualTo(inForce);
    }

    private void bringTo(ConsentState state) {
      registrations.register(entry("subject"));
      switch (state) {
        case PENDING_AUTHORIZATION -> {}
        case APPROVED -> happen("approve");
        case DENIED -> happen("decline");
        case EXPIRED -> {
          happen("approve");
          happen("180 days");
        }
        case UPDATE_AVAILABLE -> {
          happen("approve");
          registrations.register(entry("subject", "sender"));
        }
        case DELETED -> happen("withdraw");
      }
    }

    private void happen(String event) {
      switch (event) {
        case "approve" -> registrations.approve(app, version(), ADMIN.id());
        case "decline" -> registrations.decline(app, version(), ADMIN.id(), "no");
        case "change" -> registrations.register(entry("subject", "receivedDateTime"));
        case "same" -> registrations.register(current().entry());
        case "describe" -> registrations.register(described(current().entry(), "otherwise"));
        case "180 days" -> time.advance(Duration.ofDays(180));
        case "withdraw" -> registrations.withdraw(app, DEVELOPER.id());
        default -> throw new AssertionError(event);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline", "withdraw"})
    void endWithTheRegistration(String event) {
      bringTo(ConsentState.DELETED);

      assertThatThrownBy(() -> happen(event))
          .isInstanceOfSatisfying(
              PortalRefusedException.class, refused -> assertThat(refused.status()).isEqualTo(404))
          .hasMessage("App registration not found. It is possible someone deleted this app.");
      assertThat(state()).isEmpty();
    }

    @Test
    void makeAWholeLife() {
      List<String> life = new ArrayList<>();
      registrations.register(entry("subject"));
      life.add(seen("requested"));
      happen("approve");
      life.add(seen("approved"));
      time.advance(Authorization.VALIDITY.minusSeconds(1));
      life.add(seen("a second before 180 days"));
      time.advance(Duration.ofSeconds(1));
      life.add(seen("at 180 days"));
      happen("approve");
      life.add(seen("renewed"));
      time.advance(Duration.ofDays(100));
      happen("approve");
      time.advance(Duration.ofDays(100));
      life.add(seen("renewed before it lapsed"));
      registrations.register(entry("subject", "sender"));
      life.add(seen("edited"));
      happen("approve");
      life.add(seen("approved anew"));
      happen("decline");
      life.add(seen("declined"));
      happen("withdraw");
      life.add(seen("deleted"));

      assertThat(life)
          .containsExactly(
              "requested: Pending authorization, run refused APP_NOT_APPROVED",
              "approved: Approved, run allowed",
              "a second before 180 days: Approved, run allowed",
              "at 180 days: Expired, run refused APP_EXPIRED",
              "renewed: Approved, run allowed",
              "renewed before it lapsed: Approved, run allowed",
              "edited: Update available, run allowed",
              "approved anew: Approved, run allowed",
              "declined: Denied, run refused APP_DENIED",
              "deleted: Deleted, run refused APP_NOT_FOUND");
      assertThat(registrations.decisions(app)).hasSize(5);
    }

    @Test
    void refuseRunsAfterAnEditWhereEditsVoidApprovals() {
      registrations.setEditsVoidApprovals();
      registrations.register(entry("subject"));
      happen("approve");

      registrations.register(described(entry("subject"), "otherwise"));
      assertThat(seen("described")).isEqualTo("described: Approved, run allowed");

      registrations.register(entry("subject", "sender"));
      assertThat(seen("edited"))
          .isEqualTo("edited: Update available, run refused APP_NOT_APPROVED");

      happen("approve");
      assertThat(seen("approved")).isEqualTo("approved: Approved, run allowed");
    }

    private String seen(String when) {
      AccessRequest run =
          new AccessRequest(
              app,
              TENANT,
              "BasicDataSet_v0.Message_v1",
              List.of("subject"),
              URI.create("https://acct.blob.core.windows.net/m365/x"),
              TENANT,
              Scope.everyone());
      Verdict verdict = AuthorizationRules.judge(run, registrations.inForce(app), time.now());
      return when
          + ": "
          + state().orElse(ConsentState.DELETED).label()
          + ", run "
          + (verdict.isAllowed() ? "allowed" : "refused " + verdict.violations().get(0).code());
    }

    private Optional<ConsentState> state() {
      return registrations.find(app).map(found -> found.stateAt(time.now()));
    }

    private AppRegistration current() {
      return registrations.find(app).orElseThrow();
    }

    private String version() {
      return registrations.find(app).map(AppRegistration::versionText).orElse("1");
    }
  }

  @Nested
  class Versions {

    @Test
    void beginWithOneAndCountWhatNeedsADecision() {
      assertThat(registrations.register(entry("subject")).effect()).isEqualTo(Effect.CREATED);
      assertThat(version()).isEqualTo("1");

      assertThat(registrations.register(entry("subject")).effect()).isEqualTo(Effect.NONE);
      assertThat(version()).isEqualTo("1");

      assertThat(registrations.register(entry("subject", "sender")).effect())
          .isEqualTo(Effect.NEW_VERSION);
      assertThat(version()).isEqualTo("2");

      assertThat(registrations.register(described(entry("sender", "subject"), "else")).effect())
          .isEqualTo(Effect.CHANGED);
      assertThat(version()).isEqualTo("2");
    }

    @Test
    void goOnAfterADeletion() {
      registrations.register(entry("subject"));
      registrations.approve(app, "1", ADMIN.id());
      registrations.withdraw(app, DEVELOPER.id());
      assertThat(registrations.inForce(app)).isEmpty();

      registrations.register(entry("subject"));

      assertThat(version()).isEqualTo("2");
      assertThat(registrations.decisions(app)).extracting(Authorization::version).contains("1");
    }

    private String version() {
      return registrations.find(app).orElseThrow().versionText();
    }
  }

  @Nested
  class Decisions {

    @Test
    void letWhatWasApprovedStandUntilTheNext() {
      registrations.register(entry("subject"));
      registrations.approve(app, "1", ADMIN.principalName());
      registrations.register(entry("subject", "sender"));

      Authorization old = registrations.inForce(app.toUpperCase(Locale.ROOT)).orElseThrow();
      assertThat(old.version()).isEqualTo("1");
      assertThat(old.datasets().get(0).selection().columns()).containsExactly("subject");
      assertThat(old.approver()).contains(ADMIN.principalName());
      assertThat(old.decidedAt()).contains(START);
      assertThat(old.expiresAt()).contains(START.plus(Duration.ofDays(180)));

      time.advance(Duration.ofDays(7));
      registrations.approve(app, "2", OTHER_ADMIN.id());

      Authorization current = registrations.inForce(app).orElseThrow();
      assertThat(current.version()).isEqualTo("2");
      assertThat(current.expiresAt()).contains(START.plus(Duration.ofDays(187)));
      assertThat(registrations.decisions(app)).containsExactly(old, current);
    }

    @Test
    void leaveARecordThatTellsAll() {
      registrations.register(
          new Entry(
              TENANT,
              app,
              DEVELOPER.id(),
              "why",
              "sub",
              "rg",
              URI.create("https://acct.blob.core.windows.net"),
              List.of(
                  dataset("Message_v1", Scope.groups(TestTenant.FINANCE.id()), "subject", "sender"),
                  dataset("User_v1", Scope.everyone(), "id"),
                  dataset(
                      "Event_v1",
                      Scope.filter("https://graph.microsoft.com/v1.0/users?$filter=a eq 'b'"),
                      "id"))));
      registrations.approve(app, "1", ADMIN.id());

      AuditRecord written = audit.records().get(0);
      assertThat(written.recordType()).isEqualTo("MicrosoftGraphDataConnectConsent");
      assertThat(written.operation()).isEqualTo("ConsentModificationRequest");
      assertThat(written.objectId()).isEqualTo(app);
      assertThat(written.userPrincipalName()).isEqualTo(ADMIN.principalName());
      assertThat(written.createdAt()).isEqualTo(START);
      assertThat(written.auditData().toString())
          .isEqualTo(
              ("{'ApplicationId':'"
                      + app
                      + "','ApplicationVersion':'1','AppRegistrationTenantId':'"
                      + TENANT
                      + "','Approver':'megan.bowen@contoso.com',"
                      + "'ApprovalUpdatedDateInUTC':'2026-01-05T08:00:00Z',"
                      + "'ApprovalExpiryDateInUTC':'2026-07-04T08:00:00Z','ApprovalValidDays':180,"
                      + "'DestinationSinks':'https://acct.blob.core.windows.net',"
                      + "'DestinationTenantId':'"
                      + TENANT
                      + "','State':'Approved','Datasets':["
                      + "{'DatasetName':'BasicDataSet_v0.Message_v1',"
                      + "'DatasetColumns':'subject,sender','Scope':'List','ScopeList':'"
                      + TestTenant.FINANCE.id()
                      + "','PrivacyPolicyType':'None'},"
                      + "{'DatasetName':'BasicDataSet_v0.User_v1','DatasetColumns':'id',"
                      + "'Scope':'All','PrivacyPolicyType':'None'},"
                      + "{'DatasetName':'BasicDataSet_v0.Event_v1','DatasetColumns':'id',"
                      + "'Scope':'FilterUri','ScopeFiltersUris':"
                      + "'https://graph.microsoft.com/v1.0/users?$filter=a eq ~b~',"
                      + "'PrivacyPolicyType':'None'}]}")
                  .replace('\'', '"')
                  .replace('~', '\''));
    }

    @Test
    void thatDeclineLapseAtOnceAndGiveTheReason() {
      registrations.register(entry("subject"));
      registrations.decline(app, "1", ADMIN.id(), "too much");

      assertThat(registrations.inForce(app).orElseThrow().decision()).isEqualTo(Decision.DENIED);
      assertThat(registrations.inForce(app).orElseThrow().expiresAt()).isEmpty();
      ObjectNode data = audit.records().get(0).auditData();
      assertThat(data.path("State").asText()).isEqualTo("Denied");
      assertThat(data.path("Reason").asText()).isEqualTo("too much");
      assertThat(data.path("ApprovalValidDays").asInt()).isZero();
      assertThat(data.path("ApprovalExpiryDateInUTC").asText())
          .isEqualTo(data.path("ApprovalUpdatedDateInUTC").asText());
    }

    @Test
    void canBeScriptedOnTheClock() {
      List<String> told = new ArrayList<>();
      registrations.onRegistered(told::add);
      registrations.onRegistered(
          id ->
              time.schedule(
                  Duration.ofHours(2),
                  () ->
                      registrations.approve(
                          id, registrations.find(id).orElseThrow().versionText(), ADMIN.id())));
      registrations.register(entry("subject"));
      registrations.register(entry("subject"));
      assertThat(registrations.inForce(app).orElseThrow().decision()).isEqualTo(Decision.PENDING);

      time.advance(Duration.ofHours(2));

      assertThat(registrations.inForce(app).orElseThrow().decision()).isEqualTo(Decision.APPROVED);
      registrations.register(entry("sender"));
      assertThat(told).containsExactly(app, app);
    }
  }

  @Test
  void runsLeaveARecordToo() {
    registrations.recordExtraction(
        new AccessRequest(
            app,
            TENANT,
            "BasicDataSet_v0.Message_v1",
            List.of("subject"),
            URI.create("https://acct.blob.core.windows.net/m365/x"),
            TENANT,
            Scope.everyone()),
        "run-1");

    AuditRecord written = audit.records().get(0);
    assertThat(written.recordType()).isEqualTo("MicrosoftGraphDataConnectOperation");
    assertThat(written.operation()).isEqualTo("DataAccessRequestOperation");
    assertThat(written.objectId()).isEqualTo(app);
    assertThat(written.auditData().path("RunId").asText()).isEqualTo("run-1");
  }

  @Test
  void anAppOfAnotherTenantIsRefused() {
    Entry entry = entry("subject");
    Entry foreign =
        new Entry(
            "22222222-1111-1111-1111-111111111111",
            app,
            entry.ownerId(),
            "why",
            "sub",
            "rg",
            entry.destination(),
            entry.datasets());

    assertThatThrownBy(() -> registrations.register(foreign))
        .isInstanceOfSatisfying(
            PortalRefusedException.class, e -> assertThat(e.status()).isEqualTo(400))
        .hasMessageContaining("tenantId '22222222-1111-1111-1111-111111111111' is not this tenant");
  }

  private Entry entry(String column, String... more) {
    return new Entry(
        TENANT,
        app,
        DEVELOPER.id(),
        "why",
        "sub",
        "rg",
        URI.create("https://acct.blob.core.windows.net"),
        List.of(dataset("Message_v1", Scope.everyone(), column, more)));
  }

  private static Entry described(Entry entry, String description) {
    return new Entry(
        entry.tenantId(),
        entry.applicationId(),
        entry.ownerId(),
        description,
        entry.subscriptionId(),
        entry.resourceGroup(),
        entry.destination(),
        entry.datasets());
  }

  private static AuthorizedDataset dataset(
      String name, Scope scope, String column, String... more) {
    return new AuthorizedDataset(Catalog.builtIn().dataset(name).columns(column, more), scope);
  }
}
