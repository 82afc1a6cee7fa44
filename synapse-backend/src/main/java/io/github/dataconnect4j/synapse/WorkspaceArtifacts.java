package io.github.dataconnect4j.synapse;

import com.azure.core.http.HttpHeaderName;
import io.github.dataconnect4j.WaitPolicy;
import io.github.dataconnect4j.azure.pipelines.ArtifactKind;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore;
import io.github.dataconnect4j.azure.pipelines.Attempt;
import io.github.dataconnect4j.azure.pipelines.JsonTree;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.spi.Waiting;
import io.github.dataconnect4j.synapse.DataPlane.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts of one workspace. They pass as they are, members that nobody here knows included.
 *
 * <p>The description marks a write as long-running and declares no header to follow it by, while
 * the service's other operations have one. So it is followed where there is one, and else looked
 * for until it shows.
 */
final class WorkspaceArtifacts implements ArtifactStore {

  private final DataPlane dataPlane;
  private final Waiting waiting;

  WorkspaceArtifacts(DataPlane dataPlane, Waiting waiting) {
    this.dataPlane = dataPlane;
    this.waiting = waiting;
  }

  @Override
  public Optional<Found> find(ArtifactKind kind, String name) {
    return new Attempt("read " + kind + " '" + name + "' of " + this)
        .find(() -> found(dataPlane.get(path(kind, name))));
  }

  private static Found found(Answer answer) {
    Map<String, @Nullable Object> all = answer.as(JsonTree::read);
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    if (all.get("properties") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> properties.put(String.valueOf(key), value));
    }
    return new Found(
        properties,
        Optional.ofNullable(all.get("etag"))
            .map(Objects::toString)
            .or(() -> answer.header(HttpHeaderName.ETAG)));
  }

  @Override
  public void put(
      ArtifactKind kind,
      String name,
      Map<String, @Nullable Object> properties,
      Optional<String> etag) {
    String attempt = "write " + kind + " '" + name + "' to " + this;
    String json = JsonTree.write(Map.of("properties", properties));
    Answer answer = new Attempt(attempt).get(() -> dataPlane.put(path(kind, name), json, etag));
    if (answer.status() != 202) {
      return;
    }
    Optional<ArtifactOperation> operation = ArtifactOperation.of(dataPlane, attempt, answer);
    if (operation.isPresent()) {
      waiting.until(WaitPolicy.brisk(), operation.get(), stillGoing(attempt));
    } else {
      waiting.until(
          WaitPolicy.brisk(),
          () -> find(kind, name).filter(found -> etag.isEmpty() || !found.etag().equals(etag)),
          stillGoing(attempt));
    }
  }

  private static Function<WaitEndedException.Limit, Problem> stillGoing(String attempt) {
    return limit ->
        Problem.of(
            attempt,
            "The workspace had not finished when the wait ended (" + limit + ").",
            "It goes on there: repeat the call to look again.");
  }

  private static String path(ArtifactKind kind, String name) {
    String segment =
        switch (kind) {
          case LINKED_SERVICE -> "linkedservices";
          case DATASET -> "datasets";
          case PIPELINE -> "pipelines";
        };
    return DataPlane.path(segment, name);
  }

  @Override
  public String toString() {
    return dataPlane.toString();
  }
}
