package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.AuthorizationRules;
import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.authorization.Violation;
import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.AdministratorScript;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.Application;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import io.github.dataconnect4j.spi.Pipelines.Window;
import io.github.dataconnect4j.time.WaitPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each of the eight rules, kept and broken, by a pipeline that runs on the emulator: the run's
 * verdict is that of the pure rules. The pipelines are made through the SPI, since a runner would
 * refuse to start what must fail.
 */
class RulesEndToEndTest {

  private static final String OTHER_GROUP = "11111111-1111-1111-1111-111111111111";
  private static final String OTHER_TENANT = "99999999-9999-9999-9999-999999999999";

  private Scene scene;
  private Application app;
  private int trials;

  @BeforeEach
  void makeTheGround() {
    scene =
        new Scene(
            DataConnectEmulator.builder()
                .withTenant(4, 1)
                .withAdministrator(AdministratorScript.byHand())
                .withForeignStorageAccount("partnerstore", OTHER_TENANT));
    scene.dataConnect.plan(scene.landing).apply();
    app =
        scene
            .account
            .directory()
            .findApplication(scene.landing.tag(scene.emulator.subscriptionId()))
            .orElseThrow();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aRunWithinAllRulesPasses() {
    approve(Scope.everyone());

    assertPasses(fine());
    assertPasses(fine().reading("BasicDataSet_v0.User_v1", List.of("mail")));
    assertPasses(fine().within(Scope.groups(scene.emulator.groupIds().get(0))));
  }

  @Test
  void rule1RefusesAnAppThatIsNotRegistered() {
    approve(Scope.everyone());
    Application stranger = scene.account.directory().createApplication("stranger", "test:stranger");
    scene.account.directory().createServicePrincipal(stranger.applicationId());

    assertRefused(fine().as(stranger), RuleCode.APP_NOT_FOUND);
  }

  @Test
  void rule2RefusesWhatNobodyDecidedOn() {
    register(Scope.everyone());

    Optional<ConsentException> refused = run(fine());

    assertThat(refused)
        .map(ConsentException::verdict)
        .map(RulesEndToEndTest::codes)
        .contains(List.of(RuleCode.APP_NOT_APPROVED));
  }

  @Test
  void rule2RefusesTheDeniedAndTheExpired() {
    DataConnectApp registered = register(Scope.everyone());

    scene.emulator.administrator().decline(registered.applicationId(), "not now");
    assertRefused(fine(), RuleCode.APP_DENIED);

    scene.emulator.administrator().approve(registered.applicationId());
    scene.emulator.time().advance(Authorization.VALIDITY.minusHours(1));
    Trial trial = fine();
    assertThat(judge(trial).isAllowed()).isTrue();
    scene.emulator.time().advance(Duration.ofHours(1));
    assertRefused(trial, RuleCode.APP_EXPIRED);
  }

  @Test
  void rule3RefusesAnAppOfAnotherTenant() {
    approve(Scope.everyone());

    assertRefused(fine().inTenant(OTHER_TENANT), RuleCode.APP_TENANT_MISMATCH);
  }

  @Test
  void rule4RefusesAnotherDatasetAndAnotherVersion() {
    approve(Scope.everyone());

    assertRefused(
        fine().reading("BasicDataSet_v0.Manager_v0", List.of("displayName")),
        RuleCode.DATASET_NOT_AUTHORIZED);
    assertRefused(
        fine().reading("BasicDataSet_v0.User_v0", List.of("DisplayName")),
        RuleCode.DATASET_NOT_AUTHORIZED);
  }

  @Test
  void rule5RefusesAColumnTooMany() {
    approve(Scope.everyone());

    assertRefused(
        fine().reading("BasicDataSet_v0.User_v1", List.of("displayName", "mobilePhone")),
        RuleCode.COLUMNS_NOT_AUTHORIZED);
  }

  @Test
  void rule6RefusesTheStorageOfAnotherTenant() {
    approve(Scope.everyone());

    assertRefused(
        fine().into(scene.emulator.cloud().blob("partnerstore"), OTHER_TENANT),
        RuleCode.DESTINATION_TENANT_MISMATCH,
        RuleCode.DESTINATION_MISMATCH);
  }

  @Test
  void rule7RefusesAnotherAccount() {
    approve(Scope.everyone());
    scene
        .account
        .storage()
        .createAccount(
            scene.landing.resourceGroup(),
            "otherstore",
            scene.landing.region(),
            StorageKind.BLOB,
            Map.of());

    assertRefused(
        fine().into(scene.emulator.cloud().blob("otherstore"), scene.emulator.tenantId()),
        RuleCode.DESTINATION_MISMATCH);
  }

  @Test
  void rule8RefusesAWiderScope() {
    String group = scene.emulator.groupIds().get(0);
    approve(Scope.groups(group));

    assertPasses(fine().within(Scope.groups(group)));
    assertRefused(fine(), RuleCode.SCOPE_MISMATCH);
    assertRefused(fine().within(Scope.groups(group, OTHER_GROUP)), RuleCode.SCOPE_MISMATCH);
  }

  private DataConnectApp register(Scope scope) {
    return scene.dataConnect.register(registration(scope));
  }

  private void approve(Scope scope) {
    scene.emulator.administrator().approve(register(scope).applicationId());
  }

  private Registration registration(Scope scope) {
    return Registration.of(scene.landing)
        .describedAs("Whom to write to")
        .reads(Scene.USERS.columns("displayName", "mail"), scope);
  }

  private Trial fine() {
    return new Trial(
        app,
        scene.emulator.tenantId(),
        "BasicDataSet_v0.User_v1",
        List.of("displayName", "mail"),
        scene.emulator.cloud().blob("mgdcm365datastore"),
        scene.emulator.tenantId(),
        Scope.everyone());
  }

  private void assertPasses(Trial trial) {
    assertThat(judge(trial).isAllowed()).isTrue();
    assertThat(run(trial)).isEmpty();
  }

  private void assertRefused(Trial trial, RuleCode... codes) {
    Verdict pure = judge(trial);
    assertThat(codes(pure)).containsExactly(codes);

    ConsentException refused = run(trial).orElseThrow();

    assertThat(refused.verdict()).isEqualTo(pure);
    assertThat(refused.problem().code()).contains(codes[0].name());
    for (Violation violation : pure.violations()) {
      assertThat(refused)
          .hasMessageContaining(violation.asked())
          .hasMessageContaining(violation.approved())
          .hasMessageContaining(violation.cure());
    }
  }

  private Verdict judge(Trial trial) {
    AccessRequest request =
        new AccessRequest(
            trial.app.applicationId(),
            trial.tenantId,
            trial.dataset,
            trial.columns,
            URI.create(trial.account + "/m365/rules/trial" + (trials + 1)),
            trial.accountTenantId,
            trial.scope);
    return AuthorizationRules.judge(
        request,
        scene.account.consentLog().lastDecision(trial.app.applicationId()),
        scene.emulator.time().now());
  }

  /** Runs a trial on the emulator to its end, and gives back what it was refused with. */
  private Optional<ConsentException> run(Trial trial) {
    String name = "trial" + ++trials;
    Pipelines pipelines = scene.pipelines();
    Connections connections =
        new Connections(
            name,
            "DataConnectRuntime",
            trial.tenantId,
            trial.app.applicationId(),
            StorageKind.BLOB,
            trial.account);
    AddedSecret secret =
        scene.account.directory().addSecret(trial.app, "test", Duration.ofDays(400));
    pipelines.connect(connections, new SignIn(AppCredential.clientSecret(), Optional.of(secret)));
    String pipeline = "email-metrics_User_v1_" + name;
    pipelines.deploy(
        new PipelineSpec(
            pipeline,
            connections,
            trial.dataset,
            trial.columns,
            Window.NONE,
            trial.scope,
            "m365",
            "rules"));
    Map<String, String> parameters =
        Map.of(Pipelines.RUN_KEY, name, Pipelines.START, "", Pipelines.END, "");
    String id = pipelines.start(pipeline, parameters);
    try {
      scene
          .dataConnect
          .app(registration(Scope.everyone()))
          .runner()
          .attach(id)
          .await(WaitPolicy.upTo(Duration.ofHours(6)));
      return Optional.empty();
    } catch (ConsentException refused) {
      return Optional.of(refused);
    }
  }

  private static List<RuleCode> codes(Verdict verdict) {
    return verdict.violations().stream().map(Violation::code).toList();
  }

  /** What one pipeline asks for. */
  private record Trial(
      Application app,
      String tenantId,
      String dataset,
      List<String> columns,
      URI account,
      String accountTenantId,
      Scope scope) {

    Trial as(Application other) {
      return new Trial(other, tenantId, dataset, columns, account, accountTenantId, scope);
    }

    Trial inTenant(String other) {
      return new Trial(app, other, dataset, columns, account, accountTenantId, scope);
    }

    Trial reading(String other, List<String> others) {
      return new Trial(app, tenantId, other, others, account, accountTenantId, scope);
    }

    Trial into(URI other, String otherTenant) {
      return new Trial(app, tenantId, dataset, columns, other, otherTenant, scope);
    }

    Trial within(Scope other) {
      return new Trial(app, tenantId, dataset, columns, account, accountTenantId, other);
    }
  }
}
