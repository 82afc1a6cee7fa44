package io.github.dataconnect4j.synapse;

import static io.github.dataconnect4j.azure.StubHost.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dataconnect4j.azure.HandMovedTime;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.spi.Pipelines.Failure;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on the workspace's own endpoint: started once, looked up, read, cancelled. */
class WorkspaceRunsTest {

  private static final String CREATE = "POST /pipelines/p/createRun";
  private static final String QUERY = "POST /queryPipelineRuns";
  private static final String RUN = "GET /pipelineruns/r1";
  private static final String ACTIVITIES = "POST /pipelines/p/pipelineruns/r1/queryActivityruns";
  private static final String CANCEL = "POST /pipelineruns/r1/cancel";

  private final StubWorkspace far = StubWorkspace.standing();
  private final HostPipelines pipelines = far.pipelines();

  @Nested
  class Starting {

    @ParameterizedTest
    @ValueSource(ints = {200, 202})
    void sendsTheBareParametersAndGivesTheId(int status) {
      far.on(CREATE, status, "{'runId':'r1'}");

      assertThat(pipelines.start("p", Map.of("runKey", "key-1"))).isEqualTo("r1");
      assertThat(far.last(CREATE).body()).isEqualTo(read("{'runKey':'key-1'}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 504})
    void isInDoubtAfterAnAnswerThatDoesNotSay(int status) {
      far.on(CREATE, status, "{'error':{'code':'X','message':'x'}}");

      assertInDoubt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{'runId':", "<html>", "[]"})
    void isInDoubtAfterAnAnswerThatCannotBeRead(String body) {
      far.on(CREATE, 202, body);

      assertInDoubt();
    }

    @Test
    void isInDoubtWhereTheConnectionBreaks() {
      far.breaks(CREATE, new SocketTimeoutException("timeout"));
      assertInDoubt();
    }

    @Test
    void hasFailedWhereNothingWasSent() {
      far.breaks(CREATE, new ConnectException("Connection refused"));

      assertThatExceptionOfType(ServiceUnavailableException.class)
          .isThrownBy(() -> pipelines.start("p", Map.of()))
          .withMessageContaining("Could not start pipeline 'p' of Synapse workspace 'ws'");
    }

    @Test
    void hasFailedWhereTheServiceRefuses() {
      far.on(CREATE, 400, "{'error':{'code':'BadRequest','message':'x'}}");

      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(() -> pipelines.start("p", Map.of()));
    }

    @Test
    void isNotInDoubtWhereTheWorkspaceCouldNotBeLookedUp() {
      far.breaks("GET arm", new IOException("reset"));

      assertThatExceptionOfType(ServiceUnavailableException.class)
          .isThrownBy(() -> pipelines.start("p", Map.of()))
          .withMessageContaining("look for Synapse workspace 'ws'");
    }

    private void assertInDoubt() {
      assertThatExceptionOfType(OutcomeUnknownException.class)
          .isThrownBy(() -> pipelines.start("p", Map.of("runKey", "key-1")))
          .withMessageContaining("Could not start pipeline 'p' of Synapse workspace 'ws'")
          .withMessageContaining("whose parameter runKey is 'key-1'")
          .satisfies(
              e -> {
                assertThat(e.problem().retry()).isEqualTo(Problem.Retry.UNKNOWN);
                assertThat(e.problem().ids()).containsEntry("runKey", "key-1");
              });
      assertThat(far.lines()).filteredOn(CREATE::equals).as("sent once").hasSize(1);
    }
  }

  @Nested
  class LookingUp {

    @Test
    void findsTheRunWithTheKeyOnAnyPage() {
      far.on(QUERY, 200, "{'value':[{'runId':'r9','parameters':{}}],'continuationToken':'t2'}");
      far.on(QUERY, 200, "{'value':[],'continuationToken':'t3'}");
      far.on(QUERY, 200, "{'value':[{'runId':'r1','parameters':{'runKey':'key-1'}}]}");

      assertThat(pipelines.findRun("p", "key-1", HandMovedTime.START)).contains("r1");

      assertThat(far.sent)
          .filteredOn(one -> one.line().equals(QUERY))
          .extracting(one -> one.body().path("continuationToken").asText())
          .containsExactly("", "t2", "t3");
      assertThat(far.last(QUERY).body().at("/filters/0"))
          .isEqualTo(read("{'operand':'PipelineName','operator':'Equals','values':['p']}"));
    }

    @Test
    void findsNothingAmongOthers() {
      far.on(QUERY, 200, "{'value':[{'runId':'r9'}],'continuationToken':''}");

      assertThat(pipelines.findRun("p", "key-1", HandMovedTime.START)).isEmpty();
    }
  }

  @Nested
  class Reading {

    @Test
    void ofAnUnknownRunFindsNothing() {
      assertThat(pipelines.find("r1")).isEmpty();
    }

    @Test
    void takesAnIdThatIsNone() {
      assertThat(pipelines.find("no such/run?x")).isEmpty();
      assertThat(far.sent.get(far.sent.size() - 1).url())
          .hasToString(
              StubWorkspace.DEV + "/pipelineruns/no%20such%2Frun%3Fx?api-version=2020-12-01");
    }

    @Test
    void ofASucceededRunTellsWhatWasWrittenOnAnyPage() {
      run("Succeeded");
      far.on(ACTIVITIES, 200, "{'value':[{'activityType':'Wait'}],'continuationToken':'t'}");
      far.on(
          ACTIVITIES,
          200,
          "{'value':[{'activityType':'Copy','output':{'dataWritten':1000,'filesWritten':2}}]}");

      RunState state = pipelines.find("r1").orElseThrow();

      assertThat(state.stage()).isEqualTo(RunStage.SUCCEEDED);
      assertThat(state.bytesWritten()).hasValue(1000);
      assertThat(state.filesWritten()).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
      "RequestingConsent, WAITING_FOR_APPROVAL",
      "Extracting Data, EXTRACTING",
      "Persisting Data, PERSISTING",
      "Dreaming, UNRECOGNIZED"
    })
    void ofARunAtWorkTellsTheStageOfItsCopy(String status, RunStage stage) {
      run("InProgress");
      far.on(
          ACTIVITIES,
          200,
          "{'value':[{'activityType':'Copy','output':{'executionDetails':[{'status':'"
              + status
              + "'}]}}]}");

      assertThat(pipelines.find("r1").orElseThrow())
          .extracting(RunState::stage, RunState::rawStatus)
          .containsExactly(stage, status);
    }

    @Test
    void ofAFailedRunTellsTheErrorOfItsCopy() {
      run("Failed");
      far.on(
          ACTIVITIES,
          200,
          "{'value':[{'activityType':'Copy','error':"
              + "{'errorCode':'2200','message':'ErrorCode=X','target':'Message_v1'}}]}");

      assertThat(pipelines.find("r1").flatMap(RunState::failure))
          .contains(new Failure("2200", "ErrorCode=X", "Message_v1"));
    }

    private void run(String status) {
      far.on(
          RUN,
          200,
          "{'runId':'r1','pipelineName':'p','parameters':{'runKey':'key-1'},'status':'"
              + status
              + "','runStart':'2026-03-01T09:00:00Z'}");
    }
  }

  @Nested
  class Cancelling {

    @Test
    void asksTheService() {
      far.on(CANCEL, 200, "");

      pipelines.cancel("r1");

      assertThat(far.last(CANCEL).url())
          .hasToString(
              StubWorkspace.DEV
                  + "/pipelineruns/r1/cancel?isRecursive=true&api-version=2020-12-01");
    }

    @Test
    void leavesARunThatHasEnded() {
      far.on(CANCEL, 400, "{'error':{'code':'BadRequest','message':'x'}}");
      far.on(RUN, 200, "{'runId':'r1','status':'Succeeded'}");

      pipelines.cancel("r1");

      assertThat(far.lines()).endsWith(CANCEL, RUN);
    }

    @Test
    void failsWhereARunGoesOnAllTheSame() {
      far.on(CANCEL, 400, "{'error':{'code':'BadRequest','message':'x'}}");
      far.on(RUN, 200, "{'runId':'r1','status':'Queued'}");

      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(() -> pipelines.cancel("r1"))
          .withMessageContaining("cancel run r1 of Synapse workspace 'ws'");
    }
  }
}
