package org.example.mail;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;

import io.github.dataconnect4j.dataset.MessageV1;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.testing.EmulatedDataConnect;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;

/** The whole way on the emulator, on the class path, without JUnit and AssertJ. */
public final class Program {

  private Program() {}

  public static void main(String[] args) {
    try (EmulatedDataConnect emulated = EmulatedDataConnect.builder().withTenant(2, 5).start()) {
      Instant now = emulated.time().now();
      var app = emulated.registeredApp(MESSAGE_V1.columns(MessageV1.SUBJECT));
      app.consent().await(WaitPolicy.upTo(Duration.ofDays(1)));
      PipelineRun run =
          app.runner()
              .start(
                  Copy.of(MESSAGE_V1)
                      .where(MessageV1.RECEIVED_DATE_TIME)
                      .from(now.minus(Duration.ofDays(365)))
                      .until(now));
      run.await(WaitPolicy.patient());
      try (Rows<MessageV1> rows = Extracts.of(run).rows(MESSAGE_V1)) {
        rows.forEach(row -> System.out.println("row " + row.subject().orElseThrow()));
      }
    }
  }
}
