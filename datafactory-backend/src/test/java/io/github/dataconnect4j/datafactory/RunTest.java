package io.github.dataconnect4j.datafactory;

import static io.github.dataconnect4j.azure.StubHost.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dataconnect4j.azure.HandMovedTime;
import io.github.dataconnect4j.azure.StubHost;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.ThrottledException;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.spi.Pipelines.Failure;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of a pipeline: started once, looked up, read, cancelled. */
class RunTest {

  private static final Instant NOW = HandMovedTime.START;
  private static final String CREATE = "POST pipelines/p/createRun";
  private static final String QUERY = "POST queryPipelineRuns";
  private static final String RUN = "GET pipelineruns/r1";
  private static final String ACTIVITIES = "POST pipelineruns/r1/queryActivityruns";
  private static final Map<String, String> PARAMETERS =
      Map.of("runKey", "key-1", "start", "2026-10-01T00:00:00Z", "end", "2026-10-08T00:00:00Z");

  private final StubFactory far = new StubFactory();
  private final HostPipelines pipelines = far.pipelines();

  @Nested
  class Starting {

    @Test
    void sendsTheBareParametersAndGivesTheId() {
      far.on(CREATE, 200, "{'runId':'r1'}".replace('\'', '"'));

      assertThat(pipelines.start("p", PARAMETERS)).isEqualTo("r1");
      assertThat(far.sent).hasSize(1);
      assertThat(far.sent.get(0).body())
          .isEqualTo(
              read(
                  "{'runKey':'key-1','start':'2026-10-01T00:00:00Z',"
                      + "'end':'2026-10-08T00:00:00Z'}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void isInDoubtAfterAnAnswerThatDoesNotSay(int status) {
      far.on(CREATE, status, "{\"error\":{\"code\":\"X\",\"message\":\"x\"}}");

      assertInDoubt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"runId\":", "<html>"})
    void isInDoubtAfterAnAnswerThatCannotBeRead(String body) {
      far.on(CREATE, 200, body);

      assertInDoubt();
    }

    static Stream<IOException> lost() {
      return Stream.of(
          new SocketTimeoutException("timeout"),
          new SocketTimeoutException("Read timed out"),
          new SocketException("Connection reset"),
          new IOException("unexpected end of stream"));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void isInDoubtWhereTheConnectionBreaks(IOException failure) {
      far.breaks(CREATE, failure);

      assertInDoubt();
    }

    static Stream<IOException> neverSent() {
      return Stream.of(
          new ConnectException("Connection refused"),
          new UnknownHostException("management.example"),
          new SocketTimeoutException("Connect timed out"),
          new SocketTimeoutException("failed to connect to /10.0.0.1 (port 443) after 10000ms"));
    }

    @ParameterizedTest
    @MethodSource("neverSent")
    void hasFailedWhereNothingWasSent(IOException failure) {
      far.breaks(CREATE, failure);

      assertThatExceptionOfType(ServiceUnavailableException.class)
          .isThrownBy(() -> pipelines.start("p", PARAMETERS))
          .withMessageContaining("Could not start pipeline 'p' of data factory 'factory'");
      assertThat(far.sent).hasSize(1);
    }

    @Test
    void hasFailedWhereTheServiceRefuses() {
      far.on(CREATE, 400, "{\"error\":{\"code\":\"BadRequest\",\"message\":\"x\"}}");
      far.on(CREATE, 403, "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"x\"}}");
      far.on(CREATE, 429, "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"x\"}}");

      assertThat(failure()).isInstanceOf(RejectedException.class);
      assertThat(failure()).isInstanceOf(NotPermittedException.class);
      assertThat(failure()).isInstanceOf(ThrottledException.class);
    }

    private Throwable failure() {
      return catchThrowable(() -> pipelines.start("p", PARAMETERS));
    }

    private void assertInDoubt() {
      Throwable thrown = failure();
      assertThat(thrown)
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("Could not start pipeline 'p' of data factory 'factory'")
          .hasMessageContaining("whose parameter runKey is 'key-1'");
      Problem problem = ((DataConnectException) thrown).problem();
      assertThat(problem.retry()).isEqualTo(Problem.Retry.UNKNOWN);
      assertThat(problem.ids()).containsEntry("runKey", "key-1").containsEntry("pipeline", "p");
      assertThat(far.sent).as("sent once").hasSize(1);
    }
  }

  @Nested
  class LookingUp {

    private final Instant since = NOW.minusSeconds(300);

    @Test
    void findsTheRunWithTheKeyOnAnyPage() {
      far.on(QUERY, 200, page("'continuationToken':'t2'", run("r8", "key-8"), run("r9", "")));
      far.on(QUERY, 200, page("'x':1", run("r1", "key-1")));

      assertThat(pipelines.findRun("p", "key-1", since)).contains("r1");
      assertThat(far.sent).hasSize(2);
      assertThat(far.sent.get(0).body())
          .isEqualTo(
              read(
                  "{'lastUpdatedAfter':'2026-02-28T11:55:00Z',"
                      + "'lastUpdatedBefore':'2026-03-02T12:00:00Z','filters':"
                      + "[{'operand':'PipelineName','operator':'Equals','values':['p']}],"
                      + "'orderBy':[{'orderBy':'RunStart','order':'DESC'}]}"));
      assertThat(far.sent.get(1).body().get("continuationToken").asText()).isEqualTo("t2");
    }

    @Test
    void findsNothingAmongOthers() {
      far.on(QUERY, 200, page("'continuationToken':''", run("r8", "key-8"), "{'runId':'r7'}"));

      assertThat(pipelines.findRun("p", "key-1", since)).isEmpty();
    }

    private String page(String more, String... runs) {
      return ("{'value':[" + String.join(",", runs) + "]," + more + "}").replace('\'', '"');
    }

    private String run(String id, String key) {
      return "{'runId':'" + id + "','parameters':{'runKey':'" + key + "'}}";
    }
  }

  @Nested
  class Reading {

    @Test
    void ofAnUnknownRunFindsNothing() {
      assertThat(pipelines.find("r1")).isEmpty();
    }

    @Test
    void ofASucceededRunTellsWhatWasWritten() {
      run("Succeeded", "");
      activity("{'dataWritten':1000,'filesWritten':2}", "{'errorCode':'','message':''}");

      RunState state = pipelines.find("r1").orElseThrow();

      assertThat(state.stage()).isEqualTo(RunStage.SUCCEEDED);
      assertThat(state.rawStatus()).isEqualTo("Succeeded");
      assertThat(state.pipeline()).isEqualTo("p");
      assertThat(state.parameters()).containsOnly(Map.entry("runKey", "key-1"));
      assertThat(state.startedAt()).isEqualTo("2026-03-01T11:00:00Z");
      assertThat(state.endedAt()).contains(Instant.parse("2026-03-01T11:30:00Z"));
      assertThat(state.bytesWritten()).hasValue(1000);
      assertThat(state.filesWritten()).hasValue(2);
      assertThat(state.failure()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "Initializing, INITIALIZING",
      "RequestingConsent, WAITING_FOR_APPROVAL",
      "ConsentPending, WAITING_FOR_APPROVAL",
      "Consent Pending, WAITING_FOR_APPROVAL",
      "Extracting Data, EXTRACTING",
      "InProgress, EXTRACTING",
      "Persisting Data, PERSISTING",
      "Dreaming, UNRECOGNIZED"
    })
    void ofARunAtWorkTellsTheStageOfItsCopy(String status, RunStage stage) {
      run("InProgress", "");
      activity("{'executionDetails':[{'status':'" + status + "'}]}", "{}");

      RunState state = pipelines.find("r1").orElseThrow();

      assertThat(state.stage()).isEqualTo(stage);
      assertThat(state.rawStatus()).isEqualTo(status);
      assertThat(state.endedAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{'executionDetails':[]}",
          "{'executionDetails':'soon'}",
          "{'executionDetails':[7]}",
          "'text'",
          "null"
        })
    void ofARunWhoseCopyTellsNothingIsAtItsStart(String output) {
      run("InProgress", "");
      activity(output, "null");

      RunState state = pipelines.find("r1").orElseThrow();

      assertThat(state.stage()).isEqualTo(RunStage.INITIALIZING);
      assertThat(state.rawStatus()).isEqualTo("InProgress");
      assertThat(state.bytesWritten()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "Queued, QUEUED",
      "Canceled, CANCELLED",
      "Cancelled, CANCELLED",
      "Canceling, UNRECOGNIZED",
      "Sleeping, UNRECOGNIZED"
    })
    void ofAnotherStatusKeepsTheServicesWord(String status, RunStage stage) {
      run(status, "");
      far.on(ACTIVITIES, 200, "{\"value\":[]}");

      RunState state = pipelines.find("r1").orElseThrow();

      assertThat(state.stage()).isEqualTo(stage);
      assertThat(state.rawStatus()).isEqualTo(status);
      assertThat(state.failure()).isEmpty();
    }

    @Test
    void ofAFailedRunTellsTheErrorOfItsCopy() {
      run("Failed", "Operation on target Message_v1 failed");
      activity("{}", "{'errorCode':2200,'message':'ErrorCode=X','target':'Message_v1'}");

      assertThat(pipelines.find("r1").flatMap(RunState::failure))
          .contains(new Failure("2200", "ErrorCode=X", "Message_v1"));
    }

    @Test
    void ofARunThatFailedByItselfTellsItsMessage() {
      run("Failed", "no such dataset");
      far.on(ACTIVITIES, 200, "{\"value\":[]}");

      assertThat(pipelines.find("r1").flatMap(RunState::failure))
          .contains(new Failure("", "no such dataset", ""));
    }

    @Test
    void ofAQueuedRunAsksForNoActivities() {
      far.on(RUN, 200, "{\"runId\":\"r1\",\"status\":\"Queued\"}");

      assertThat(pipelines.find("r1").map(RunState::startedAt)).contains(NOW);
      assertThat(far.sent).hasSize(1);
    }

    @Test
    void tellsTheColumnsThatEachCopyWasRunWith() {
      run("Succeeded", "");
      far.on(
          ACTIVITIES,
          200,
          ("{'value':[{'activityName':'A','activityType':'Copy','input':{'source':{"
                  + "'outputColumns':[{'name':'subject'},{'name':'id'}]}}},"
                  + "{'activityName':'B','activityType':'Copy','input':{'source':{}}},"
                  + "{'activityName':'Loop','activityType':'Copy','input':{'source':{"
                  + "'outputColumns':[{'name':'subject'}]}}},"
                  + "{'activityName':'Loop','activityType':'Copy','input':{'source':{"
                  + "'outputColumns':[{'name':'id'}]}}},"
                  + "{'activityName':'Odd','activityType':'Copy','input':{'source':{"
                  + "'outputColumns':[{'name':{'value':'@x','type':'Expression'}}]}}},"
                  + "{'activityName':'Wait','activityType':'Wait'}]}")
              .replace('\'', '"'));

      assertThat(pipelines.find("r1").orElseThrow().columns())
          .isEqualTo(Map.of("A", List.of("subject", "id")));
    }

    @Test
    void readsTheActivitiesOfAllPages() {
      run("Succeeded", "");
      far.on(ACTIVITIES, 200, "{\"value\":[],\"continuationToken\":\"t\"}");
      activity("{'dataWritten':'12'}", "{}");

      assertThat(pipelines.find("r1").orElseThrow().bytesWritten()).hasValue(12);
    }

    private void run(String status, String message) {
      boolean ended = !status.equals("InProgress");
      far.on(
          RUN,
          200,
          ("{'runId':'r1','pipelineName':'p','parameters':{'runKey':'key-1'},'status':'"
                  + status
                  + "','message':'"
                  + message
                  + "','runStart':'2026-03-01T11:00:00Z'"
                  + (ended ? ",'runEnd':'2026-03-01T11:30:00Z'" : "")
                  + "}")
              .replace('\'', '"'));
    }

    private void activity(String output, String error) {
      far.on(
          ACTIVITIES,
          200,
          ("{'value':[{'activityType':'Wait','activityName':'w'},{'activityName':'Message_v1',"
                  + "'activityType':'Copy','output':"
                  + output
                  + ",'error':"
                  + error
                  + "}]}")
              .replace('\'', '"'));
    }
  }

  @Nested
  class Cancelling {

    private static final String CANCEL = "POST pipelineruns/r1/cancel";
    private static final String REFUSAL = "{\"error\":{\"code\":\"BadRequest\",\"message\":\"x\"}}";

    @Test
    void asksTheService() {
      far.on(CANCEL, 200, "");

      pipelines.cancel("r1");

      assertThat(far.sent).extracting(StubHost.Sent::line).containsExactly(CANCEL);
    }

    @Test
    void leavesARunThatHasEnded() {
      far.on(CANCEL, 400, REFUSAL);
      far.on(RUN, 200, "{\"runId\":\"r1\",\"status\":\"Succeeded\"}");

      pipelines.cancel("r1");

      assertThat(pipelines.find("r1").map(RunState::stage))
          .isEqualTo(Optional.of(RunStage.SUCCEEDED));
    }

    @Test
    void failsWhereARunGoesOnAllTheSame() {
      far.on(CANCEL, 400, REFUSAL);
      far.on(RUN, 200, "{\"runId\":\"r1\",\"status\":\"Queued\"}");

      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(() -> pipelines.cancel("r1"))
          .withMessageContaining("cancel run r1 of data factory 'factory'");
    }
  }
}
