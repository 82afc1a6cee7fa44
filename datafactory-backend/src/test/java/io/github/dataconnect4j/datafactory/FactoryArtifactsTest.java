package io.github.dataconnect4j.datafactory;

import static io.github.dataconnect4j.azure.StubHost.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.http.HttpHeaderName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.azure.pipelines.ArtifactKind;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Found;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Listed;
import io.github.dataconnect4j.azure.pipelines.HostPipelines;
import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Directory.SecretEntry;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import java.net.URI;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts of a factory pass as they are. */
class FactoryArtifactsTest {

  private static final String BASE =
      "https://management.azure.com/subscriptions/subscription/resourceGroups/rg/providers/"
          + "Microsoft.DataFactory/factories/factory/";

  private final StubFactory far = new StubFactory();
  private final HostPipelines pipelines = far.pipelines();
  private final ArtifactStore artifacts = pipelines.artifacts();

  @Test
  void keepMembersThatNoModelKnows() {
    far.has(
        "datasets/d",
        "{'etag':'e1','properties':{'type':'Office365Table','version':null,'typeProperties':"
            + "{'MGDCSolutionTemplateId':'t-1','tableName':'x','predicate':null}}}");

    Found found = artifacts.find(ArtifactKind.DATASET, "d").orElseThrow();
    artifacts.put(ArtifactKind.DATASET, "d", found.properties(), found.etag());

    assertThat(found.etag()).contains("e1");
    assertThat(far.last("PUT datasets/d").body())
        .isEqualTo(
            read(
                "{'properties':{'type':'Office365Table','typeProperties':"
                    + "{'MGDCSolutionTemplateId':'t-1','tableName':'x'}}}"));
    assertThat(far.last("PUT datasets/d").headers().getValue(HttpHeaderName.IF_MATCH))
        .isEqualTo("e1");
    assertThat(far.last("PUT datasets/d").url())
        .hasToString(BASE + "datasets/d?api-version=2018-06-01");
  }

  @Test
  void amongThemTriggersAreStartedAndStopped() {
    far.on("POST triggers/every%20hour/start", 200, "");
    far.on("POST triggers/every%20hour/stop", 200, "");

    pipelines.startTrigger("every hour");
    pipelines.stopTrigger("every hour");

    assertThat(far.sent)
        .extracting(sent -> sent.method() + " " + sent.url())
        .containsExactly(
            "POST " + BASE + "triggers/every%20hour/start?api-version=2018-06-01",
            "POST " + BASE + "triggers/every%20hour/stop?api-version=2018-06-01");
  }

  @Test
  void thatAreNoTriggersCannotBeStarted() {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> pipelines.startTrigger("t"))
        .withMessageContaining("Could not start trigger 't' of data factory 'factory'");
  }

  @Test
  void ofOursKeepWhatAPersonWroteIntoTheirTypeProperties() {
    Connections connections =
        new Connections(
            "app",
            "ir",
            "tenant",
            "client",
            StorageKind.BLOB,
            URI.create("https://acct.blob.example/"));
    pipelines.connect(connections, signIn("key-1", "s3cret"));
    String path = "linkedservices/app_m365";
    ((ObjectNode) far.resource(path).at("/properties/typeProperties"))
        .put("undocumented", "theirs")
        .putObject("nested")
        .put("precise", 12345678901234L);

    pipelines.connect(connections, signIn("key-2", "n3w"));

    JsonNode sent = far.last("PUT " + path).body().at("/properties/typeProperties");
    assertThat(sent.get("undocumented").asText()).isEqualTo("theirs");
    assertThat(sent.at("/nested/precise").asLong()).isEqualTo(12345678901234L);
    assertThat(sent.at("/servicePrincipalKey/value").asText()).isEqualTo("n3w");
    assertThat(far.last("PUT " + path).body().toString()).doesNotContain("null");
  }

  @Test
  void sayWhatTheServiceSays() {
    far.on("GET datasets/d", 403, "{'error':{'code':'AuthorizationFailed','message':'no role'}}");
    far.on("PUT datasets/d", 412, "{'error':{'code':'PreconditionFailed','message':'etag'}}");

    assertThatExceptionOfType(NotPermittedException.class)
        .isThrownBy(() -> artifacts.find(ArtifactKind.DATASET, "d"))
        .withMessageContaining("Could not read dataset 'd' of data factory 'factory': no role");
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> artifacts.put(ArtifactKind.DATASET, "d", Map.of(), Optional.of("old")))
        .withMessageContaining("Could not write dataset 'd' to data factory 'factory'");
  }

  @Nested
  class Lists {

    private static final String FIRST = "GET pipelines";

    private String page(String next, String... names) {
      StringBuilder page = new StringBuilder("{'value':[");
      for (String name : names) {
        page.append(page.charAt(page.length() - 1) == '[' ? "" : ",")
            .append("{'name':'" + name + "','etag':'e-" + name + "','properties':{'x':1}}");
      }
      return page + "]" + next + "}";
    }

    private String next(String path) {
      return ",'nextLink':'" + BASE + path + "'";
    }

    @Test
    void areReadPageByPage() {
      far.on(FIRST, 200, page(next("pipelines/2?api-version=2018-06-01&t=1"), "a", "b"));
      far.on("GET pipelines/2", 200, page(next("pipelines/3")));
      far.on("GET pipelines/3", 200, page(",'nextLink':null", "c"));

      List<Listed> all = artifacts.list(ArtifactKind.PIPELINE).toList();

      assertThat(all).extracting(Listed::name).containsExactly("a", "b", "c");
      assertThat(all.get(0).artifact()).isEqualTo(new Found(Map.of("x", 1), Optional.of("e-a")));
      assertThat(far.sent.get(1).url())
          .as("as the service gave it")
          .hasToString(BASE + "pipelines/2?api-version=2018-06-01&t=1");
    }

    @Test
    void askForNoMoreThanIsTaken() {
      far.on(FIRST, 200, page(next("pipelines/2"), "a", "b"));
      Iterator<String> names = pipelines.names().iterator();
      assertThat(far.sent).isEmpty();

      assertThat(names.next()).isEqualTo("a");
      assertThat(pipelines.names().limit(2)).containsExactly("a", "b");
      assertThat(far.lines()).containsOnly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/p",
          "https://management.azure.com.evil.example/p",
          "http://management.azure.com/p",
          "https://management.azure.com:8443/p"
        })
    void areNotFollowedToAnotherPlace(String link) {
      far.on(FIRST, 200, page(",'nextLink':'" + link + "'", "a"));

      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(() -> artifacts.list(ArtifactKind.PIPELINE).toList())
          .withMessageContaining("another place than https://management.azure.com, and nothing");
      assertThat(far.lines()).containsExactly(FIRST);
    }

    @Test
    void thatGoRoundInACircleEnd() {
      far.on(FIRST, 200, page(next("pipelines/2"), "a"));
      far.on("GET pipelines/2", 200, page(next("pipelines/2"), "b"));

      assertThatExceptionOfType(RejectedException.class)
          .isThrownBy(() -> artifacts.list(ArtifactKind.PIPELINE).toList())
          .withMessageContaining("list the pipelines of data factory 'factory'")
          .withMessageContaining("lead back to one that was read already");
      assertThat(far.lines()).containsExactly(FIRST, "GET pipelines/2");
    }
  }

  private static SignIn signIn(String keyId, String secret) {
    return new SignIn(
        AppCredential.clientSecret(),
        Optional.of(new AddedSecret(new SecretEntry(keyId, "", Instant.EPOCH), Secret.of(secret))));
  }
}
