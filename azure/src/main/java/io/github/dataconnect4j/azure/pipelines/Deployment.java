package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Found;
import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.error.ConflictException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

  /**
   * Whether all linked services stand as asked. Looks at each once at most.
   *
   * @param isGood whether the client secret of that key id may still be used
   */
  boolean isConnected(Connections connections, AppCredential credential, Predicate<String> isGood) {
    return isConnected(new Looked(), connections, credential, isGood);
  }

  private static boolean isConnected(
      Looked looked, Connections connections, AppCredential credential, Predicate<String> isGood) {
    String app = connections.appName();
    String keyId =
        credential.takesClientSecret()
            ? looked
                .find(ArtifactNames.microsoft365(app))
                .flatMap(found -> Artifact.annotation(found.properties(), SignInJson.SECRET))
                .orElse("")
            : "";
    if (credential.takesClientSecret() && !isGood.test(keyId)) {
      return false;
    }
    SignInJson seen = SignInJson.seen(app, credential, keyId);
    return PipelineTranslator.linkedServices(connections, seen).stream().allMatch(looked::stands);
  }

  /**
   * Writes the linked services where they do not stand as asked.
   *
   * @param signIn asked for only then
   * @return whether they were written
   * @throws ConflictException if one of them is another's, or was changed meanwhile
   */
  boolean connect(
      Connections connections,
      AppCredential credential,
      Predicate<String> isGood,
      Supplier<SignIn> signIn) {
    Looked looked = new Looked();
    if (isConnected(looked, connections, credential, isGood)) {
      return false;
    }
    String owner = PipelineTranslator.owner(connections);
    // Before a secret is made, and before the first of them is written.
    PipelineTranslator.linkedServices(
            connections, SignInJson.seen(connections.appName(), credential, ""))
        .forEach(one -> requireOurs(one, looked.find(one.name()), owner));
    SignInJson sent = SignInJson.sent(connections.appName(), signIn.get());
    List<Artifact> readable = PipelineTranslator.linkedServices(connections, sent.seen());
    List<Artifact> asked = PipelineTranslator.linkedServices(connections, sent);
    for (int i = 0; i < asked.size(); i++) {
      Artifact one = asked.get(i);
      write(one, readable.get(i), looked.find(one.name()), owner);
    }
    return true;
  }

  private boolean stands(Artifact asked) {
    return store
        .find(asked.kind(), asked.name())
        .filter(found -> asked.isMetBy(found.properties()))
        .isPresent();
  }

  /** The linked services as one look finds them, each asked for once. Confined to one thread. */
  private final class Looked {

    private final Map<String, Optional<Found>> found = new HashMap<>();

    Optional<Found> find(String name) {
      return found.computeIfAbsent(name, key -> store.find(ArtifactKind.LINKED_SERVICE, key));
    }

    boolean stands(Artifact asked) {
      return find(asked.name()).filter(one -> asked.isMetBy(one.properties())).isPresent();
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

  private void requireOurs(Artifact asked, Optional<Found> found, String owner) {
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
  }

  /** Writes one; readable is what is seen of it afterwards, without the secret. */
  private void write(Artifact asked, Artifact readable, Optional<Found> found, String owner) {
    requireOurs(asked, found, owner);
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
