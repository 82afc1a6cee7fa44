package io.github.dataconnect4j.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationRulesTest {

  private static final String APP = "44444444-4444-4444-8444-44444444444a";
  private static final String TENANT = "11111111-1111-4111-8111-11111111111a";
  private static final String OTHER_TENANT = "99999999-9999-4999-8999-999999999999";
  private static final String GROUP_A = "aaaaaaaa-0000-4000-8000-000000000001";
  private static final String GROUP_B = "bbbbbbbb-0000-4000-8000-000000000002";
  private static final String GROUP_C = "cccccccc-0000-4000-8000-000000000003";
  private static final String BLOB = "https://data.blob.core.windows.net/";
  private static final String PATH_STYLE = "https://localhost:10000/data";
  private static final Scope FINANCE =
      Scope.filter("https://graph.microsoft.com/v1.0/users?$filter=Department eq 'Finance'");
  private static final Scope FINANCE_IN_ROME =
      Scope.filter(
          "https://graph.microsoft.com/v1.0/users?$filter=Department eq 'Finance' and City eq"
              + " 'Rome'");
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant EXPIRY = NOW.plus(Authorization.VALIDITY);

  static Stream<Arguments> table() {
    Case asked = new Case();
    return Stream.of(
        allowed("all as approved", asked),

        // 1: the app is known
        broken("unregistered app", asked.registered(false), RuleCode.APP_NOT_FOUND),
        broken("another app", asked.app(OTHER_TENANT), RuleCode.APP_NOT_FOUND),
        allowed("app in upper case", asked.app(APP.toUpperCase(Locale.ROOT))),

        // 2: it is approved, and still is
        broken("undecided", asked.decision(Decision.PENDING), RuleCode.APP_NOT_APPROVED),
        broken("denied", asked.decision(Decision.DENIED), RuleCode.APP_DENIED),
        allowed("180 days less a second", asked.at(EXPIRY.minusSeconds(1))),
        broken("exactly 180 days", asked.at(EXPIRY), RuleCode.APP_EXPIRED),
        broken("180 days and a second", asked.at(EXPIRY.plusSeconds(1)), RuleCode.APP_EXPIRED),

        // 3: the app's tenant
        broken(
            "app of another tenant", asked.appTenant(OTHER_TENANT), RuleCode.APP_TENANT_MISMATCH),
        allowed("tenant in upper case", asked.appTenant(TENANT.toUpperCase(Locale.ROOT))),

        // 4: the dataset
        allowed("dataset in other case", asked.dataset("basicdataset_V0.MESSAGE_v1")),
        allowed("dataset without prefix", asked.dataset("Message_v1")),
        allowed("alias of a dataset", asked.dataset("BasicDataSet_v0.SentItems_v1")),
        allowed("dataset by its own name", asked.dataset("BasicDataSet_v0.SentItem_v1")),
        broken("other version", asked.dataset("Message_v0"), RuleCode.DATASET_NOT_AUTHORIZED),
        broken("other dataset", asked.dataset("Event_v1"), RuleCode.DATASET_NOT_AUTHORIZED),
        broken("no dataset", asked.dataset("Weather_v1"), RuleCode.DATASET_NOT_AUTHORIZED),

        // 5: the columns
        allowed("fewer columns", asked.columns("sender")),
        allowed("columns in other order", asked.columns("receivedDateTime", "sender")),
        allowed("a column twice", asked.columns("sender", "sender")),
        broken(
            "one column too many",
            asked.columns("sender", "subject"),
            RuleCode.COLUMNS_NOT_AUTHORIZED),
        broken("column in other case", asked.columns("Sender"), RuleCode.COLUMNS_NOT_AUTHORIZED),
        broken("no columns named", asked.noColumns(), RuleCode.COLUMNS_NOT_AUTHORIZED),

        // 6: the destination's tenant
        broken(
            "storage of another tenant",
            asked.storageTenant(OTHER_TENANT),
            RuleCode.DESTINATION_TENANT_MISMATCH),

        // 7: the destination
        allowed("the account itself", asked.into(BLOB)),
        allowed("the account without its slash", asked.into("https://data.blob.core.windows.net")),
        allowed("another container of the account", asked.into(BLOB + "other/deep/down")),
        allowed("host in upper case", asked.into("https://DATA.Blob.core.windows.net/m365")),
        allowed("scheme in upper case", asked.into("HTTPS://data.blob.core.windows.net/m365")),
        outside("without encryption", asked.into("http://data.blob.core.windows.net/m365")),
        outside("dfs endpoint", asked.into("https://data.dfs.core.windows.net/m365")),
        outside("account with a longer name", asked.into("https://data2.blob.core.windows.net/m")),
        outside("account with a shorter name", asked.into("https://dat.blob.core.windows.net/m")),
        outside(
            "host with more behind it", asked.into("https://data.blob.core.windows.net.evil/m")),
        outside("host with a trailing dot", asked.into("https://data.blob.core.windows.net./m365")),
        outside("another port", asked.into("https://data.blob.core.windows.net:444/m365")),
        outside("user before the host", asked.into("https://data.blob.core.windows.net@evil/m365")),
        outside("no address at all", asked.into("m365/mail")),
        allowed("path style", asked.approvedFor(PATH_STYLE).into(PATH_STYLE + "/m365/mail")),
        allowed("path style, itself", asked.approvedFor(PATH_STYLE + "/").into(PATH_STYLE)),
        outside("path style, longer name", asked.approvedFor(PATH_STYLE).into(PATH_STYLE + "2/m")),
        outside(
            "path style, no name", asked.approvedFor(PATH_STYLE).into("https://localhost:10000/")),
        allowed("dots that stay", asked.approvedFor(PATH_STYLE).into(PATH_STYLE + "/a/../b")),
        outside("dots that leave", asked.approvedFor(PATH_STYLE).into(PATH_STYLE + "/../data2/m")),
        outside(
            "encoded dots that leave",
            asked.approvedFor(PATH_STYLE).into(PATH_STYLE + "/%2e%2E/data2/m")),
        outside(
            "encoded slashes that leave",
            asked.approvedFor(PATH_STYLE).into(PATH_STYLE + "/a%2f..%2f..%5cdata2")),
        outside(
            "dots above the root",
            asked.approvedFor(PATH_STYLE).into("https://localhost:10000/../m")),

        // 8: the scope
        allowed("groups within everyone", asked.scope(Scope.groups(GROUP_A))),
        allowed("a filter within everyone", asked.scope(FINANCE)),
        allowed("a group of the approved", asked.approvedGroups().scope(Scope.groups(GROUP_B))),
        allowed("the same groups", asked.approvedGroups().scope(Scope.groups(GROUP_B, GROUP_A))),
        elsewhere(
            "one group too many",
            asked.approvedGroups().scope(Scope.groups(GROUP_A, GROUP_B, GROUP_C))),
        elsewhere("another group", asked.approvedGroups().scope(Scope.groups(GROUP_C))),
        elsewhere("everyone for groups", asked.approvedGroups().scope(Scope.everyone())),
        elsewhere("a filter for groups", asked.approvedGroups().scope(FINANCE)),
        allowed("the filter to the letter", asked.approvedScope(FINANCE).scope(FINANCE)),
        elsewhere("a narrower filter", asked.approvedScope(FINANCE).scope(FINANCE_IN_ROME)),
        elsewhere("a wider filter", asked.approvedScope(FINANCE_IN_ROME).scope(FINANCE)),
        elsewhere("everyone for a filter", asked.approvedScope(FINANCE).scope(Scope.everyone())),
        elsewhere("groups for a filter", asked.approvedScope(FINANCE).scope(Scope.groups(GROUP_A))),

        // several at once, in the order of the rules
        broken(
            "everything that can be wrong with a known dataset",
            asked
                .approvedGroups()
                .decision(Decision.DENIED)
                .appTenant(OTHER_TENANT)
                .columns("sender", "subject")
                .storageTenant(OTHER_TENANT)
                .into("https://evil.blob.core.windows.net/m365")
                .scope(Scope.everyone()),
            RuleCode.APP_DENIED,
            RuleCode.APP_TENANT_MISMATCH,
            RuleCode.COLUMNS_NOT_AUTHORIZED,
            RuleCode.DESTINATION_TENANT_MISMATCH,
            RuleCode.DESTINATION_MISMATCH,
            RuleCode.SCOPE_MISMATCH),
        broken(
            "an unknown dataset says nothing of columns and scope",
            asked
                .approvedGroups()
                .at(EXPIRY)
                .dataset("Event_v1")
                .noColumns()
                .scope(Scope.everyone()),
            RuleCode.APP_EXPIRED,
            RuleCode.DATASET_NOT_AUTHORIZED),
        broken(
            "an unknown app says nothing of the rest",
            asked.registered(false).noColumns().appTenant(OTHER_TENANT),
            RuleCode.APP_NOT_FOUND));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void judges(String name, Case judged, List<RuleCode> broken) {
    Verdict verdict = judged.judge();

    assertThat(verdict.violations()).extracting(Violation::code).isEqualTo(broken);
    assertThat(verdict.isAllowed()).isEqualTo(broken.isEmpty());
  }

  @Test
  void tellsWhatWasAskedAndWhatIsApproved() {
    Verdict verdict =
        new Case().approvedGroups().columns("sender", "subject", "body").scope(FINANCE).judge();

    assertThat(verdict.violations())
        .containsExactly(
            new Violation(
                RuleCode.COLUMNS_NOT_AUTHORIZED, "subject, body", "receivedDateTime, sender"),
            new Violation(
                RuleCode.SCOPE_MISMATCH,
                FINANCE.toString(),
                "groups [" + GROUP_A + ", " + GROUP_B + "]"));
    assertThat(verdict.text().lines())
        .hasSize(2)
        .first()
        .isEqualTo(
            "[COLUMNS_NOT_AUTHORIZED] "
                + RuleCode.COLUMNS_NOT_AUTHORIZED.headline()
                + " Asked: subject, body. Approved: receivedDateTime, sender. "
                + RuleCode.COLUMNS_NOT_AUTHORIZED.cure());
  }

  @Test
  void namesWhoDeclinedAndWhenAnApprovalEnded() {
    assertThat(new Case().decision(Decision.DENIED).judge().violations())
        .extracting(Violation::approved)
        .containsExactly("declined by gus@contoso.com");
    assertThat(new Case().at(EXPIRY).judge().violations())
        .extracting(Violation::approved)
        .containsExactly("until " + EXPIRY);
    assertThat(new Case().noColumns().judge().violations())
        .extracting(Violation::asked)
        .containsExactly("every column, by naming none");
  }

  @Test
  void numbersTheRulesOneToEight() {
    assertThat(Stream.of(RuleCode.values()).map(RuleCode::rule).distinct().toList())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  private static Arguments allowed(String name, Case judged) {
    return arguments(name, judged, List.of());
  }

  private static Arguments broken(String name, Case judged, RuleCode... codes) {
    return arguments(name, judged, List.of(codes));
  }

  private static Arguments outside(String name, Case judged) {
    return broken(name, judged, RuleCode.DESTINATION_MISMATCH);
  }

  private static Arguments elsewhere(String name, Case judged) {
    return broken(name, judged, RuleCode.SCOPE_MISMATCH);
  }

  /** A request and the authorization that it is judged by; each step returns a changed one. */
  record Case(
      boolean registered,
      String app,
      String appTenant,
      String dataset,
      List<String> columns,
      String into,
      String storageTenant,
      Scope scope,
      Instant at,
      Decision decision,
      String approvedFor,
      Scope approvedScope) {

    Case() {
      this(
          true,
          APP,
          TENANT,
          "BasicDataSet_v0.Message_v1",
          List.of("sender", "receivedDateTime"),
          BLOB + "m365/mail",
          TENANT,
          Scope.everyone(),
          NOW,
          Decision.APPROVED,
          BLOB,
          Scope.everyone());
    }

    Case registered(boolean changed) {
      return new Case(
          changed,
          app,
          appTenant,
          dataset,
          columns,
          into,
          storageTenant,
          scope,
          at,
          decision,
          approvedFor,
          approvedScope);
    }

    Case app(String changed) {
      return new Case(
          registered,
          changed,
          appTenant,
          dataset,
          columns,
          into,
          storageTenant,
          scope,
          at,
          decision,
          approvedFor,
          approvedScope);
    }

    Case appTenant(String changed) {
      return new Case(
          registered,
          app,
          changed,
          dataset,
          columns,
          into,
          storageTenant,
          scope,
          at,
          decision,
          approvedFor,
          approvedScope);
    }

    Case dataset(String changed) {
      return new Case(
          registered,
          app,
          appTenant,
          changed,
          columns,
          into,
          storageTenant,
          scope,
          at,
          decision,
          approvedFor,
          approvedScope);
    }

    Case columns(String... changed) {
      return new Case(
          registered,
          app,
          appTenant,
          dataset,
          List.of(changed),
          into,
          storageTenant,
          scope,
          at,
          decision,
          approvedFor,
          approvedScope);
    }

    Case into(String changed) {
      return new Case(
          registered,
          app,
          appTenant,
          dataset,
          columns,
          changed,
          storageTenant,
          scope,
          at,
          decision,
          approvedFor,
          approvedScope);
    }

    Case storageTenant(String changed) {
      return new Case(
          registered,
          app,
          appTenant,
          dataset,
          columns,
          into,
          changed,
          scope,
          at,
          decision,
          approvedFor,
          approvedScope);
    }

    Case scope(Scope changed) {
      return new Case(
          registered,
          app,
          appTenant,
          dataset,
          columns,
          into,
          storageTenant,
          changed,
          at,
          decision,
          approvedFor,
          approvedScope);
    }

    Case at(Instant changed) {
      return new Case(
          registered,
          app,
          appTenant,
          dataset,
          columns,
          into,
          storageTenant,
          scope,
          changed,
          decision,
          approvedFor,
          approvedScope);
    }

    Case decision(Decision changed) {
      return new Case(
          registered,
          app,
          appTenant,
          dataset,
          columns,
          into,
          storageTenant,
          scope,
          at,
          changed,
          approvedFor,
          approvedScope);
    }

    Case approvedFor(String changed) {
      return new Case(
          registered,
          app,
          appTenant,
          dataset,
          columns,
          into,
          storageTenant,
          scope,
          at,
          decision,
          changed,
          approvedScope);
    }

    Case approvedScope(Scope changed) {
      return new Case(
          registered,
          app,
          appTenant,
          dataset,
          columns,
          into,
          storageTenant,
          scope,
          at,
          decision,
          approvedFor,
          changed);
    }

    Case noColumns() {
      return columns(new String[0]);
    }

    Case approvedGroups() {
      return approvedScope(Scope.groups(GROUP_A, GROUP_B));
    }

    Verdict judge() {
      AccessRequest request =
          new AccessRequest(
              app, appTenant, dataset, columns, URI.create(into), storageTenant, scope);
      return AuthorizationRules.judge(
          request, registered ? Optional.of(authorization()) : Optional.empty(), at);
    }

    private Authorization authorization() {
      boolean approved = decision == Decision.APPROVED;
      return new Authorization(
          APP,
          TENANT,
          "1",
          decision,
          Optional.of("gus@contoso.com"),
          Optional.of(NOW),
          approved ? Optional.of(EXPIRY) : Optional.empty(),
          URI.create(approvedFor),
          TENANT,
          List.of(authorized("Message_v1"), authorized("SentItem_v1")));
    }

    private AuthorizedDataset authorized(String name) {
      return new AuthorizedDataset(
          Catalog.builtIn().dataset(name).columns("sender", "receivedDateTime"), approvedScope);
    }
  }
}
