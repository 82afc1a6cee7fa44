package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.Bodies;
import io.github.dataconnect4j.emulator.arm.Links;
import io.github.dataconnect4j.emulator.arm.Operations;
import io.github.dataconnect4j.emulator.http.Json;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** What is in a factory, over HTTP: its artifacts and its runs. */
final class FactoryRoutes {

  private final Function<Path, Factory> factories;
  private final PipelineEngine engine;
  private final Operations operations;
  private final int pageSize;

  FactoryRoutes(
      Function<Path, Factory> factories,
      PipelineEngine engine,
      Operations operations,
      int pageSize) {
    this.factories = factories;
    this.engine = engine;
    this.operations = operations;
    this.pageSize = pageSize;
  }

  void addTo(Routes routes, String factory) {
    for (ArtifactKind kind : ArtifactKind.values()) {
      String all = factory + "/" + kind.segment();
      routes
          .on("GET", all, (request, path) -> list(request, path, kind))
          .on("PUT", all + "/{name}", (request, path) -> put(request, path, kind))
          .on("GET", all + "/{name}", (request, path) -> get(request, path, kind))
          .on("DELETE", all + "/{name}", (request, path) -> delete(path, kind));
    }
    String runtime = factory + "/integrationRuntimes/{name}";
    String run = factory + "/pipelineruns/{run}";
    routes
        .on("POST", runtime + "/getStatus", this::runtimeStatus)
        .on("POST", runtime + "/start", this::startRuntime)
        .on("GET", factory + "/operationResults/{op}", (r, path) -> operations.poll(path.get("op")))
        .on("POST", factory + "/pipelines/{name}/createRun", this::createRun)
        .on("GET", run, (request, path) -> Response.json(200, run(path).json()))
        .on("POST", run + "/cancel", this::cancel)
        .on("POST", run + "/queryActivityruns", this::queryActivityRuns)
        .on("POST", factory + "/queryPipelineRuns", this::queryRuns);
  }

  private Response list(Request request, Path path, ArtifactKind kind) {
    Factory factory = factories.apply(path);
    List<Artifact> all = factory.artifacts().list(kind);
    int from = Math.min(skip(request), all.size());
    int to = Math.min(from + pageSize, all.size());
    ObjectNode page =
        Bodies.list(all.subList(from, to).stream().map(one -> json(factory, kind, one)).toList());
    if (to < all.size()) {
      page.put("nextLink", Links.nextPage(request, Integer.toString(to)));
    }
    return Response.json(200, page);
  }

  private static int skip(Request request) {
    String token = request.query("$skiptoken").orElse("0");
    if (!token.matches("[0-9]{1,9}")) {
      throw ArmErrors.of(
          400, "BadRequest", "The $skiptoken is not one that this service gave out.");
    }
    return Integer.parseInt(token);
  }

  private Response put(Request request, Path path, ArtifactKind kind) throws IOException {
    Factory factory = factories.apply(path);
    if (!(Bodies.read(request).get("properties") instanceof ObjectNode properties)) {
      throw ArmErrors.of(400, "BadRequest", "The document has no properties.");
    }
    Artifact artifact =
        factory.artifacts().put(kind, path.get("name"), properties, request.header("If-Match"));
    return Response.json(200, json(factory, kind, artifact));
  }

  private Response get(Request request, Path path, ArtifactKind kind) {
    Factory factory = factories.apply(path);
    Artifact artifact = factory.artifacts().require(kind, path.get("name"));
    boolean seen =
        request
            .header("If-None-Match")
            .filter(etag -> Etags.matches(etag, artifact.etag()))
            .isPresent();
    return seen ? Response.empty(304) : Response.json(200, json(factory, kind, artifact));
  }

  private Response delete(Path path, ArtifactKind kind) {
    boolean removed = factories.apply(path).artifacts().delete(kind, path.get("name"));
    return Response.empty(removed ? 200 : 204);
  }

  private Response runtimeStatus(Request request, Path path) {
    return Response.json(200, status(path, "Online"));
  }

  private Response startRuntime(Request request, Path path) {
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
    properties.put("dataFactoryName", factory.name()).put("state", state);
    ObjectNode typeProperties = properties.putObject("typeProperties");
    typeProperties.putArray("nodes");
    typeProperties.putArray("otherErrors");
    return json;
  }

  private Response createRun(Request request, Path path) throws IOException {
    Factory factory = factories.apply(path);
    Artifact pipeline = factory.artifacts().require(ArtifactKind.PIPELINE, path.get("name"));
    Run run =
        factory
            .runs()
            .create(
                pipeline, Bodies.read(request), request.query("referencePipelineRunId").orElse(""));
    engine.start(factory, run);
    return Response.json(200, Json.object().put("runId", run.id()));
  }

  private Response cancel(Request request, Path path) {
    engine.cancel(factories.apply(path), run(path));
    return Response.empty(200);
  }

  private Response queryRuns(Request request, Path path) throws IOException {
    Factory factory = factories.apply(path);
    RunQuery query = new RunQuery(Bodies.read(request));
    return Response.json(200, query.page(factory.runs().all(), pageSize));
  }

  private Response queryActivityRuns(Request request, Path path) throws IOException {
    Run run = run(path);
    RunQuery query = new RunQuery(Bodies.read(request));
    return Response.json(
        200,
        Bodies.list(
            run.activities().stream()
                .filter(activity -> query.isWithin(activity.lastUpdated()))
                .map(activity -> activity.json(run))
                .toList()));
  }

  private Run run(Path path) {
    return factories.apply(path).runs().require(path.get("run"));
  }

  private static ObjectNode json(Factory factory, ArtifactKind kind, Artifact artifact) {
    ObjectNode json = Json.object();
    json.put("id", factory.resourceId() + "/" + kind.segment() + "/" + artifact.name());
    json.put("name", artifact.name());
    json.put("type", factory.resourceType() + "/" + kind.segment());
    json.set("properties", artifact.properties());
    return json.put("etag", artifact.etag());
  }
}
