package io.github.dataconnect4j.azure.pipelines;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The linked services, datasets, pipelines and triggers of a host, as the service has them: what is
 * read from one host can be written to another. Members that this library does not know are in it.
 *
 * <p>A trigger's {@code runtimeState} is the service's own: writing one starts nothing. A trigger
 * that runs cannot be written; the service refuses with {@code TriggerEnabledCannotUpdate}, see
 * {@link HostPipelines#stopTrigger}.
 *
 * <p>A secret does not come back: in its place the service shows an {@code encryptedCredential}
 * that only the same host can read. A linked service for another host needs its secret anew.
 *
 * <p>Implementations are thread-safe, and throw this library's exceptions only.
 *
 * @since 0.1.0
 */
public interface ArtifactStore {

  /** What stands under a name; empty if nothing does. */
  Optional<Found> find(ArtifactKind kind, String name);

  /**
   * All of a kind. The service gives them in pages, and each is asked for when the stream gets
   * there: a stream that is cut short leaves the rest unread.
   *
   * @throws io.github.dataconnect4j.error.RejectedException while the stream is read, if a page
   *     points to another host for the next one; nothing is sent there
   */
  Stream<Listed> list(ArtifactKind kind);

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
   * An artifact of a list.
   *
   * @param name its name
   * @param artifact what it is; its etag may be missing
   */
  record Listed(String name, Found artifact) {}

  /**
   * An artifact as it stands.
   *
   * @param properties JSON as plain values; what the service says is null is not in it
   * @param etag changes whenever the artifact does; empty where the service tells none
   */
  record Found(Map<String, @Nullable Object> properties, Optional<String> etag) {}
}
