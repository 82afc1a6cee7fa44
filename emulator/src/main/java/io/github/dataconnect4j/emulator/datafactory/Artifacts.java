package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Secret;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.emulator.world.Ids;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The artifacts of one factory. Names compare in any case. References are checked both ways:
 * nothing refers to what is not there, and nothing goes that is referred to.
 *
 * <p>Thread-safe.
 */
public final class Artifacts {

  /** The runtime that every factory has. */
  public static final String AUTO_RESOLVE = "AutoResolveIntegrationRuntime";

  private static final String CREDENTIAL = "encryptedCredential";

  private final Map<ArtifactKind, NavigableMap<String, Artifact>> byKind =
      new EnumMap<>(ArtifactKind.class);
  private final Ids ids;

  Artifacts(Ids ids) {
    this.ids = ids;
    for (ArtifactKind kind : ArtifactKind.values()) {
      byKind.put(kind, new TreeMap<>());
    }
  }

  public synchronized Optional<Artifact> find(ArtifactKind kind, String name) {
    return Optional.ofNullable(of(kind).get(key(name)));
  }

  /**
   * The artifact of that name.
   *
   * @throws ServiceError if there is none: 404
   */
  public Artifact require(ArtifactKind kind, String name) {
    return find(kind, name).orElseThrow(() -> missing(kind, name));
  }

  /** Says that there is no such artifact: 404. */
  public static ServiceError missing(ArtifactKind kind, String name) {
    return ArmErrors.of(
        404,
        "NotFound",
        "The document could not be retrieved because it does not exist: "
            + kind.segment()
            + "/"
            + name
            + ".");
  }

  /** All of a kind, in the order of their names. */
  public synchronized List<Artifact> list(ArtifactKind kind) {
    return List.copyOf(of(kind).values());
  }

  /**
   * Adds or replaces an artifact.
   *
   * @param properties its properties, without nulls; unknown fields are kept
   * @param ifMatch the etag that the caller has seen; empty for any
   * @throws ServiceError if the etag is old (412), a reference leads nowhere, or it is a trigger
   *     that runs (400)
   */
  public synchronized Artifact put(
      ArtifactKind kind, String name, ObjectNode properties, Optional<String> ifMatch) {
    Optional<Artifact> known = find(kind, name);
    ifMatch.ifPresent(etag -> requireMatch(known, etag));
    requireReferences(properties);
    if (kind == ArtifactKind.PIPELINE) {
      Activities.check(properties);
    }
    if (kind == ArtifactKind.TRIGGER) {
      known.ifPresent(Artifacts::requireStopped);
      ServiceBehavior.DATA_FACTORY_TRIGGER_WRITTEN_STOPPED.observe();
      properties.put(TriggerState.FIELD, TriggerState.STOPPED.text());
    }
    Artifact artifact =
        kind == ArtifactKind.LINKED_SERVICE
            ? linkedService(name, properties, known)
            : artifact(name, Sealed.masking(properties), known);
    of(kind).put(key(name), artifact);
    return artifact;
  }

  /**
   * Removes an artifact; says whether it was there.
   *
   * @throws ServiceError if another refers to it, or it is a trigger that runs (400)
   */
  public synchronized boolean delete(ArtifactKind kind, String name) {
    if (kind == ArtifactKind.TRIGGER) {
      find(kind, name).ifPresent(Artifacts::requireStopped);
    }
    List<String> referrers = referrers(kind, name);
    if (!referrers.isEmpty()) {
      throw ArmErrors.of(
          400,
          "BadRequest",
          "The document cannot be deleted since it is referenced by "
              + String.join(", ", referrers)
              + ".");
    }
    return of(kind).remove(key(name)) != null;
  }

  /**
   * Has a trigger run or not. Its etag is another then.
   *
   * @throws ServiceError if there is none: 404
   */
  synchronized Artifact switchTrigger(String name, TriggerState state) {
    Artifact known = require(ArtifactKind.TRIGGER, name);
    ObjectNode properties = known.properties().put(TriggerState.FIELD, state.text());
    Artifact switched = new Artifact(known.name(), properties, ids.next(), known.secrets());
    of(ArtifactKind.TRIGGER).put(key(name), switched);
    return switched;
  }

