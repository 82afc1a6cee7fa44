package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.Operations;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.Reference;
import java.util.function.Function;

/** What integration runtimes do beyond being written and read. */
public final class RuntimeRoutes {

  // The reference has no page of it that we found; the .NET client's names the path and the id.
  private static final Operation STATUS_IN_WORKSPACE =
      Operation.documented(
          "IntegrationRuntimeStatus_Get",
          "https://learn.microsoft.com/dotnet/api/azure.resourcemanager.synapse"
              + ".synapseintegrationruntimeresource.getintegrationruntimestatus");

  private final Function<Path, Factory> factories;
  private final Operations operations;

  /**
   * @param factories finds the factory that a path leads into
   */
  public RuntimeRoutes(Function<Path, Factory> factories, Operations operations) {
    this.factories = factories;
    this.operations = operations;
  }

  /**
   * Adds the routes.
   *
   * @param reference describes the operations
   * @param factory the pattern of the factory's path
   */
  public void addTo(Routes routes, Reference reference, String factory) {
    String runtime = factory + "/" + ArtifactKind.INTEGRATION_RUNTIME.segment() + "/{name}";
    routes
        .on(
            "POST",
            runtime + "/getStatus",
            reference == Reference.DATA_FACTORY
                ? reference.operation("IntegrationRuntimes_GetStatus")
                : STATUS_IN_WORKSPACE,
            this::status)
        .on(
            "POST",
            runtime + "/start",
            reference.operation("IntegrationRuntimes_Start"),
            this::start)
        .on(
            "GET",
            factory + "/operationResults/{op}",
            Operations.RESULT,
            (request, path) -> operations.poll(path.get("op")));
  }

  private Response status(Request request, Path path) {
    return Response.json(200, status(path, "Online"));
  }

  private Response start(Request request, Path path) {
    ObjectNode started = status(path, "Started");
    return operations.accept(
        request,
        factories.apply(path).resourceId() + "/operationResults",
        Response.json(200, started));
  }

  private ObjectNode status(Path path, String state) {
    Factory factory = factories.apply(path);
    Artifact runtime =
        factory.artifacts().require(ArtifactKind.INTEGRATION_RUNTIME, path.get("name"));
    ObjectNode json = Json.object();
    json.put("name", runtime.name());
    ObjectNode properties = json.putObject("properties");
    properties.put("type", runtime.properties().path("type").asText());
    // A workspace's name goes by this field too.
    properties.put("dataFactoryName", factory.name()).put("state", state);
    ObjectNode typeProperties = properties.putObject("typeProperties");
    typeProperties.putArray("nodes");
    typeProperties.putArray("otherErrors");
    return json;
  }
}
