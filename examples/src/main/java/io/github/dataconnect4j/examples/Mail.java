package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.Landing;
import io.github.dataconnect4j.Registration;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.pipeline.Copy;
import java.time.Duration;
import java.time.Instant;

/** What the tutorial asks for: who sent mail, and when. */
final class Mail {

  private static final Dataset<Row> MESSAGES = Catalog.builtIn().dataset("Message_v1");

  private Mail() {}

  static Registration registration(Landing landing) {
    return Registration.of(landing)
        .describedAs("Who writes to whom, and when")
        .reads(MESSAGES.columns("internetMessageId", "sender", "receivedDateTime", "subject"));
  }

  static Copy lastMonth(Instant now) {
    return Copy.of(MESSAGES)
        .where("receivedDateTime")
        .from(now.minus(Duration.ofDays(30)))
        .until(now);
  }
}
