package io.github.dataconnect4j.azure.pipelines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Artifacts in memory, by kind and name. */
final class MemoryStore implements ArtifactStore {

  final Map<String, Found> found = new LinkedHashMap<>();
  final List<String> written = new ArrayList<>();
  private int version;

  /** Puts an artifact there by another hand; its JSON is written with single quotes. */
  void has(ArtifactKind kind, String name, String properties) {
    found.put(
        kind + " " + name,
        new Found(JsonTree.read(properties.replace('\'', '"')), Optional.of("" + ++version)));
  }

  @Override
  public Optional<Found> find(ArtifactKind kind, String name) {
    return Optional.ofNullable(found.get(kind + " " + name));
  }

  @Override
  public Stream<Listed> list(ArtifactKind kind) {
    String prefix = kind + " ";
    return found.entrySet().stream()
        .filter(one -> one.getKey().startsWith(prefix))
        .map(one -> new Listed(one.getKey().substring(prefix.length()), one.getValue()));
  }

  @Override
  public void put(
      ArtifactKind kind, String name, Map<String, Object> properties, Optional<String> etag) {
    found.put(kind + " " + name, new Found(properties, Optional.of("" + ++version)));
    written.add(kind + " " + name + etag.map(seen -> " over " + seen).orElse(""));
  }

  @Override
  public String toString() {
    return "memory";
  }
}
