package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.emulator.copy.CopyOrder.IntegrationRuntime;
import io.github.dataconnect4j.emulator.copy.CopyOrder.Principal;
import io.github.dataconnect4j.emulator.copy.CopyOrder.Sink;
import io.github.dataconnect4j.emulator.datafactory.ActivityRun;
import io.github.dataconnect4j.emulator.datafactory.Artifact;
import io.github.dataconnect4j.emulator.datafactory.ArtifactKind;
import io.github.dataconnect4j.emulator.datafactory.Artifacts;
import io.github.dataconnect4j.emulator.datafactory.Factory;
import io.github.dataconnect4j.emulator.datafactory.Run;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import io.github.dataconnect4j.emulator.world.KeyVaults;
import io.github.dataconnect4j.emulator.world.StorageAccounts;
import io.github.dataconnect4j.emulator.world.StorageAccounts.Account;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a copy activity: from the activity to datasets to linked services to the runtime. */
final class OrderReader {

  // What early templates wrote on the dataset still counts where the activity is silent.
  private static final List<String> SOURCE_PROPERTIES =
      List.of("dateFilterColumn", "startTime", "endTime", "userScopeFilterUri", "allowedGroups");

  private final SinkEndpoints endpoints;
  private final StorageAccounts accounts;
  private final KeyVaults keyVaults;

  OrderReader(SinkEndpoints endpoints, StorageAccounts accounts, KeyVaults keyVaults) {
    this.endpoints = endpoints;
    this.accounts = accounts;
    this.keyVaults = keyVaults;
  }

  /**
   * @throws CopyFailure if the activity cannot be understood
   */
  CopyOrder read(Factory factory, Run run, ActivityRun activity) {
    Artifacts artifacts = factory.artifacts();
    JsonNode copy = pipelineScope(factory, run).evaluate(activity.activity());
    CopyBehavior.INPUT.observe();
    activity.takes(copy.path("typeProperties"));
    JsonNode source = copy.at("/typeProperties/source");
    if (!copy.path("type").asText().equals("Copy")
        || !source.path("type").asText().equals("Office365Source")) {
      throw CopyFailure.ofDefinition(
          "The emulator runs only Copy activities with an Office365Source; '"
              + copy.path("name").asText()
              + "' is "
              + copy.path("type").asText()
              + " with "
              + source.path("type").asText("no source")
              + ".");
    }
    ResolvedArtifact table = dataset(artifacts, copy.at("/inputs/0"));
    table.requireType("Office365Table");
    ResolvedArtifact office = linkedService(artifacts, table);
    office.requireType("Office365");
    Sink sink = sink(artifacts, copy);
    ObjectNode filter = Json.object();
    for (String property : SOURCE_PROPERTIES) {
      JsonNode own = source.path(property);
      JsonNode legacy = table.properties().at("/typeProperties").path(property);
      JsonNode value = own.isMissingNode() ? legacy : own;
      if (own.isMissingNode() && !legacy.isMissingNode()) {
        CopyBehavior.SCOPE_ON_DATASET.observe();
      }
      if (!value.isMissingNode()) {
        filter.set(property, value);
      }
    }
    Principal reader = new PrincipalReader(artifacts, keyVaults).ofOffice(office);
    return new CopyOrder(
        table.text("tableName"),
        office.text("office365TenantId"),
        reader,
        columns(source),
        scope(filter),
        filter,
        runtime(artifacts, office, sink),
        sink);
  }

  private static Expressions pipelineScope(Factory factory, Run run) {
    ObjectNode pipeline = Json.object();
    pipeline.set("parameters", run.parameters());
    pipeline.put("RunId", run.id()).put("Pipeline", run.pipelineName());
    pipeline.put("DataFactory", factory.name());
    return new Expressions(Map.of("pipeline", pipeline));
  }

  private static ResolvedArtifact dataset(Artifacts artifacts, JsonNode reference) {
    return ResolvedArtifact.of(artifacts, ArtifactKind.DATASET, reference, "dataset");
  }

  private static ResolvedArtifact linkedService(Artifacts artifacts, ResolvedArtifact dataset) {
    return ResolvedArtifact.of(
        artifacts,
        ArtifactKind.LINKED_SERVICE,
        dataset.properties().path("linkedServiceName"),
        "linkedService");
  }

