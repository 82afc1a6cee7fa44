package org.example.mail;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static io.github.dataconnect4j.testing.DataConnectAssertions.assertThat;

import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.testing.DataConnectTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// region first
@DataConnectTest
class MailTest {
  @Test
  void copiesTheMailOfAYear(DataConnectApp app, VirtualTime time) {
    var lastYear =
        Copy.of(MESSAGE_V1)
            .where(MessageV1.RECEIVED_DATE_TIME)
            .from(time.now().minus(Duration.ofDays(365)))
            .until(time.now());
    assertThat(app.runner().start(lastYear)).succeeded().wrote(80).rowsOf(MESSAGE_V1);
  }
}
// endregion
