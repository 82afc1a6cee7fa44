package org.example.mail;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;

import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.Copy;
import java.time.Duration;
import java.time.Instant;

/** Copies the mail of a day, if it may. */
record NightlyMail(DataConnectApp app) {

  boolean startedFor(Instant day) {
    if (!app.consent().isApproved()) {
      return false;
    }
    app.runner()
        .start(
            Copy.of(MESSAGE_V1)
                .where(MessageV1.RECEIVED_DATE_TIME)
                .from(day)
                .until(day.plus(Duration.ofDays(1))));
    return true;
  }
}