  private Sink sink(Artifacts artifacts, JsonNode copy) {
    ResolvedArtifact target = dataset(artifacts, copy.at("/outputs/0"));
    target.requireType("Binary", "AzureBlob");
    ResolvedArtifact store = linkedService(artifacts, target);
    SinkStore kind = SinkStore.of(store);
    URI endpoint = endpoint(store, kind.endpoint(store));
    SinkEndpoints.Place place =
        endpoints
            .place(endpoint)
            .orElseThrow(
                () ->
                    CopyFailure.ofDefinition(
                        "The endpoint '" + endpoint + "' is not that of a storage account."));
    kind.requireKind(place.kind(), endpoint);
    kind.requireSettings(copy.at("/typeProperties/sink"));
    if (kind == SinkStore.DATA_LAKE) {
      CopyBehavior.DFS_IS_ANOTHER_PLACE.observe();
      CopyBehavior.GEN2_WITHOUT_NAMESPACE.observe();
    }
    String path = kind.path(target);
    String[] parts = path.split("/", 2);
    return new Sink(
        copy.at("/typeProperties/sink/type").asText(),
        kind.linkedService(),
        endpoint,
        place.account(),
        parts[0],
        parts.length < 2 ? "" : parts[1].replaceAll("^/+|/+$", ""),
        new PrincipalReader(artifacts, keyVaults).ofStorage(store));
  }

  private static URI endpoint(ResolvedArtifact store, String text) {
    try {
      URI endpoint = URI.create(text);
      if (endpoint.isAbsolute()) {
        return endpoint;
      }
    } catch (IllegalArgumentException e) {
      // Told below, as for one without a scheme.
    }
    throw CopyFailure.ofDefinition(
        "Linked service '"
            + store.artifact().name()
            + "' has no service endpoint; Data Connect writes as a service principal to an endpoint"
            + " such as https://account.blob.core.windows.net/.");
  }

  private static List<String> columns(JsonNode source) {
    Set<String> columns = new LinkedHashSet<>();
    source.path("outputColumns").forEach(column -> columns.add(column.path("name").asText()));
    return List.copyOf(columns);
  }

  private static Scope scope(JsonNode filter) {
    List<String> groups = new ArrayList<>();
    JsonNode asked = filter.path("allowedGroups");
    if (asked.isTextual()) {
      List.of(asked.asText().split(",", -1)).forEach(group -> groups.add(group.strip()));
    }
    asked.forEach(group -> groups.add(group.asText().strip()));
    groups.removeIf(String::isEmpty);
    String uri = filter.path("userScopeFilterUri").asText();
    if (!groups.isEmpty() && !uri.isEmpty()) {
      throw CopyFailure.ofLoader(
          "allowedGroups and userScopeFilterUri exclude each other; both are set.");
    }
    try {
      if (!groups.isEmpty()) {
        return new Scope.Groups(new LinkedHashSet<>(groups));
      }
      return uri.isEmpty() ? Scope.everyone() : Scope.filter(uri);
    } catch (IllegalArgumentException e) {
      throw CopyFailure.ofLoader(String.valueOf(e.getMessage()));
    }
  }

  private IntegrationRuntime runtime(Artifacts artifacts, ResolvedArtifact office, Sink sink) {
    String name =
        office.properties().at("/connectVia/referenceName").asText(Artifacts.AUTO_RESOLVE);
    String location =
        artifacts
            .find(ArtifactKind.INTEGRATION_RUNTIME, name)
            .map(Artifact::properties)
            .map(OrderReader::location)
            .orElse("AutoResolve");
    if (!location.equalsIgnoreCase("AutoResolve")) {
      return new IntegrationRuntime(name, Optional.of(region(location)));
    }
    CopyBehavior.RESOLVED_RUNTIME.observe();
    return new IntegrationRuntime(name, accounts.account(sink.account()).map(Account::region));
  }

  private static Region region(String location) {
    try {
      return new Region(location);
    } catch (IllegalArgumentException e) {
      throw CopyFailure.ofDefinition(String.valueOf(e.getMessage()));
    }
  }

  private static String location(ObjectNode runtime) {
    if (!runtime.path("type").asText().equals("Managed")) {
      throw CopyFailure.ofLoader("Data Connect runs on Azure integration runtimes only.");
    }
    return runtime.at("/typeProperties/computeProperties/location").asText("AutoResolve");
  }
}
