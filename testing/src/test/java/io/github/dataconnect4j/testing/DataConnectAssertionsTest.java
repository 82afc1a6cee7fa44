package io.github.dataconnect4j.testing;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;
import static io.github.dataconnect4j.dataset.Datasets.USER_V1;
import static io.github.dataconnect4j.testing.DataConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dataconnect4j.emulator.time.VirtualTime;
import io.github.dataconnect4j.error.RunFailedException;
import io.github.dataconnect4j.onboarding.DataConnectApp;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the assertions let pass, and what they say when they do not. */
@DataConnectTest(users = 2, messages = 5)
class DataConnectAssertionsTest {

  private static void refuses(ThrowingCallable assertion, String... texts) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(assertion)
        .satisfies(
            error ->
                org.assertj.core.api.Assertions.assertThat(error.getMessage()).contains(texts));
  }

  @Nested
  class OfARun {

    @Test
    void thatSucceeds(DataConnectApp app, VirtualTime time) {
      PipelineRun run = Mail.copy(app, time);
      assertThat(run).isIn(RunStage.QUEUED);

      assertThat(run).succeeded().wrote(10).rowsOf(MESSAGE_V1).wrote(10).rows();
      assertThat(run).isIn(RunStage.SUCCEEDED);
      refuses(
          () -> assertThat(run).wrote(11).rowsOf(MESSAGE_V1),
          "Run " + run.id() + " was to write 11 rows of BasicDataSet_v0.Message_v1, and wrote 10",
          "into " + run.output().folder());
      refuses(
          () -> assertThat(run).wrote(10).rowsOf(USER_V1),
          "was to write rows of BasicDataSet_v0.User_v1, and wrote columns that it does not have",
          "receivedDateTime");
      refuses(() -> assertThat(run).wroteNothing(), "was to write 0 rows, and wrote 10");
      refuses(() -> assertThat(run).failed(), "was to fail, and succeeded: RunReport");
      refuses(() -> assertThat(run).isIn(RunStage.FAILED), "was to be FAILED, and is SUCCEEDED.");
    }

    @Test
    void thatIsCancelled(DataConnectApp app, VirtualTime time) {
      PipelineRun run = Mail.copy(app, time);
      run.cancel();

      assertThat(run).failed().isInstanceOf(RunFailedException.class);
      refuses(
          () -> assertThat(run).succeeded(), "Run " + run.id() + " was to succeed, and did not:");
    }

    @Test
    void inItsReport(DataConnectApp app, VirtualTime time) {
      RunReport report = Mail.copy(app, time).await(WaitPolicy.patient());

      assertThat(report).hasRows(10).tookAtMost(Duration.ofHours(1));
      assertThat(report).hasFiles(report.files());
      refuses(() -> assertThat(report).hasRows(9), "was to report 9 rows, and reports 10");
      refuses(() -> assertThat(report).hasFiles(99), "was to write 99 files, and wrote");
      refuses(
          () -> assertThat(report).tookAtMost(Duration.ofSeconds(1)),
          "was to take at most PT1S, and took PT45M");
      RunReport silent =
          new RunReport("r", "k", "p", Instant.EPOCH, Instant.EPOCH, OptionalLong.empty(), 0, 0);
      refuses(() -> assertThat(silent).hasRows(9), "and reports no number");
    }
  }

  @Nested
  @DataConnectTest(fresh = FreshTenant.PER_METHOD)
  class OfAConsent {

    @Test
    void thatIsPendingAndThenApproved(EmulatedDataConnect emulated) {
      DataConnectApp app = emulated.registeredApp(MESSAGE_V1.allColumns());
      assertThat(app.consent()).isPending();
      refuses(
          () -> assertThat(app.consent()).isApproved(),
          "The consent was to be APPROVED, and is PENDING_AUTHORIZATION. refresh() looks again.");
      refuses(
          () -> assertThat(app.consent()).expiresIn(Duration.ofDays(1)),
          "nobody has decided about it");

      Instant approval = emulated.time().now();
      emulated.emulator().administrator().approve(app.applicationId());

      assertThat(app.consent())
          .isApproved()
          .expiresIn(Duration.ofDays(180))
          .expiresAt(approval.plus(Duration.ofDays(180)));
      refuses(
          () -> assertThat(app.consent()).expiresIn(Duration.ofDays(1)),
          "The consent was to expire at ",
          ", and expires at ");
    }

    @Test
    void thatIsDeclined(EmulatedDataConnect emulated) {
      DataConnectApp app = emulated.registeredApp(MESSAGE_V1.allColumns());
      emulated.emulator().administrator().decline(app.applicationId(), "no");

      assertThat(app.consent()).isDeclined();
      refuses(
          () -> assertThat(app.consent()).isApproved(),
          "and is DENIED (DENIED at ",
          " by administrator@contoso.example, version 1)");
      refuses(
          () -> assertThat(app.consent()).expiresIn(Duration.ofDays(1)),
          "and expires never: it is DENIED");
    }
  }
}
