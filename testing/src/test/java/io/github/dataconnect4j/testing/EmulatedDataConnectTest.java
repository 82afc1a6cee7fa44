package io.github.dataconnect4j.testing;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static io.github.dataconnect4j.dataset.Datasets.USER_V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EmulatedDataConnectTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  @Test
  void isReadyByOneCall() {
    try (EmulatedDataConnect emulated = EmulatedDataConnect.start()) {
      assertThat(emulated.dataConnect().isSwitchedOn()).contains(true);
      assertThat(emulated.landing().faults()).isEmpty();
      assertThat(emulated.account().subscriptionId())
          .isEqualTo(emulated.emulator().subscriptionId());
    }
  }

  @Test
  void isAsTheBuilderSays() {
    try (EmulatedDataConnect emulated =
        EmulatedDataConnect.builder()
            .withStart(START)
            .withRegion(Region.NORTH_EUROPE)
            .withHost(HostKind.SYNAPSE)
            .withSeed(7)
            .withEmulator(more -> more.withDataConnectOff().withRunTime(Duration.ofMinutes(1)))
            .start()) {
      assertThat(emulated.time().now()).isEqualTo(START);
      assertThat(emulated.landing().region()).hasToString("northeurope");
      assertThat(emulated.landing().host().toString()).containsIgnoringCase("synapse");
      assertThat(emulated.dataConnect().isSwitchedOn()).contains(false);
      assertThat(emulated.history()).contains("seed 7").contains("2026-03-01T08:00:00Z");
    }
  }

  @Test
  void givesTenantsThatAreAlikeAndApart() {
    EmulatedDataConnectBuilder builder = EmulatedDataConnect.builder();
    try (EmulatedDataConnect first = builder.start();
        EmulatedDataConnect second = builder.start()) {
      first.approvedApp(MESSAGE_V1.allColumns());

      assertThat(second.emulator().tenantId()).isEqualTo(first.emulator().tenantId());
      assertThat(first.dataConnect().plan(first.landing()).isUpToDate()).isTrue();
      assertThat(second.dataConnect().plan(second.landing()).isUpToDate()).isFalse();
    }
  }

  @Test
  void registersSeveralDatasetsOnce() {
    try (EmulatedDataConnect emulated = EmulatedDataConnect.start()) {
      DataConnectApp app =
          emulated.approvedApp(MESSAGE_V1.allColumns(), USER_V1.columns("mail", "displayName"));

      assertThat(app.registration().datasets()).hasSize(2);
      assertThat(app.consent().isApproved()).isTrue();
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> emulated.approvedApp(MESSAGE_V1.allColumns(), MESSAGE_V1.columns("subject")))
          .withMessageContaining("is registered twice");
    }
  }

  @Test
  void goesByTheMachinesClockIfTold() {
    try (EmulatedDataConnect emulated = EmulatedDataConnect.builder().withRealTime().start()) {
      assertThatIllegalStateException()
          .isThrownBy(emulated::time)
          .withMessageContaining("started with real time");
    }
  }

  @Test
  void isClosedAsAWhole() {
    EmulatedDataConnect emulated = EmulatedDataConnect.start();
    emulated.close();
    emulated.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> emulated.dataConnect().caller())
        .withMessage("This DataConnect is closed. Open another.");
  }
}
