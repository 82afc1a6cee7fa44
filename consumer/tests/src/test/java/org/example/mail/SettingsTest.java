package org.example.mail;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static io.github.dataconnect4j.testing.DataConnectAssertions.assertThat;

import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.testing.DataConnectExtension;
import io.github.dataconnect4j.testing.EmulatedDataConnect;
import io.github.dataconnect4j.testing.HostKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension with settings of one's own. */
class SettingsTest {

  // region control
  @RegisterExtension
  static final DataConnectExtension DATA_CONNECT =
      DataConnectExtension.of(
              EmulatedDataConnect.builder()
                  .withHost(HostKind.SYNAPSE)
                  .withTenant(2, 5)
                  .withStart(Instant.parse("2026-03-01T08:00:00Z")))
          .withApp(MESSAGE_V1.columns("subject"));

  // endregion

  @Test
  void theTenantIsAsItWasSaid(DataConnectApp app, VirtualTime time) {
    assertThat(Mail.copy(app, time)).succeeded().wrote(10).rowsOf(MESSAGE_V1);
  }
}
