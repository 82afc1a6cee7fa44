package io.github.dataconnect4j.emulator.datafactory;

import io.github.dataconnect4j.emulator.arm.Operations;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.truth.Reference;
import java.io.IOException;
import java.util.function.Function;

/** What is in a data factory, over HTTP: its artifacts and its runs. */
final class FactoryRoutes {

  private final Function<Path, Factory> factories;
  private final Operations operations;
  private final RunCalls runs;
  private final TriggerCalls triggers;
  private final int pageSize;

  FactoryRoutes(
      Function<Path, Factory> factories,
      PipelineEngine engine,
      Operations operations,
      int pageSize) {
    this.factories = factories;
    this.operations = operations;
    this.runs = new RunCalls(engine, pageSize);
    this.triggers = new TriggerCalls(engine);
    this.pageSize = pageSize;
  }

  void addTo(Routes routes, String factory) {
    for (ArtifactKind kind : ArtifactKind.values()) {
      new ArtifactRoutes(factories, kind, pageSize).addTo(routes, Reference.DATA_FACTORY, factory);
    }
    new RuntimeRoutes(factories, operations).addTo(routes, Reference.DATA_FACTORY, factory);
    new TriggerRoutes(factories, triggers).addTo(routes, factory);
    String run = factory + "/pipelineruns/{run}";
    routes
        .on(
            "POST",
            factory + "/pipelines/{name}/createRun",
            Reference.DATA_FACTORY.operation("Pipelines_CreateRun"),
            this::createRun)
        .on(
            "GET",
            run,
            Reference.DATA_FACTORY.operation("PipelineRuns_Get"),
            (request, path) -> Response.json(200, run(path).json()))
        .on(
            "POST",
            run + "/cancel",
            Reference.DATA_FACTORY.operation("PipelineRuns_Cancel"),
            (request, path) -> runs.cancel(factories.apply(path), path.get("run")))
        .on(
            "POST",
            run + "/queryActivityruns",
            Reference.DATA_FACTORY.operation("ActivityRuns_QueryByPipelineRun"),
            (request, path) -> runs.queryActivities(request, run(path)))
        .on(
            "POST",
            factory + "/queryPipelineRuns",
            Reference.DATA_FACTORY.operation("PipelineRuns_QueryByFactory"),
            (request, path) -> runs.query(request, factories.apply(path)));
  }

  private Response createRun(Request request, Path path) throws IOException {
    Factory factory = factories.apply(path);
    Artifact pipeline = factory.artifacts().require(ArtifactKind.PIPELINE, path.get("name"));
    return Response.json(200, runs.start(request, factory, pipeline));
  }

  private Run run(Path path) {
    return factories.apply(path).runs().require(path.get("run"));
  }
}
