package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in the JSON of Data Factory and Synapse what is to be copied; nothing here knows how it
 * travels.
 *
 * <p>Shapes: the connector's page "Copy and transform data from Microsoft 365", and the Azure SDK's
 * requests. Scope and window are written into the activity's source, where that page has them.
 */
final class PipelineTranslator {

  private static final String APP = Artifact.OURS + ".app=";

  private PipelineTranslator() {}

  /** The annotation that tells whose an artifact is. */
  static String owner(Connections connections) {
    return APP + connections.appName();
  }

  /**
   * The linked services in the order in which they are written: those first that others refer to,
   * and last the one to Microsoft 365, which tells the secret. What is made half has no secret yet.
   */
  static List<Artifact> linkedServices(Connections to, SignInJson signIn) {
    List<String> annotations = List.of(owner(to));
    Map<String, @Nullable Object> office =
        map(
            "office365TenantId", escaped(to.tenantId()),
            "servicePrincipalTenantId", escaped(to.tenantId()),
            "servicePrincipalId", escaped(to.applicationId()));
    office.putAll(signIn.office());
    List<Artifact> services = new ArrayList<>(signIn.vault(annotations));
    services.add(
        new Artifact(
            ArtifactKind.LINKED_SERVICE,
            ArtifactNames.storage(to.appName(), to.storageKind()),
            map(
                "type",
                SinkTerms.of(to.storageKind()).linkedService(),
                "annotations",
                joined(annotations, signIn.storageMarks()),
                "typeProperties",
                storage(to, signIn))));
    services.add(
        new Artifact(
            ArtifactKind.LINKED_SERVICE,
            ArtifactNames.microsoft365(to.appName()),
            map(
                "type",
                "Office365",
                "connectVia",
                reference("IntegrationRuntimeReference", to.integrationRuntime()),
                "annotations",
                joined(annotations, signIn.officeMarks()),
                "typeProperties",
                office)));
    return services;
  }

  private static Map<String, @Nullable Object> storage(Connections to, SignInJson signIn) {
    Map<String, @Nullable Object> properties =
        map(
            SinkTerms.of(to.storageKind()).endpoint(),
            escaped(to.storageEndpoint().toString()),
            "tenant",
            escaped(to.tenantId()),
            "servicePrincipalId",
            escaped(to.applicationId()));
    switch (to.storageKind()) {
      case BLOB -> {
        properties.put("accountKind", "StorageV2");
        properties.putAll(signIn.storage("servicePrincipalKey"));
      }
      case DATA_LAKE -> {
        properties.put("servicePrincipalCredentialType", "ServicePrincipalKey");
        properties.putAll(signIn.storage("servicePrincipalCredential"));
      }
    }
    return properties;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** The datasets and the pipeline, in the order in which they need each other. */
  static List<Artifact> pipeline(PipelineSpec spec) {
    List<String> annotations = List.of(owner(spec.connections()));
    String app = spec.connections().appName();
    StorageKind kind = spec.connections().storageKind();
    Artifact source =
        new Artifact(
            ArtifactKind.DATASET,
            ArtifactNames.source(spec.name()),
            map(
                "type",
                "Office365Table",
                "linkedServiceName",
                linkedService(ArtifactNames.microsoft365(app)),
                "annotations",
                annotations,
                "typeProperties",
                map("tableName", escaped(spec.dataset()))));
    Artifact sink =
        new Artifact(
            ArtifactKind.DATASET,
            ArtifactNames.sink(spec.name()),
            map(
                "type", "Binary",
                "linkedServiceName", linkedService(ArtifactNames.storage(app, kind)),
                "annotations", annotations,
                "parameters", parameters(Pipelines.RUN_KEY),
                "typeProperties", map("location", location(spec))));
    Artifact pipeline =
        new Artifact(
            ArtifactKind.PIPELINE,
            ArtifactNames.pipeline(spec.name()),
            map(
                "activities", List.of(copy(spec, source.name(), sink.name())),
                "parameters", parameters(Pipelines.RUN_KEY, Pipelines.START, Pipelines.END),
                "annotations", annotations));
    return List.of(source, sink, pipeline);
  }

  private static Map<String, @Nullable Object> location(PipelineSpec spec) {
    SinkTerms terms = SinkTerms.of(spec.connections().storageKind());
    String key = "dataset()." + Pipelines.RUN_KEY;
    String path =
        spec.folder().isEmpty()
            ? key
            : "concat('" + spec.folder().replace("'", "''") + "/', " + key + ")";
    return map(
        "type",
        terms.location(),
        terms.container(),
        escaped(spec.container()),
        "folderPath",
        expression(path));
  }

  private static Map<String, @Nullable Object> copy(PipelineSpec spec, String source, String sink) {
    Map<String, @Nullable Object> output = reference("DatasetReference", sink);
    output.put("parameters", map(Pipelines.RUN_KEY, expression(parameter(Pipelines.RUN_KEY))));
    return map(
        "name", ArtifactNames.activity(spec.dataset()),
        "type", "Copy",
        // A repeated extraction is a second one: charged again, and delivered beside the first.
        "policy", map("timeout", "7.00:00:00", "retry", 0),
        "inputs", List.of(reference("DatasetReference", source)),
        "outputs", List.of(output),
        "typeProperties",
            map(
                "source", source(spec),
                "sink",
                    map(
                        "type",
                        "BinarySink",
                        "storeSettings",
                        map(
                            "type",
                            SinkTerms.of(spec.connections().storageKind()).writeSettings()))));
  }

  private static Map<String, @Nullable Object> source(PipelineSpec spec) {
    Scope scope = spec.scope();
    boolean window = spec.window().taken();
    return map(
        "type", "Office365Source",
        "allowedGroups",
            scope instanceof Scope.Groups groups ? groups.ids().stream().sorted().toList() : null,
        "userScopeFilterUri", scope instanceof Scope.Filter filter ? escaped(filter.uri()) : null,
        "dateFilterColumn",
            window ? spec.window().column().map(PipelineTranslator::escaped).orElse(null) : null,
        "startTime", window ? expression(parameter(Pipelines.START)) : null,
        "endTime", window ? expression(parameter(Pipelines.END)) : null,
        "outputColumns",
            spec.columns().stream().map(column -> map("name", escaped(column))).toList());
  }

  // Text that begins with @, or has @{ in it, would be taken for an expression.
  static String escaped(String text) {
    String inner = text.replace("@{", "@@{");
    return text.startsWith("@") && !text.startsWith("@{") ? "@" + inner : inner;
  }

  private static Map<String, @Nullable Object> linkedService(String name) {
    return reference("LinkedServiceReference", name);
  }

  private static Map<String, @Nullable Object> reference(String type, String name) {
    return map("referenceName", name, "type", type);
  }

  private static String parameter(String name) {
    return "pipeline().parameters." + name;
  }

  private static Map<String, @Nullable Object> expression(String content) {
    return map("value", "@" + content, "type", "Expression");
  }

  private static Map<String, @Nullable Object> parameters(String... names) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    for (String name : names) {
      parameters.put(name, map("type", "String"));
    }
    return parameters;
  }

  // Keeps the order and takes nulls, unlike Map.of.
  private static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }
}
