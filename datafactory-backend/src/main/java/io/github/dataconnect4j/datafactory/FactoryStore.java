package io.github.dataconnect4j.datafactory;

import com.azure.core.util.Context;
import com.azure.resourcemanager.datafactory.fluent.DataFactoryManagementClient;
import com.azure.resourcemanager.datafactory.fluent.models.DatasetResourceInner;
import com.azure.resourcemanager.datafactory.fluent.models.LinkedServiceResourceInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineResourceInner;
import com.azure.resourcemanager.datafactory.models.Dataset;
import com.azure.resourcemanager.datafactory.models.LinkedService;
import io.github.dataconnect4j.azure.AzureErrors;
import io.github.dataconnect4j.azure.pipelines.ArtifactKind;
import io.github.dataconnect4j.azure.pipelines.ArtifactStore;
import io.github.dataconnect4j.azure.pipelines.Attempt;
import io.github.dataconnect4j.azure.pipelines.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The artifacts of one data factory. */
final class FactoryStore implements ArtifactStore {

  private final DataFactoryManagementClient client;
  private final String group;
  private final String factory;

  FactoryStore(DataFactoryManagementClient client, String group, String factory) {
    this.client = client;
    this.group = group;
    this.factory = factory;
  }

  @Override
  public Optional<Found> find(ArtifactKind kind, String name) {
    return new Attempt("read " + kind + " '" + name + "' of " + this).find(() -> get(kind, name));
  }

  private Found get(ArtifactKind kind, String name) {
    switch (kind) {
      case LINKED_SERVICE -> {
        LinkedServiceResourceInner found = client.getLinkedServices().get(group, factory, name);
        return new Found(JsonTree.of(found.properties()), Optional.ofNullable(found.etag()));
      }
      case DATASET -> {
        DatasetResourceInner found = client.getDatasets().get(group, factory, name);
        return new Found(JsonTree.of(found.properties()), Optional.ofNullable(found.etag()));
      }
      case PIPELINE -> {
        PipelineResourceInner found = client.getPipelines().get(group, factory, name);
        return new Found(properties(found), Optional.ofNullable(found.etag()));
      }
    }
    throw new IllegalStateException("No such kind: " + kind);
  }

  private static Map<String, @Nullable Object> properties(PipelineResourceInner found) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    if (JsonTree.of(found).get("properties") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> properties.put(String.valueOf(key), value));
    }
    return properties;
  }

  @Override
  public void put(
      ArtifactKind kind,
      String name,
      Map<String, @Nullable Object> properties,
      Optional<String> etag) {
    try {
      switch (kind) {
        case LINKED_SERVICE ->
            client
                .getLinkedServices()
                .createOrUpdateWithResponse(
                    group,
                    factory,
                    name,
                    new LinkedServiceResourceInner()
                        .withProperties(JsonTree.to(properties, LinkedService::fromJson)),
                    etag.orElse(null),
                    Context.NONE);
        case DATASET ->
            client
                .getDatasets()
                .createOrUpdateWithResponse(
                    group,
                    factory,
                    name,
                    new DatasetResourceInner()
                        .withProperties(JsonTree.to(properties, Dataset::fromJson)),
                    etag.orElse(null),
                    Context.NONE);
        case PIPELINE ->
            client
                .getPipelines()
                .createOrUpdateWithResponse(
                    group,
                    factory,
                    name,
                    JsonTree.to(Map.of("properties", properties), PipelineResourceInner::fromJson),
                    etag.orElse(null),
                    Context.NONE);
      }
    } catch (RuntimeException e) {
      throw AzureErrors.translate("write " + kind + " '" + name + "' to " + this, e);
    }
  }

  @Override
  public String toString() {
    return "data factory '" + factory + "'";
  }
}
