package io.github.dataconnect4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dataconnect4j.DataConnect;
import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.azure.AzureAccount;
import io.github.dataconnect4j.azure.AzureCredentials;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.AdministratorScript;
import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.entra.Entra;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user gets wrong: a clear message each time, and nothing half-done. */
class BadInputTest {

  private Scene scene;

  @BeforeEach
  void open() {
    scene =
        new Scene(
            DataConnectEmulator.builder()
                .withTenant(2, 2)
                .withAdministrator(AdministratorScript.byHand()));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void anUnknownDatasetIsAnsweredWithTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalog.builtIn().dataset("Mesage_v1"))
        .withMessageContainingAll("Mesage_v1", "Message_v1");
  }

  @Test
  void anUnknownColumnIsAnsweredWithTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scene.MESSAGES.columns("sender", "recievedDateTime"))
        .withMessageContainingAll("recievedDateTime", "receivedDateTime");
  }

  @Test
  void aRegistrationThatReadsNothingIsRefusedWithAllItsFaultsAndNoCall() {
    int before = scene.emulator.requests().size();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> scene.dataConnect.register(Registration.of(scene.landing)))
        .withMessageContainingAll("description", "reads nothing");
    assertThat(scene.emulator.requests()).hasSize(before);
  }

  @Test
  void aWindowThatEndsBeforeItStartsIsRefusedBeforeAnythingIsMade() {
    DataConnectApp app = approved();
    Instant now = scene.emulator.time().now();
    int before = scene.emulator.requests().size();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                app.runner()
                    .start(
                        Copy.of(Scene.MESSAGES)
                            .where("receivedDateTime")
                            .from(now)
                            .until(now.minusSeconds(1))))
        .withMessageContainingAll("ends at", "not after its start", "Exchange them");
    assertThat(scene.writesSince(before)).isEmpty();
  }

  @Test
  void aMissingDateColumnIsRefusedBeforeAnythingIsMade() {
    DataConnectApp app = approved();
    int before = scene.emulator.requests().size();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> app.runner().start(Copy.of(Scene.MESSAGES)))
        .withMessageContainingAll("Message_v1", "receivedDateTime", "where(…)");
    assertThat(scene.writesSince(before)).isEmpty();
  }

  @Test
  void moreThanTenGroupsAreRefused() {
    String[] eleven =
        IntStream.range(1, 11)
            .mapToObj(i -> String.format("00000000-0000-0000-0000-%012d", i))
            .toArray(String[]::new);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scope.groups("00000000-0000-0000-0000-000000000000", eleven))
        .withMessageContainingAll("11 groups", "1 to 10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a/../b", "a/%2e%2e/b", "%2e", "/a", "a//b", "a\\b", "a?b", "a#b"})
  void aDestinationThatLeavesItsFolderIsRefused(String folder) {
    BlobContainer container = BlobContainer.named("mgdcm365datastore", "m365");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> container.under(folder))
        .withMessageContainingAll("'" + folder + "'", "mail/2026");
  }

  @Test
  void aWrongSecretIsNamedWithoutBeingShown() {
    String wrong = "wrong~secret~canary";
    try (DataConnect dataConnect =
        DataConnect.open(
            AzureAccount.at(scene.emulator.cloud())
                .credential(
                    AzureCredentials.clientSecret(
                        scene.emulator.cloud(),
                        scene.emulator.tenantId(),
                        scene.emulator.clientId(),
                        Secret.of(wrong)))
                .subscription(scene.emulator.subscriptionId())
                .directory(Entra.directory()))) {
      assertThatExceptionOfType(NotPermittedException.class)
          .isThrownBy(() -> dataConnect.plan(scene.landing))
          .withMessageContaining("AADSTS7000215")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(wrong));
    }
  }

  @Test
  void aRunWithoutConsentIsRefusedBeforeAnythingIsMade() {
    DataConnectApp app = scene.registered(scene.mail());
    assertRefused(app, RuleCode.APP_NOT_APPROVED);

    scene.emulator.administrator().decline(app.applicationId(), "too much");
    assertRefused(app, RuleCode.APP_DENIED);

    scene.emulator.administrator().approve(app.applicationId());
    scene.emulator.time().advance(Duration.ofDays(181));
    assertRefused(app, RuleCode.APP_EXPIRED);
  }

  @Test
  void aDeclinedRequestEndsTheWait() {
    DataConnectApp app = scene.registered(scene.mail());
    scene.emulator.administrator().decline(app.applicationId(), "too much");

    assertThatExceptionOfType(ConsentException.class)
        .isThrownBy(() -> app.consent().await(WaitPolicy.upTo(Duration.ofDays(1))))
        .withMessageContainingAll(app.applicationId(), "declined by", "APP_DENIED");
  }

  @Test
  void ownersDoNotApproveTheirOwnApp() {
    Landing owned =
        scene.landing.application("own-approval", scene.emulator.administrator().name());
    DataConnectApp app =
        scene.registered(
            Registration.of(owned)
                .describedAs("Self-service")
                .reads(Scene.MESSAGES.columns("sender")));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> scene.emulator.administrator().approve(app.applicationId()))
        .withMessageContaining("App approver and owner cannot be the same user.");
    assertThat(app.consent().isApproved()).isFalse();
  }

  @Test
  void anOwnerWhoIsNotInTheTenantIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> scene.dataConnect.plan(scene.landing.application("x", "nobody@elsewhere.test")))
        .withMessageContainingAll("nobody@elsewhere.test", "not in the tenant");
  }

  @Test
  void aServicePrincipalMustNameAnOwner() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scene.dataConnect.plan(scene.landing.application("x")))
        .withMessageContainingAll("service principal", "landing.application(name, owner)");
  }

  @Test
  void aPortInUseIsNamed() {
    int taken = scene.emulator.cloud().authority().getPort();

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> DataConnectEmulator.builder().withPort(taken).start())
        .withMessageContainingAll("port " + taken, "in use");
  }

  private DataConnectApp approved() {
    DataConnectApp app = scene.registered(scene.mail());
    scene.emulator.administrator().approve(app.applicationId());
    return app;
  }

  private void assertRefused(DataConnectApp app, RuleCode code) {
    int before = scene.emulator.requests().size();
    assertThatExceptionOfType(ConsentException.class)
        .isThrownBy(() -> app.runner().start(scene.lastMonth()))
        .withMessageContaining(code.cure())
        .satisfies(e -> assertThat(e.problem().code()).contains(code.name()));
    assertThat(scene.writesSince(before)).isEmpty();
  }
}
