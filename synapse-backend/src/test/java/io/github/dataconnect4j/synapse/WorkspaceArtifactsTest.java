package io.github.dataconnect4j.synapse;

import static io.github.dataconnect4j.azure.StubHost.read;
import static io.github.dataconnect4j.synapse.StubWorkspace.DEV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.http.HttpHeaderName;
import io.github.dataconnect4j.azure.HandMovedTime;
import io.github.dataconnect4j.azure.pipelines.ArtifactKind;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Found;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Listed;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.WaitEndedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts on the workspace's own endpoint: every form in which a write may end. */
class WorkspaceArtifactsTest {

  private static final String PUT = "PUT /datasets/d";
  private static final String GET = "GET /datasets/d";
  private static final String FOLLOW = "GET /operationResults/op-1";
  private static final Map<String, String> LOCATION =
      Map.of("Location", DEV + "/operationResults/op-1?api-version=2020-12-01");
  private static final Map<String, String> LOCATION_AND_PAUSE =
      Map.of("Location", DEV + "/operationResults/op-1", "Retry-After", "17");

  private final StubWorkspace far = StubWorkspace.standing();
  private final ArtifactStore artifacts = far.artifacts();

  private void put(Optional<String> etag) {
    artifacts.put(ArtifactKind.DATASET, "d", Map.of("type", "Binary"), etag);
  }

  private List<String> linesAfterTheWorkspace() {
    assertThat(far.lines()).first().isEqualTo("GET arm");
    return far.lines().subList(1, far.lines().size());
  }

  @Nested
  class Reading {

    @Test
    void findsNothingWhereNothingIs() {
      assertThat(artifacts.find(ArtifactKind.PIPELINE, "p")).isEmpty();
    }

    @Test
    void goesToTheEndpointThatTheWorkspaceNames() {
      artifacts.find(ArtifactKind.LINKED_SERVICE, "ls");
      artifacts.find(ArtifactKind.PIPELINE, "p");

      assertThat(far.lines())
          .as("the workspace is asked once")
          .containsExactly("GET arm", "GET /linkedservices/ls", "GET /pipelines/p");
      assertThat(far.sent.get(2).url()).hasToString(DEV + "/pipelines/p?api-version=2020-12-01");
    }

    @Test
    void keepsMembersThatNobodyHereKnows() {
      far.has("/datasets/d", "{'etag':'e1','properties':{'type':'Binary','future':{'x':[1]}}}");

      assertThat(artifacts.find(ArtifactKind.DATASET, "d"))
          .contains(
              new Found(
                  Map.of("type", "Binary", "future", Map.of("x", List.of(1))), Optional.of("e1")));
    }

    @Test
    void listsPageByPage() {
      far.on(
          "GET /pipelines",
          200,
          "{'value':[{'name':'a'}],'nextLink':'" + DEV + "/pipelines?t=1&api-version=2020-12-01'}");
      far.on("GET /pipelines", 200, "{'value':[{'name':'b','properties':{'future':1}}]}");

      assertThat(artifacts.list(ArtifactKind.PIPELINE))
          .containsExactly(
              new Listed("a", new Found(Map.of(), Optional.empty())),
              new Listed("b", new Found(Map.of("future", 1), Optional.empty())));
      assertThat(far.sent.get(2).url()).hasToString(DEV + "/pipelines?t=1&api-version=2020-12-01");
    }

    @Test
    void saysWhatTheServiceSays() {
      far.on(GET, 403, "{'error':{'code':'Unauthorized','message':'no role'}}");

      assertThatExceptionOfType(NotPermittedException.class)
          .isThrownBy(() -> artifacts.find(ArtifactKind.DATASET, "d"))
          .withMessageContaining("Could not read dataset 'd' of Synapse workspace 'ws': no role")
          .satisfies(e -> assertThat(e.problem().code()).contains("Unauthorized"));
    }
  }

  @Nested
  class AWrite {

    @Test
    void thatIsDoneAtOnceEnds() {
      put(Optional.empty());

      assertThat(linesAfterTheWorkspace()).containsExactly(PUT);
      assertThat(far.last(PUT).body()).isEqualTo(read("{'properties':{'type':'Binary'}}"));
      assertThat(far.last(PUT).headers().getValue(HttpHeaderName.IF_MATCH)).isNull();
      assertThat(far.time.sleeps()).isEmpty();
    }

    @Test
    void ofWhatWasSeenNamesItsVersion() {
      put(Optional.of("etag-7"));

      assertThat(far.last(PUT).headers().getValue(HttpHeaderName.IF_MATCH)).isEqualTo("etag-7");
    }

    @Test
    void ofWhatSomebodyChangedMeanwhileIsAConflict() {
      far.on(PUT, 412, "{'error':{'code':'PreconditionFailed','message':'another etag'}}");

      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> put(Optional.of("etag-7")))
          .withMessageContaining("Could not write dataset 'd' to Synapse workspace 'ws'")
          .withMessageContaining("read it again and repeat");
    }

