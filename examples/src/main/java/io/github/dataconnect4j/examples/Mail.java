package io.github.dataconnect4j.examples;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;

import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import java.time.Duration;
import java.time.Instant;

/** What the tutorial asks for: who sent mail, and when. */
final class Mail {

  private Mail() {}

  static Registration registration(Landing landing) {
    return Registration.of(landing)
        .describedAs("Who writes to whom, and when")
        .reads(
            MESSAGE_V1.columns(
                MessageV1.INTERNET_MESSAGE_ID,
                MessageV1.SENDER,
                MessageV1.RECEIVED_DATE_TIME,
                MessageV1.SUBJECT));
  }

  static Copy<MessageV1> lastMonth(Instant now) {
    return Copy.of(MESSAGE_V1)
        .where(MessageV1.RECEIVED_DATE_TIME)
        .from(now.minus(Duration.ofDays(30)))
        .until(now);
  }
}
