package io.github.dataconnect4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.dataconnect4j.authorization.RuleCode;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.authorization.Violation;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RunFailedException;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.shared.ServiceDetail;
import io.github.dataconnect4j.spi.Pipelines.Failure;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import io.github.dataconnect4j.time.HandMovedTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunFailuresTest {

  /** As users have posted it: issues 58 and 61 of OfficeDev/MS-Graph-Data-Connect. */
  private static String envelope(String detail) {
    return "ErrorCode=UserErrorOffice365DataLoaderError,'Type=Microsoft.DataTransfer.Common.Shared"
        + ".HybridDeliveryException,Message=Office365 data loading failed to execute. "
        + detail
        + ",Source=Microsoft.DataTransfer.ClientLibrary,'";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "None of the users requested were valid. Ensure the users are enabled and have both a valid"
            + " Exchange and Workplace Analytics license | NO_VALID_USERS | enabled members",
        "Group Expansion Failed. Please contact us for support. | GROUP_EXPANSION_FAILED | groups"
            + " exist",
        "Failed to persist: Access Denied. | SINK_ACCESS_DENIED | Storage Blob Data Contributor",
        "AADSTS7000215: Invalid client secret provided. | WRONG_SECRET | Delete the application's"
            + " secret",
        "AADSTS7000222: The provided client secret keys are expired. | SECRET_EXPIRED | Apply the"
            + " landing again",
        "Data Connect is switched off. | DATA_CONNECT_OFF | switch Data Connect on",
        "Failed to extract data from Office 365 for Tenant 1 and dataset BasicDataSet_v0.Event_v1"
            + " into AzureX account | UserErrorOffice365DataLoaderError | host's monitor"
      })
  void namesCodeAndCureOfWhatIsKnown(String detail, String code, String cure) {
    DataConnectException failed = failed(envelope(detail));

    assertThat(failed)
        .isInstanceOf(RunFailedException.class)
        .hasMessageStartingWith("Could not get the data of run run-1: " + detail)
        .hasMessageContaining(cure)
        .hasMessageEndingWith("[" + code + "]");
    assertThat(failed.problem().code()).contains(code);
    assertThat(failed.problem().retry()).isEqualTo(Problem.Retry.NO);
    assertThat(failed.problem().ids())
        .isEqualTo(Map.of("runId", "run-1", "runKey", "key-1", "pipeline", "p"));
    assertThat(failed)
        .asInstanceOf(type(RunFailedException.class))
        .extracting(RunFailedException::serviceText)
        .isEqualTo(envelope(detail));
  }

  @Test
  void readsAnEnvelopeBrokenIntoLines() {
    String text =
        envelope("Group Expansion\nFailed somehow.").replace(",Message", ",\r\n      Message");

    assertThat(failed(text)).hasMessageContaining("run-1: Group Expansion\nFailed somehow. ");
  }

  @Test
  void keepsATextThatIsNoEnvelope() {
    assertThat(failed("Something else entirely"))
        .hasMessageContaining("run-1: Something else entirely ")
        .hasMessageEndingWith("[RUN_FAILED]");
  }

  @Test
  void saysThatNoReasonIsGiven() {
    assertThat(failed(envelope(""))).hasMessageContaining("the service gives no reason.");
    assertThat(RunFailures.of(state(RunStage.FAILED, Optional.empty()), "key-1"))
        .hasMessageContaining("the service gives no reason.");
  }

  @ParameterizedTest
  @EnumSource(RuleCode.class)
  void makesAConsentExceptionOfEachBrokenRule(RuleCode code) {
    Violation broken = new Violation(code, "a,Source=b (c); 'd'", "é\n");
    String text = envelope(ServiceDetail.write(new Verdict(List.of(broken))));

    DataConnectException failed = failed(text);

    assertThat(failed)
        .isInstanceOf(ConsentException.class)
        .hasMessageContaining(code.headline())
        .hasMessageContaining(code.cure())
        .hasMessageEndingWith("[" + code + "]");
    assertThat(((ConsentException) failed).verdict()).isEqualTo(new Verdict(List.of(broken)));
    assertThat(failed.problem().ids())
        .containsEntry("runId", "run-1")
        .containsEntry("serviceText", text)
        .containsEntry("asked." + code, broken.asked())
        .containsEntry("approved." + code, broken.approved());
  }

  @Test
  void makesAConsentExceptionOfTheServicesOwnWords() {
    assertThat(failed(envelope("ConsentNotFound")))
        .isInstanceOf(ConsentException.class)
        .hasMessageEndingWith("[APP_NOT_FOUND]");
    assertThat(
            failed(
                envelope(
                    "Invalid requested columns. The following requested columns were not consented"
                        + " to for dataset BasicDataSet_v0.Message_v1: body, flag")))
        .isInstanceOf(ConsentException.class)
        .hasMessageContaining("Asked: body, flag.")
        .hasMessageEndingWith("[COLUMNS_NOT_AUTHORIZED]");
  }

  @Test
  void tellsACancelledRunFromAFailedOne() {
    DataConnectException cancelled =
        RunFailures.of(state(RunStage.CANCELLED, Optional.empty()), "key-1");

    assertThat(cancelled)
        .isInstanceOf(RunFailedException.class)
        .hasMessage(
            "Could not get the data of run run-1: it was cancelled. Start the copy again."
                + " [RUN_CANCELLED]");
    assertThat(((RunFailedException) cancelled).serviceText()).isEqualTo("raw");
  }

  private static DataConnectException failed(String text) {
    return RunFailures.of(
        state(RunStage.FAILED, Optional.of(new Failure("2200", text, "Copy"))), "key-1");
  }

  private static RunState state(RunStage stage, Optional<Failure> failure) {
    return new RunState(
        "run-1",
        "p",
        Map.of(),
        stage,
        "raw",
        HandMovedTime.START,
        Optional.of(HandMovedTime.START),
        OptionalLong.empty(),
        OptionalLong.empty(),
        failure,
        Map.of());
  }
}
