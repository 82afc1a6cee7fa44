package io.github.dataconnect4j.internal;

import static io.github.dataconnect4j.internal.Scene.USERS;
import static io.github.dataconnect4j.internal.Scene.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Violation;
import io.github.dataconnect4j.consent.ConsentRequest;
import io.github.dataconnect4j.consent.ConsentState;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.time.HandMovedTime;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoggedConsentTest {

  private final Scene scene = new Scene();
  private final DataConnectApp app = scene.registered();
  private final List<AuthorizedDataset> asked = app.registration().datasets();

  @Nested
  class TheState {

    @Test
    void isPendingWhileTheLogHoldsNoDecision() {
      ConsentRequest consent = app.consent();

      assertThat(consent.state()).isEqualTo(ConsentState.PENDING_AUTHORIZATION);
      assertThat(consent.isApproved()).isFalse();
      assertThat(consent.authorization()).isEmpty();
      assertThat(consent.validUntil()).isEmpty();
    }

    @Test
    void isPendingWhileARecordSaysSo() {
      scene.decide(app, Decision.PENDING, asked);

      assertThat(app.consent().state()).isEqualTo(ConsentState.PENDING_AUTHORIZATION);
    }

    @Test
    void isApprovedForOneHundredAndEightyDays() {
      scene.decide(app, Decision.APPROVED, asked);
      ConsentRequest consent = app.consent();
      assertThat(consent.state()).isEqualTo(ConsentState.APPROVED);
      assertThat(consent.isApproved()).isTrue();
      assertThat(consent.validUntil()).contains(HandMovedTime.START.plus(Authorization.VALIDITY));

      scene.account.time.move(Authorization.VALIDITY.minusSeconds(1));
      assertThat(consent.refresh().state()).isEqualTo(ConsentState.APPROVED);
      scene.account.time.move(Duration.ofSeconds(1));
      assertThat(consent.state()).as("of the last look").isEqualTo(ConsentState.APPROVED);
      assertThat(consent.refresh().state()).isEqualTo(ConsentState.EXPIRED);
      assertThat(consent.isApproved()).isFalse();
    }

    @Test
    void staysExpiredForWhoKnewOfTheApprovalThatTheLogForgets() {
      scene.decide(app, Decision.APPROVED, asked);
      ConsentRequest knows = app.consent();
      scene.account.time.move(Authorization.VALIDITY.plusDays(2));
      scene.account.decision = Optional::empty;

      assertThat(knows.refresh().state()).isEqualTo(ConsentState.EXPIRED);
      assertThat(knows.authorization()).isPresent();
      assertThat(app.consent().state()).isEqualTo(ConsentState.PENDING_AUTHORIZATION);
    }

    @Test
    void isDeniedWhatWasAskedForIsDeclined() {
      scene.decide(app, Decision.DENIED, asked);

      assertThat(app.consent().state()).isEqualTo(ConsentState.DENIED);
    }

    @Test
    void isDeniedWhereARecordDoesNotTellOfWhat() {
      scene.decide(app, Decision.DENIED, List.of());

      assertThat(app.consent().state()).isEqualTo(ConsentState.DENIED);
    }

    @Test
    void isUpdateAvailableWhenTheRegistrationAsksForMore() {
      AuthorizedDataset users = new AuthorizedDataset(USERS.columns("id"), Scope.everyone());
      scene.decide(app, Decision.APPROVED, List.of(messages(Scope.everyone(), "sender"), users));

      assertThat(app.consent().state()).isEqualTo(ConsentState.UPDATE_AVAILABLE);
      assertThat(app.consent().isApproved()).isFalse();
    }

    @Test
    void isUpdateAvailableWhenWhatWasDeclinedHasChanged() {
      scene.decide(
          app,
          Decision.DENIED,
          List.of(messages(Scope.everyone(), "sender", "receivedDateTime", "subject")));

      assertThat(app.consent().state()).isEqualTo(ConsentState.UPDATE_AVAILABLE);
    }

    @Test
    void isUpdateAvailableWhenWhatWasDeclinedWentElsewhere() {
      scene.decide(app, Decision.DENIED, asked, Scene.DATA_LAKE);
      assertThat(app.consent().state()).isEqualTo(ConsentState.UPDATE_AVAILABLE);

      scene.decide(app, Decision.DENIED, List.of(), Scene.DATA_LAKE);
      assertThat(app.consent().state()).isEqualTo(ConsentState.UPDATE_AVAILABLE);
    }

    @Test
    void isUpdateAvailableWhenWhatHasExpiredIsNotWhatStands() {
      scene.decide(app, Decision.APPROVED, List.of(messages(Scope.everyone(), "sender")));
      scene.account.time.move(Authorization.VALIDITY);

      assertThat(app.consent().state()).isEqualTo(ConsentState.UPDATE_AVAILABLE);
    }

    @Test
    void isOfTheAppsOwnDecisionsOnly() {
      scene.decide(app, Decision.APPROVED, asked);
      var approved = scene.account.decision;
      scene.account.decision =
          () ->
              approved
                  .get()
                  .map(
                      one ->
                          new Authorization(
                              "another app",
                              one.registrationTenantId(),
                              one.version(),
                              one.decision(),
                              one.approver(),
                              one.decidedAt(),
                              one.expiresAt(),
                              one.destination(),
                              one.destinationTenantId(),
                              one.datasets()));

      assertThat(app.consent().state()).isEqualTo(ConsentState.PENDING_AUTHORIZATION);
    }
  }

  @Nested
  class Awaiting {

    @Test
    void endsSoonAfterTheApproval() {
      scene.account.time.at(Duration.ofHours(2), () -> scene.decide(app, Decision.APPROVED, asked));

      ConsentRequest consent = app.consent().await(WaitPolicy.upTo(Duration.ofDays(2)));

      assertThat(consent.isApproved()).isTrue();
      assertThat(scene.account.time.elapsed())
          .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusSeconds(72));
    }

    @Test
    void endsWithWhoDeclined() {
      scene.account.time.at(Duration.ofHours(2), () -> scene.decide(app, Decision.DENIED, asked));
      ConsentRequest consent = app.consent();

      ConsentException declined =
          catchThrowableOfType(
              ConsentException.class, () -> consent.await(WaitPolicy.upTo(Duration.ofDays(2))));

      assertThat(declined.verdict().violations())
          .extracting(Violation::code)
          .containsExactly(RuleCode.APP_DENIED);
      assertThat(declined.problem().code()).contains("APP_DENIED");
      assertThat(declined.problem().ids()).containsEntry("applicationId", app.applicationId());
      assertThat(declined)
          .hasMessageContaining("Could not get the approval of app " + app.applicationId())
          .hasMessageContaining("declined by gus@contoso.com")
          .hasMessageContaining("Clear the reason with the administrator");
      assertThat(consent.state()).isEqualTo(ConsentState.DENIED);
    }

    @Test
    void endsAtOnceWhereTheApprovalHasLapsed() {
      scene.decide(app, Decision.APPROVED, asked);
      scene.account.time.move(Authorization.VALIDITY);
      Duration before = scene.account.time.elapsed();
      ConsentRequest consent = app.consent();

      ConsentException lapsed =
          catchThrowableOfType(
              ConsentException.class, () -> consent.await(WaitPolicy.upTo(Duration.ofDays(2))));

      assertThat(lapsed.problem().code()).contains("APP_EXPIRED");
      assertThat(lapsed)
          .hasMessageContaining("approved until 2026-")
          .hasMessageContaining("has lapsed");
      assertThat(scene.account.time.elapsed()).isEqualTo(before);
    }

    @Test
    void looksSeldomForAPerson() {
      WaitEndedException ended =
          catchThrowableOfType(
              WaitEndedException.class,
              () -> app.consent().await(WaitPolicy.forPeople(Duration.ofDays(2))));

      assertThat(ended.looks()).isLessThan(260);
      assertThat(ended).hasMessageContaining("no decision in the last 180 days");
    }

    @Test
    void outlastsTheDeclineOfAnEarlierRegistration() {
      scene.decide(app, Decision.DENIED, List.of(messages(Scope.everyone(), "sender", "subject")));
      scene.account.time.at(Duration.ofHours(2), () -> scene.decide(app, Decision.APPROVED, asked));

      assertThat(app.consent().await(WaitPolicy.patient()).isApproved()).isTrue();
    }

    @Test
    void endsWithThePolicyWhenNobodyDecides() {
      ConsentRequest consent = app.consent();

      WaitEndedException ended =
          catchThrowableOfType(
              WaitEndedException.class, () -> consent.await(WaitPolicy.upTo(Duration.ofHours(6))));

      assertThat(ended.limit()).isEqualTo(WaitEndedException.Limit.TOTAL);
      assertThat(ended.waited())
          .isBetween(Duration.ofHours(6), Duration.ofHours(6).plusSeconds(72));
      assertThat(ended.looks()).isGreaterThan(300);
      assertThat(ended.problem().code()).contains("CONSENT_PENDING");
      assertThat(ended)
          .hasMessageContaining("'Pending authorization'")
          .hasMessageContaining(ended.looks() + " times")
          .hasMessageContaining("app.consent().await(…) again")
          .hasMessageContaining(consent.handOver().link().toString());
    }
  }

  @Test
  void handsTheAdministratorWhatIsAsked() {
    assertThat(app.consent().handOver().toString())
        .contains("a Global Administrator who does not own the app")
        .contains("https://admin.microsoft.com/Adminportal/Home#/Settings/MGDCAdminCenter")
        .contains("Who writes to whom, and when")
        .contains("receivedDateTime, sender")
        .contains("180 days");
  }
}