    @Test
    void thatIsAcceptedWithALocationIsFollowedOnTheCloudsClock() {
      far.on(PUT, 202, LOCATION_AND_PAUSE, "{'state':'Creating','operationId':'op-1'}");
      far.on(FOLLOW, 202, LOCATION_AND_PAUSE, "{'status':'InProgress'}");
      far.on(FOLLOW, 200, "{'properties':{},'etag':'e2'}");

      put(Optional.empty());

      assertThat(linesAfterTheWorkspace()).containsExactly(PUT, FOLLOW, FOLLOW);
      assertThat(far.time.sleeps()).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void isOverWhereItsLocationHasNothingToSay() {
      far.on(PUT, 202, LOCATION, "");
      far.on(FOLLOW, 202, "");
      far.on(FOLLOW, 204, "");

      put(Optional.empty());

      assertThat(linesAfterTheWorkspace()).containsExactly(PUT, FOLLOW, FOLLOW);
    }

    @Test
    void isFollowedWhereverTheLastAnswerPoints() {
      far.on(PUT, 202, Map.of("Location", "/operationResults/op-1"), "");
      far.on(FOLLOW, 202, Map.of("Location", "/operationResults/op-2"), "");
      far.on("GET /operationResults/op-2", 200, "");

      put(Optional.empty());

      assertThat(linesAfterTheWorkspace())
          .containsExactly(PUT, FOLLOW, "GET /operationResults/op-2");
    }

    @Test
    void withAnAsyncOperationEndsWhenItsBodySaysSo() {
      far.on(
          PUT,
          202,
          Map.of(
              "Azure-AsyncOperation",
              DEV + "/operationResults/op-1",
              "Location",
              DEV + "/operationResults/other"),
          "");
      far.on(FOLLOW, 200, "{'status':'InProgress'}");
      far.on(FOLLOW, 200, "{'status':'Succeeded'}");

      put(Optional.empty());

      assertThat(linesAfterTheWorkspace()).containsExactly(PUT, FOLLOW, FOLLOW);
    }

    @Test
    void whoseOperationFailsIsRefused() {
      far.on(PUT, 202, LOCATION, "");
      far.on(
          FOLLOW, 200, "{'status':'Failed','error':{'code':'BadLink','message':'no such store'}}");

      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(() -> put(Optional.empty()))
          .withMessageContaining("write dataset 'd' to Synapse workspace 'ws': no such store")
          .satisfies(e -> assertThat(e.problem().code()).contains("BadLink"));
    }

    @Test
    void outlastsAServiceThatIsAwayForAWhile() {
      far.on(PUT, 202, LOCATION, "");
      far.on(FOLLOW, 503, "");
      far.on(FOLLOW, 200, "");

      put(Optional.empty());

      assertThat(linesAfterTheWorkspace()).containsExactly(PUT, FOLLOW, FOLLOW);
    }

    @Test
    void thatIsOnlyAcceptedIsLookedForUntilItShows() {
      far.on(PUT, 202, "{'state':'Creating'}");
      far.on(GET, 404, "{}");
      far.on(GET, 200, "{'properties':{},'etag':'e1'}");

      put(Optional.empty());

      assertThat(linesAfterTheWorkspace()).containsExactly(PUT, GET, GET);
    }

    @Test
    void thatIsOnlyAcceptedIsLookedForUntilItsVersionIsAnother() {
      far.on(PUT, 202, "{'state':'Updating'}");
      far.on(GET, 200, "{'properties':{},'etag':'e1'}");
      far.on(GET, 200, "{'properties':{},'etag':'e1'}");
      far.on(GET, 200, "{'properties':{},'etag':'e2'}");

      put(Optional.of("e1"));

      assertThat(linesAfterTheWorkspace()).containsExactly(PUT, GET, GET, GET);
      assertThat(far.time.sleeps()).hasSize(2);
    }

    @Test
    void thatNeverShowsIsNotWaitedForLongerThanTenMinutes() {
      far.on(PUT, 202, "");

      assertThatExceptionOfType(WaitEndedException.class)
          .isThrownBy(() -> put(Optional.empty()))
          .withMessageContaining("Could not write dataset 'd' to Synapse workspace 'ws'")
          .withMessageContaining("repeat the call to look again");
      assertThat(Duration.between(HandMovedTime.START, far.time.now()))
          .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/operationResults/op-1",
          "https://ws.dev.example.evil.example/op-1",
          "https://ws.dev.example:8443/operationResults/op-1",
          "http://ws.dev.example/operationResults/op-1",
          "https://x@ws.dev.example/operationResults/op-1",
          "//evil.example/op-1",
          "file:///etc/passwd",
          "no address at all"
        })
    void isNotFollowedToAnotherPlace(String location) {
      far.on(PUT, 202, Map.of("Location", location), "");

      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(() -> put(Optional.empty()))
          .withMessageContaining("another place than " + DEV + ", and nothing was sent there");
      assertThat(linesAfterTheWorkspace()).containsExactly(PUT);
    }
  }

  @Nested
  class ATrigger {

    private static final String START = "POST /triggers/t/start";
    private static final String TRIGGER = "GET /triggers/t";

    @Test
    void isStartedWithItsAnswer() {
      far.on(START, 200, "");

      far.pipelines().startTrigger("t");

      assertThat(linesAfterTheWorkspace()).containsExactly(START);
    }

    @Test
    void isFollowedWhereItsAnswerPoints() {
      far.on(START, 202, LOCATION_AND_PAUSE, "");
      far.on(FOLLOW, 202, LOCATION_AND_PAUSE, "");
      far.on(FOLLOW, 200, "");

      far.pipelines().startTrigger("t");

      assertThat(linesAfterTheWorkspace()).containsExactly(START, FOLLOW, FOLLOW);
    }

    @Test
    void isLookedAtUntilItIsStoppedWhereItsAnswerPointsNowhere() {
      far.on("POST /triggers/t/stop", 202, "");
      far.on(TRIGGER, 200, "{'properties':{'runtimeState':'Started'}}");
      far.on(TRIGGER, 200, "{'properties':{'runtimeState':'Stopped'}}");

      far.pipelines().stopTrigger("t");

      assertThat(linesAfterTheWorkspace())
          .containsExactly("POST /triggers/t/stop", TRIGGER, TRIGGER);
    }
  }
}