  /** Forgets the triggers, and so stops them: what they are in is gone. */
  public synchronized void forgetTriggers() {
    of(ArtifactKind.TRIGGER).clear();
  }

  private static void requireStopped(Artifact artifact) {
    if (TriggerState.STARTED.isOf(artifact)) {
      ServiceBehavior.DATA_FACTORY_TRIGGER_STARTED_STAYS.observe();
      throw ArmErrors.of(
          400,
          "TriggerEnabledCannotUpdate",
          "Cannot update enabled Trigger; the trigger needs to be disabled first.");
    }
  }

  private Artifact artifact(String name, Sealed sealed, Optional<Artifact> known) {
    String spelled = known.map(Artifact::name).orElse(name);
    return new Artifact(spelled, sealed.properties(), ids.next(), sealed.secrets());
  }

  // What Azure shows of a linked service's secrets is one opaque text, which it takes back as well.
  private Artifact linkedService(String name, ObjectNode properties, Optional<Artifact> known) {
    Sealed sealed = Sealed.removing(properties);
    JsonNode credential = sealed.properties().at("/typeProperties/" + CREDENTIAL);
    Map<String, Secret> secrets = new LinkedHashMap<>();
    known
        .filter(one -> !credential.isMissingNode())
        .filter(one -> one.properties().at("/typeProperties/" + CREDENTIAL).equals(credential))
        .ifPresent(one -> secrets.putAll(one.secrets()));
    secrets.putAll(sealed.secrets());
    if (!sealed.secrets().isEmpty()) {
      String text = "{\"Version\":\"2.0\",\"ReferenceName\":\"" + ids.next() + "\"}";
      sealed
          .properties()
          .withObject("/typeProperties")
          .put(
              CREDENTIAL,
              Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
    return artifact(name, new Sealed(sealed.properties(), secrets), known);
  }

  private static void requireMatch(Optional<Artifact> known, String asked) {
    boolean matches = known.filter(one -> Etags.matches(asked, one.etag())).isPresent();
    if (!matches) {
      throw ArmErrors.of(
          412,
          "PreconditionFailed",
          "The document has been changed since it was read: the If-Match header is not its etag.");
    }
  }

  private void requireReferences(JsonNode node) {
    reference(node)
        .filter(reference -> !isThere(reference))
        .ifPresent(
            reference -> {
              throw ArmErrors.of(
                  400,
                  "BadRequest",
                  "The document creation or update failed because of invalid reference '"
                      + reference.name()
                      + "'.");
            });
    node.forEach(this::requireReferences);
  }

  private boolean isThere(Reference reference) {
    return find(reference.kind(), reference.name()).isPresent()
        || reference.isTo(ArtifactKind.INTEGRATION_RUNTIME, AUTO_RESOLVE);
  }

  private List<String> referrers(ArtifactKind kind, String name) {
    List<String> referrers = new ArrayList<>();
    for (NavigableMap<String, Artifact> artifacts : byKind.values()) {
      for (Artifact artifact : artifacts.values()) {
        if (refersTo(artifact.properties(), kind, name)) {
          referrers.add(artifact.name());
        }
      }
    }
    return referrers;
  }

  private static boolean refersTo(JsonNode node, ArtifactKind kind, String name) {
    if (reference(node).filter(reference -> reference.isTo(kind, name)).isPresent()) {
      return true;
    }
    for (JsonNode child : node) {
      if (refersTo(child, kind, name)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Reference> reference(JsonNode node) {
    String name = node.path("referenceName").asText();
    return ArtifactKind.referredToBy(node.path("type").asText())
        .filter(kind -> !name.isEmpty())
        .map(kind -> new Reference(kind, name));
  }

  private NavigableMap<String, Artifact> of(ArtifactKind kind) {
    return Objects.requireNonNull(byKind.get(kind));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private record Reference(ArtifactKind kind, String name) {
    boolean isTo(ArtifactKind kind, String name) {
      return this.kind == kind && this.name.equalsIgnoreCase(name);
    }
  }
}
