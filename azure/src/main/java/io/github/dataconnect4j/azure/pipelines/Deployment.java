package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.Secret;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Found;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what stands in a store to what is asked for: looks first, writes only what differs.
 *
 * <p>Thread-safe.
 */
final class Deployment {

  private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);

  private final ArtifactStore store;

  Deployment(ArtifactStore store) {
    this.store = store;
  }

  /** The key id in both linked services; empty unless both stand as asked and agree on it. */
  Optional<String> connectedWith(Connections connections) {
    String first = ArtifactNames.microsoft365(connections.appName());
    return store
        .find(ArtifactKind.LINKED_SERVICE, first)
        .flatMap(found -> Artifact.annotation(found.properties(), PipelineTranslator.SECRET))
        .filter(
            keyId ->
                PipelineTranslator.linkedServices(connections, keyId).stream()
                    .allMatch(this::stands));
  }

  private boolean stands(Artifact asked) {
    return store
        .find(asked.kind(), asked.name())
        .filter(found -> asked.isMetBy(found.properties()))
        .isPresent();
  }

  /**
   * Writes both linked services, whatever stands.
   *
   * @throws ConflictException if one of them is another's, or was changed meanwhile
   */
  void connect(Connections connections, String keyId, Secret secret) {
    String owner = PipelineTranslator.owner(connections);
    List<Artifact> readable = PipelineTranslator.linkedServices(connections, keyId);
    List<Artifact> asked = PipelineTranslator.linkedServices(connections, keyId, secret);
    for (int i = 0; i < asked.size(); i++) {
      Artifact one = asked.get(i);
      write(one, readable.get(i), store.find(one.kind(), one.name()), owner);
    }
  }

  /**
   * Writes the datasets and the pipeline where they are not as asked for.
   *
   * @return how many were written
   * @throws ConflictException if one of them is another's, or was changed meanwhile
   */
  int deploy(PipelineSpec spec) {
    String owner = PipelineTranslator.owner(spec.connections());
    int writes = 0;
    for (Artifact asked : PipelineTranslator.pipeline(spec)) {
      Optional<Found> found = store.find(asked.kind(), asked.name());
      if (found.isEmpty() || !asked.isMetBy(found.get().properties())) {
        write(asked, asked, found, owner);
        writes++;
      }
    }
    return writes;
  }

  /** Writes one; readable is what is seen of it afterwards, without the secret. */
  private void write(Artifact asked, Artifact readable, Optional<Found> found, String owner) {
    if (found.isPresent() && !Artifact.isAnnotated(found.get().properties(), owner)) {
      throw new ConflictException(
          Problem.of(
                  "write " + asked + " to " + store,
                  "one of that name exists that is not this app's: it lacks the annotation '"
                      + owner
                      + "'.",
                  "Rename or delete it if it is another's; add the annotation if it may be"
                      + " overwritten.")
              .andId("name", asked.name()),
          null);
    }
    Map<String, @Nullable Object> before = found.map(Found::properties).orElseGet(Map::of);
    try {
      store.put(asked.kind(), asked.name(), asked.laidOver(before), found.flatMap(Found::etag));
    } catch (ConflictException e) {
      // A write whose answer was lost is sent again, and then meets the version that it made.
      if (!stands(readable)) {
        throw e;
      }
    }
    LOG.info("wrote {} to {}", asked, store);
  }
}
