package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.Bodies;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;

/** What clients do with runs, whatever path they come by. */
public final class RunCalls {

  private final PipelineEngine engine;
  private final int pageSize;

  /**
   * @param engine runs the pipelines
   * @param pageSize how many items a page of a query has
   */
  public RunCalls(PipelineEngine engine, int pageSize) {
    this.engine = engine;
    this.pageSize = pageSize;
  }

  /** Starts a run of a pipeline, and answers with its id. */
  public ObjectNode start(Request request, Factory factory, Artifact pipeline) throws IOException {
    Run run =
        factory
            .runs()
            .create(
                pipeline, Bodies.read(request), request.query("referencePipelineRunId").orElse(""));
    engine.start(factory, run);
    return Json.object().put("runId", run.id());
  }

  /** Cancels a run. */
  public Response cancel(Factory factory, String id) {
    engine.cancel(factory, factory.runs().require(id));
    return Response.empty(200);
  }

  /** Answers with the runs that a query asks for. */
  public Response query(Request request, Factory factory) throws IOException {
    RunQuery query = new RunQuery(Bodies.read(request));
    return Response.json(200, query.page(factory.runs().shown(), pageSize));
  }

  /** Answers with the activities of a run that a query asks for. */
  public Response queryActivities(Request request, Run run) throws IOException {
    RunQuery query = new RunQuery(Bodies.read(request));
    return Response.json(
        200,
        Bodies.list(
            run.activities().stream()
                .filter(activity -> query.isWithin(activity.lastUpdated()))
                .map(activity -> activity.json(run))
                .toList()));
  }
}
