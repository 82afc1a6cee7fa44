package io.github.dataconnect4j.azure.pipelines;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where linked services, datasets and pipelines are kept: the transport beneath a {@link
 * Deployment}.
 *
 * <p>Implementations are thread-safe, and throw this library's exceptions only.
 *
 * @since 0.1.0
 */
public interface ArtifactStore {

  /** What stands under a name; empty if nothing does. */
  Optional<Found> find(ArtifactKind kind, String name);

  /**
   * Writes the whole of an artifact, and returns when it is written.
   *
   * @param properties JSON as plain values
   * @param etag what it must still have; empty for one that was not there
   */
  void put(
      ArtifactKind kind,
      String name,
      Map<String, @Nullable Object> properties,
      Optional<String> etag);

  /** The place, as a message names it. */
  @Override
  String toString();

  /**
   * An artifact as it stands.
   *
   * @param properties JSON as plain values
   * @param etag changes whenever the artifact does; empty where the service tells none
   */
  record Found(Map<String, @Nullable Object> properties, Optional<String> etag) {}
}
