package org.example.mail;

import static io.github.dataconnect4j.testing.DataConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.testing.DataConnectTest;
import io.github.dataconnect4j.testing.Fault;
import io.github.dataconnect4j.testing.FaultKind;
import org.junit.jupiter.api.Test;

/** What goes wrong, ordered by annotation. */
@DataConnectTest
class FaultTest {

  // region fault
  @Test
  @Fault(operation = "Pipelines_CreateRun", kind = FaultKind.LOST_ANSWER)
  void aStartWhoseAnswerIsLostIsFoundAgain(
      DataConnectApp app, DataConnectEmulator emulator, VirtualTime time) {
    assertThat(Mail.copy(app, time)).succeeded();

    assertThat(emulator.faults().pending()).isEmpty();
  }
  // endregion
}
