package io.github.dataconnect4j.datafactory;

import io.github.dataconnect4j.datafactory.Artifact.Kind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where linked services, datasets and pipelines are kept: the transport beneath a deployment. */
interface ArtifactStore {

  /** What stands under a name; empty if nothing does. */
  Optional<Found> find(Kind kind, String name);

  /**
   * Writes the whole of an artifact.
   *
   * @param etag what it must still have; empty for one that was not there
   */
  void put(Kind kind, String name, Map<String, @Nullable Object> properties, Optional<String> etag);

  /** The place, as a message names it. */
  @Override
  String toString();

  /** An artifact as it stands: JSON as plain values, and its etag. */
  record Found(Map<String, @Nullable Object> properties, Optional<String> etag) {}
}
