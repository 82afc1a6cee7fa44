package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.azure.pipelines.ArtifactStore.Found;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.FoundPipeline.FoundCopy;
import io.github.dataconnect4j.spi.FoundPipeline.Part;
import io.github.dataconnect4j.spi.FoundPipeline.SinkPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pipeline that anybody may have made: its parameters, and where its copies from Microsoft
 * 365 write.
 *
 * <p>Shapes: the connector's page "Copy and transform data from Microsoft 365" for what copies; the
 * pages on Binary and on Azure Blob datasets for where to. Thread-safe.
 */
final class PipelineReader {

  private final ArtifactStore store;

  PipelineReader(ArtifactStore store) {
    this.store = store;
  }

  /** The pipeline of that name; empty if there is none. */
  Optional<FoundPipeline> read(String name) {
    return store
        .find(ArtifactKind.PIPELINE, name)
        .map(
            found -> {
              List<FoundCopy> copies = new ArrayList<>();
              collect(found.properties().get("activities"), copies);
              return new FoundPipeline(name, parameters(found), copies);
            });
  }

  private static Map<String, Optional<String>> parameters(Found found) {
    Map<String, Optional<String>> parameters = new LinkedHashMap<>();
    JsonTree.members(found.properties().get("parameters"))
        .forEach(
            (name, one) ->
                parameters.put(
                    name,
                    Optional.ofNullable(JsonTree.members(one).get("defaultValue"))
                        .map(Object::toString)));
    return parameters;
  }

  // Loops and conditions hold activities as well, each kind in a place of its own.
  private void collect(@Nullable Object node, List<FoundCopy> copies) {
    if (node instanceof List<?> list) {
      list.forEach(one -> collect(one, copies));
    } else if (node instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> activity = JsonTree.members(map);
      Object source = JsonTree.members(activity.get("typeProperties")).get("source");
      if ("Copy".equals(activity.get("type"))
          && "Office365Source".equals(JsonTree.members(source).get("type"))) {
        copies.add(copy(activity));
      } else {
        map.values().forEach(one -> collect(one, copies));
      }
    }
  }

  private FoundCopy copy(Map<String, @Nullable Object> activity) {
    String table =
        dataset(activity.get("inputs"))
            .map(found -> JsonTree.members(found.properties().get("typeProperties")))
            .map(properties -> PathExpression.text(properties.get("tableName")))
            .orElse("");
    return new FoundCopy(
        PathExpression.text(activity.get("name")),
        table,
        OutputColumns.asked(JsonTree.members(activity.get("typeProperties")).get("source")),
        new SinkPath(sink(activity.get("outputs"))));
  }

  private List<Part> sink(@Nullable Object outputs) {
    Optional<Found> target = dataset(outputs);
    if (target.isEmpty()) {
      return List.of(
          new Part(
              Part.Kind.UNRESOLVED,
              "dataset '" + referenceName(outputs) + "', which is not there"));
    }
    Map<String, List<Part>> parameters = parameters(target.get(), outputs);
    Map<String, @Nullable Object> properties =
        JsonTree.members(target.get().properties().get("typeProperties"));
    if (!properties.containsKey("location")) {
      // The older kinds of datasets have container and folder in one.
      return PathExpression.read(properties.get("folderPath"), parameters);
    }
    Map<String, @Nullable Object> location = JsonTree.members(properties.get("location"));
    String container = location.containsKey("container") ? "container" : "fileSystem";
    List<Part> path = new ArrayList<>(PathExpression.read(location.get(container), parameters));
    path.addAll(PathExpression.literal("/"));
    path.addAll(PathExpression.read(location.get("folderPath"), parameters));
    return path;
  }

  // Default values are values, not expressions.
  private static Map<String, List<Part>> parameters(Found dataset, @Nullable Object references) {
    Map<String, List<Part>> values = new LinkedHashMap<>();
    parameters(dataset)
        .forEach(
            (name, preset) ->
                preset.ifPresent(text -> values.put(name, PathExpression.literal(text))));
    JsonTree.members(reference(references).get("parameters"))
        .forEach((name, value) -> values.put(name, PathExpression.read(value, Map.of())));
    return values;
  }

  private Optional<Found> dataset(@Nullable Object references) {
    String name = referenceName(references);
    return name.isEmpty() ? Optional.empty() : store.find(ArtifactKind.DATASET, name);
  }

  private static String referenceName(@Nullable Object references) {
    return PathExpression.text(reference(references).get("referenceName"));
  }

  private static Map<String, @Nullable Object> reference(@Nullable Object references) {
    return references instanceof List<?> list && !list.isEmpty()
        ? JsonTree.members(list.get(0))
        : Map.of();
  }
}
