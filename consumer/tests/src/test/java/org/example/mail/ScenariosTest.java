package org.example.mail;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static io.github.dataconnect4j.testing.DataConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.emulator.AdministratorScript;
import io.github.dataconnect4j.emulator.fault.Fault;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.testing.EmulatedDataConnect;
import io.github.dataconnect4j.testing.HostKind;
import io.github.dataconnect4j.time.WaitPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may happen to a program, on both hosts, without the extension. */
class ScenariosTest {

  // region outside
  @ParameterizedTest
  @EnumSource
  void everythingGoesWell(HostKind host) {
    try (var emulated = EmulatedDataConnect.builder().withHost(host).withTenant(2, 5).start()) {
      var app = emulated.approvedApp(MESSAGE_V1.columns(MessageV1.SENDER));

      assertThat(Mail.copy(app, emulated.time())).succeeded().wrote(10).rowsOf(MESSAGE_V1);
    }
  }

  // endregion

  // region declines
  @ParameterizedTest
  @EnumSource
  void theAdministratorDeclines(HostKind host) {
    var declines = AdministratorScript.declinesAfter(Duration.ofHours(3), "too much");
    try (var emulated =
        EmulatedDataConnect.builder().withHost(host).withAdministrator(declines).start()) {
      var app = emulated.registeredApp(MESSAGE_V1.allColumns());

      assertThatExceptionOfType(ConsentException.class)
          .isThrownBy(() -> app.consent().await(WaitPolicy.upTo(Duration.ofDays(2))));
      assertThat(app.consent()).isDeclined();
    }
  }

  // endregion

  @ParameterizedTest
  @EnumSource
  void nobodyAnswers(HostKind host) {
    try (var emulated =
        EmulatedDataConnect.builder()
            .withHost(host)
            .withAdministrator(AdministratorScript.byHand())
            .start()) {
      var app = emulated.registeredApp(MESSAGE_V1.allColumns());

      assertThatExceptionOfType(WaitEndedException.class)
          .isThrownBy(() -> app.consent().await(WaitPolicy.upTo(Duration.ofDays(2))));
      assertThat(app.consent()).isPending();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonIsQuickerThanTheScript(HostKind host) {
    try (var emulated = EmulatedDataConnect.builder().withHost(host).start()) {
      var app = emulated.registeredApp(MESSAGE_V1.allColumns());
      emulated.emulator().administrator().decline(app.applicationId(), "not now");

      emulated.time().advance(Duration.ofDays(1));

      assertThat(app.consent()).isDeclined();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theStartIsThrottled(HostKind host) {
    try (var emulated = EmulatedDataConnect.builder().withHost(host).start()) {
      var app = emulated.approvedApp(MESSAGE_V1.allColumns());
      var faults = emulated.emulator().faults();
      faults.add(host.startOperation(), Fault.throttled(Duration.ofSeconds(50)));
      Instant before = emulated.time().now();

      var run = Mail.copy(app, emulated.time());

      assertThat(emulated.time().now()).isAfterOrEqualTo(before.plus(Duration.ofSeconds(50)));
      assertThat(run).succeeded();
    }
  }

  // region lost
  @ParameterizedTest
  @EnumSource
  void theAnswerToTheStartIsLost(HostKind host) {
    try (var emulated = EmulatedDataConnect.builder().withHost(host).start()) {
      var app = emulated.approvedApp(MESSAGE_V1.allColumns());
      emulated.emulator().faults().add(host.startOperation(), Fault.lostAnswer());

      assertThat(Mail.copy(app, emulated.time())).succeeded();

      assertThat(emulated.emulator().requests())
          .filteredOn(
              request -> request.operation().filter(host.startOperation()::equals).isPresent())
          .hasSize(1);
    }
  }

  // endregion

  // region expired
  @ParameterizedTest
  @EnumSource
  void theApprovalExpires(HostKind host) {
    try (var emulated = EmulatedDataConnect.builder().withHost(host).start()) {
      var app = emulated.approvedApp(MESSAGE_V1.allColumns());
      assertThat(app.consent()).isApproved().expiresIn(Duration.ofDays(180));

      emulated.time().advance(Duration.ofDays(180));

      assertThat(app.consent()).isExpired();
      assertThatExceptionOfType(ConsentException.class)
          .isThrownBy(() -> Mail.copy(app, emulated.time()));
    }
  }

  // endregion

  // region own
  @ParameterizedTest
  @EnumSource
  void theDataAreOnesOwn(HostKind host) {
    var builder = EmulatedDataConnect.builder().withHost(host).withData(Path.of("src/test/data"));
    try (var emulated = builder.withStart(Instant.parse("2026-02-01T00:00:00Z")).start()) {
      var app = emulated.approvedApp(MESSAGE_V1.columns(MessageV1.SUBJECT));

      assertThat(Mail.copy(app, emulated.time())).wrote(2).rowsOf(MESSAGE_V1);
    }
  }

  // endregion

  // region edited
  @ParameterizedTest
  @EnumSource
  void theRegistrationIsEdited(HostKind host) {
    try (var emulated = EmulatedDataConnect.builder().withHost(host).start()) {
      emulated.approvedApp(MESSAGE_V1.columns(MessageV1.SENDER));

      var app = emulated.registeredApp(MESSAGE_V1.allColumns());
      assertThat(app.consent()).awaitsDecisionOnAnUpdate();
      assertThatExceptionOfType(ConsentException.class)
          .isThrownBy(() -> Mail.copy(app, emulated.time()));

      app.consent().await(WaitPolicy.upTo(Duration.ofDays(1)));
      assertThat(Mail.copy(app, emulated.time())).succeeded();
    }
  }
  // endregion
}
