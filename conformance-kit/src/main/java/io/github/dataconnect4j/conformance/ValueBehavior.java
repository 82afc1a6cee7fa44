package io.github.dataconnect4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Names and values that are long, or not ASCII, or look like an expression. */
abstract class ValueBehavior extends Behavior {

  ValueBehavior(Supplier<PipelineHostFixture> fixtures) {
    super(fixtures);
  }

  @Test
  void takesNamesAtTheirLimits() {
    Landing own = scene().landing;
    Landing longest =
        Landing.in(filled(own.resourceGroup(), 90), own.region())
            .application(filled(own.application(), 80), own.owner().orElseThrow())
            .storage(
                BlobContainer.named(filled(own.storage().account(), 24), filled("m365", 63))
                    .under(filled("folder", 100)))
            .host(fixture().longestNamedHost());

    PipelineRun run =
        scene()
            .approved(Scene.registration(longest, Scope.everyone()))
            .runner()
            .start(scene().copy());

    assertThat(run.await(Scene.LONG).files()).isPositive();
    assertThat(scene().dataConnect.plan(longest).isUpToDate()).isTrue();
  }

  @Test
  void keepsNamesApartThatDifferAtTheirEnd() {
    keepsApart(filled("app", 60) + "a", filled("app", 60) + "b");
  }

  @Test
  void keepsNamesApartThatDifferInLettersBeyondAscii() {
    keepsApart("Größe 日本 😀", "Größe 日本 😁");
  }

  @Test
  void bringsParametersBackAsTheyWere() {
    comesBack("ключ-日本-😀-\"quoted\"");
  }

  @Test
  void takesAParameterThatBeginsWithAnAtSignAsData() {
    comesBack("@{pipeline().RunId}");
  }

  @Test
  void takesAFolderThatBeginsWithAnAtSignAsData() {
    scene().approved();
    Connections connections = scene().connections("folders");
    scene().connect(connections);
    String folder = "@toUpper('x')/@{pipeline().RunId}";
    scene().pipelines().deploy(scene().spec("folders", connections, folder));

    end(scene().pipelines().start("folders", scene().parameters("key")));

    assertThat(
            scene()
                .account
                .storage()
                .list(
                    scene().storage().blobEndpoint(),
                    scene().landing.storage().container(),
                    folder + "/key/"))
        .isNotEmpty();
  }

  @Test
  void takesAScopeFilterWithAnAtSignAsData() {
    Scope scope =
        Scope.filter(
            "https://graph.microsoft.com/v1.0/users?$filter=department ne '@{pipeline().RunId}'");

    PipelineRun run =
        scene().approved(Scene.registration(scene().landing, scope)).runner().start(scene().copy());

    assertThat(run.await(Scene.LONG).files()).isPositive();
  }

  private void keepsApart(String one, String other) {
    scene().applied();
    Connections first = scene().connections(one);
    Connections second = scene().connections(other);

    String firstKey = scene().connect(first);
    assertThat(scene().isConnected(second)).isFalse();
    String secondKey = scene().connect(second);

    assertThat(scene().isConnectedWith(first, firstKey)).isTrue();
    assertThat(scene().isConnectedWith(second, secondKey)).isTrue();
    assertThat(scene().pipelines().deploy(scene().spec(one, first, "one"))).isPositive();
    assertThat(scene().pipelines().deploy(scene().spec(other, second, "other"))).isPositive();
    assertThat(scene().pipelines().deploy(scene().spec(one, first, "one"))).isZero();
  }

  private void comesBack(String runKey) {
    PipelineRun run = scene().approved().runner().start(scene().copy());
    Pipelines pipelines = scene().pipelines();
    String pipeline = pipelines.find(run.id()).orElseThrow().pipeline();
    Map<String, String> parameters = scene().parameters(runKey);

    String id = pipelines.start(pipeline, parameters);

    assertThat(pipelines.find(id).map(RunState::parameters)).contains(parameters);
    assertThat(pipelines.findRun(pipeline, runKey, scene().now().minus(Duration.ofHours(1))))
        .contains(id);
  }

  private void end(String runId) {
    Waiting waiting = new Waiting(scene().account.cloud().time(), scene().account.cloud().chance());
    RunState end =
        waiting.until(
            WaitPolicy.upTo(Duration.ofHours(6)),
            () -> scene().pipelines().find(runId).filter(state -> state.stage().isFinal()),
            limit -> Problem.of("see the end of run " + runId, "it has none.", "Look at it."));
    assertThat(end.stage()).as("%s", end.failure()).isEqualTo(RunStage.SUCCEEDED);
  }

  private static String filled(String start, int length) {
    return start + "x".repeat(length - start.length());
  }
}
