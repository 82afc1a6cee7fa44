package io.github.dataconnect4j.azure.pipelines;

import com.azure.core.http.HttpHeaderName;
import io.github.dataconnect4j.azure.pipelines.HostEndpoint.Answer;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.time.WaitPolicy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts of one host. They pass as they are, members that nobody here knows included; the
 * SDK's models would drop those within {@code typeProperties}.
 *
 * <p>Synapse's description marks a write as long-running and declares no header to follow it by,
 * while the service's other operations have one. So it is followed where there is one, and else
 * looked for until it shows. Data Factory's writes are done with their answer.
 */
final class HostArtifacts implements ArtifactStore {

  private final HostEndpoint endpoint;
  private final Waiting waiting;

  HostArtifacts(HostEndpoint endpoint, Waiting waiting) {
    this.endpoint = endpoint;
    this.waiting = waiting;
  }

  @Override
  public Optional<Found> find(ArtifactKind kind, String name) {
    return new Attempt("read " + kind + " '" + name + "' of " + this)
        .find(() -> found(endpoint.get(path(kind, name))));
  }

  private static Found found(Answer answer) {
    Map<String, @Nullable Object> all = answer.as(JsonTree::read);
    return new Found(
        JsonTree.members(all.get("properties")),
        Optional.ofNullable(all.get("etag"))
            .map(Objects::toString)
            .or(() -> answer.header(HttpHeaderName.ETAG)));
  }

  @Override
  public Stream<Listed> list(ArtifactKind kind) {
    return ArtifactList.of(
        endpoint, "list the " + kind + "s of " + this, HostEndpoint.path(kind.segment()));
  }

  @Override
  public void put(
      ArtifactKind kind,
      String name,
      Map<String, @Nullable Object> properties,
      Optional<String> etag) {
    String attempt = "write " + kind + " '" + name + "' to " + this;
    String json = JsonTree.write(Map.of("properties", properties));
    Answer answer = new Attempt(attempt).get(() -> endpoint.put(path(kind, name), json, etag));
    awaitEnd(
        attempt,
        answer,
        () -> find(kind, name).filter(found -> etag.isEmpty() || !found.etag().equals(etag)));
  }

  void startTrigger(String name) {
    switchTrigger("start", name, "Started");
  }

  void stopTrigger(String name) {
    switchTrigger("stop", name, "Stopped");
  }

  private void switchTrigger(String verb, String name, String state) {
    String attempt = verb + " trigger '" + name + "' of " + this;
    String path = HostEndpoint.path(ArtifactKind.TRIGGER.segment(), name, verb);
    Answer answer = new Attempt(attempt).get(() -> endpoint.post(path));
    awaitEnd(
        attempt,
        answer,
        () ->
            find(ArtifactKind.TRIGGER, name)
                .filter(found -> state.equals(found.properties().get("runtimeState"))));
  }

  /**
   * Returns when what was accepted has happened.
   *
   * @param shown finds it, where the answer points nowhere
   */
  private void awaitEnd(String attempt, Answer answer, Waiting.Look<Found> shown) {
    if (answer.status() != 202) {
      return;
    }
    Optional<ArtifactOperation> operation = ArtifactOperation.of(endpoint, attempt, answer);
    if (operation.isPresent()) {
      waiting.until(WaitPolicy.brisk(), operation.get(), stillGoing(attempt));
    } else {
      waiting.until(WaitPolicy.brisk(), shown, stillGoing(attempt));
    }
  }

  private static Function<WaitEndedException.Limit, Problem> stillGoing(String attempt) {
    return limit ->
        Problem.of(
            attempt,
            "The host had not finished when the wait ended (" + limit + ").",
            "It goes on there: repeat the call to look again.");
  }

  private static String path(ArtifactKind kind, String name) {
    return HostEndpoint.path(kind.segment(), name);
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}
