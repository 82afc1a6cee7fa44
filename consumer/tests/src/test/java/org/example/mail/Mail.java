package org.example.mail;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;

import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;

/** What a program of a user's would do. */
final class Mail {

  private Mail() {}

  /** Starts a copy of the mail of the last year, all registered columns of it. */
  static PipelineRun copy(DataConnectApp app, TimeSource time) {
    return app.runner()
        .start(
            Copy.of(MESSAGE_V1)
                .where(MessageV1.RECEIVED_DATE_TIME)
                .from(time.now().minus(Duration.ofDays(365)))
                .until(time.now()));
  }
}
