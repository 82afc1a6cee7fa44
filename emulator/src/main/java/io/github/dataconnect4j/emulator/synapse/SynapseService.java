package io.github.dataconnect4j.emulator.synapse;

import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.ArmWorld;
import io.github.dataconnect4j.emulator.datafactory.Artifact;
import io.github.dataconnect4j.emulator.datafactory.ArtifactDocuments;
import io.github.dataconnect4j.emulator.datafactory.ArtifactKind;
import io.github.dataconnect4j.emulator.datafactory.PipelineEngine;
import io.github.dataconnect4j.emulator.datafactory.Run;
import io.github.dataconnect4j.emulator.datafactory.RunCalls;
import io.github.dataconnect4j.emulator.datafactory.TriggerCalls;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;

/**
 * What is in Synapse workspaces, each beneath {@code /synapse-dev/{workspace}}: Azure gives each a
 * host of its own, and the emulator has one. No storage account has a hyphen in its name.
 *
 * <p>Who made the workspace may do everything in it, and so may its Owners and Contributors;
 * Synapse has roles of its own for this, which are not imitated.
 *
 * <p>Thread-safe.
 */
public final class SynapseService implements Service {

  private static final String FIRST_SEGMENT = "synapse-dev";
  private static final String WORKSPACE = "/" + FIRST_SEGMENT + "/{workspace}";
  private static final String API_VERSION = "2020-12-01";
  private static final Set<String> USERS =
      BuiltInRole.ids(BuiltInRole.OWNER, BuiltInRole.CONTRIBUTOR);

  private final Workspaces workspaces;
  private final ArmWorld world;
  private final Function<Request, String> callers;
  // The description has the operation, and no page says that a write leads there.
  private static final Operation OPERATION_RESULT =
      Operation.assumed(
          "OperationResult_Get", "the description declares no Location header on a write's 202");

  private final RunCalls runs;
  private final Routes routes = new Routes();

  /**
   * @param callers tells the object id of who is calling, or refuses
   * @param engine runs the pipelines
   * @param form how writes are answered
   * @param pageSize how many items a page of a list has
   */
  public SynapseService(
      Workspaces workspaces,
      ArmWorld world,
      Function<Request, String> callers,
      PipelineEngine engine,
      WriteForm form,
      int pageSize) {
    this.workspaces = workspaces;
    this.world = world;
    this.callers = callers;
    this.runs = new RunCalls(engine, pageSize);
    for (ArtifactKind kind : ArtifactKind.values()) {
      WorkspaceArtifacts artifacts =
          new WorkspaceArtifacts(
              this::workspace,
              kind,
              new ArtifactDocuments(kind, pageSize),
              world.operations(),
              form);
      artifacts.addReadsTo(routes, WORKSPACE);
      if (kind != ArtifactKind.INTEGRATION_RUNTIME) { // these are written through ARM
        artifacts.addWritesTo(routes, WORKSPACE);
      }
      if (kind == ArtifactKind.TRIGGER) {
        artifacts.addSwitchesTo(routes, WORKSPACE, new TriggerCalls(engine));
      }
    }
    routeRuns();
  }

  private void routeRuns() {
    routes
        .on(
            "GET",
            WORKSPACE + "/operationResults/{op}",
            OPERATION_RESULT,
            (request, path) -> world.operations().poll(path.get("op")))
        .on(
            "POST",
            WORKSPACE + "/pipelines/{name}/createRun",
            described("Pipeline_CreatePipelineRun"),
            this::createRun)
        .on(
            "GET",
            WORKSPACE + "/pipelineruns/{run}",
            described("PipelineRun_GetPipelineRun"),
            (request, path) -> Response.json(200, run(path).json()))
        .on(
            "POST",
            WORKSPACE + "/pipelineruns/{run}/cancel",
            described("PipelineRun_CancelPipelineRun"),
            (request, path) -> runs.cancel(workspace(path).factory(), path.get("run")))
        .on(
            "POST",
            WORKSPACE + "/queryPipelineRuns",
            described("PipelineRun_QueryPipelineRunsByWorkspace"),
            (request, path) -> runs.query(request, workspace(path).factory()))
        .on(
            "POST",
            WORKSPACE + "/pipelines/{name}/pipelineruns/{run}/queryActivityruns",
            described("PipelineRun_QueryActivityRuns"),
            this::queryActivities);
  }

  private static Operation described(String id) {
    return Reference.SYNAPSE_DATA_PLANE.operation(id);
  }

  /** The path that a workspace's own paths begin with. */
  static String root(Workspace workspace) {
    return "/" + FIRST_SEGMENT + "/" + workspace.factory().name();
  }

  @Override
  public String name() {
    return "synapse";
  }

  @Override
  public boolean claims(Request request) {
    return !request.segments().isEmpty()
        && request.segments().get(0).equalsIgnoreCase(FIRST_SEGMENT);
  }

  @Override
  public Routes routes() {
    return routes;
  }

  @Override
  public void authenticate(Request request) {
    String caller = callers.apply(request);
    String name = request.segments().size() < 2 ? "" : request.segments().get(1);
    Workspace workspace = require(name);
    ServiceBehavior.SYNAPSE_ROLES.observe();
    boolean allowed =
        workspace.creatorId().equalsIgnoreCase(caller)
            || world.roles().holds(caller, workspace.factory().resourceId(), USERS);
    if (!allowed) {
      throw SynapseErrors.forbidden(caller, action(request), workspace.factory().name());
    }
    String version = request.query("api-version").orElse("");
    if (!version.equals(API_VERSION)) {
      throw ArmErrors.of(
          400,
          version.isBlank() ? "MissingApiVersionParameter" : "InvalidApiVersionParameter",
          "The api-version '" + version + "' is not supported. Send '" + API_VERSION + "'.");
    }
  }

  private static String action(Request request) {
    String verb =
        switch (request.method()) {
          case "GET" -> "read";
          case "POST" -> "action";
          case "DELETE" -> "delete";
          default -> "write";
        };
    return request.segments().size() < 3 ? verb : request.segments().get(2) + "/" + verb;
  }

  @Override
  public Response unknownRoute(Request request) {
    try {
      authenticate(request);
    } catch (ServiceError e) {
      return e.response();
    }
    return ArmErrors.of(
            404,
            "NotFound",
            "The emulator has no "
                + request.method()
                + " for '/"
                + String.join("/", request.segments())
                + "'.")
        .response();
  }

  @Override
  public Response refused(Request request, int status) {
    return ArmErrors.ordered(status);
  }

  @Override
  public Response failed(Request request) {
    return ArmErrors.of(500, "InternalServerError", "Internal error. See the emulator's log.")
        .response();
  }

  @Override
  public Response unreadable(Request request, IOException cause) {
    // The parser's own text may quote the body, and bodies hold secrets.
    return ArmErrors.of(
            400, "BadRequest", "The request content could not be deserialized: it is not JSON.")
        .response();
  }

  @Override
  public Response finish(Request request, Response response) {
    return response.withHeader("x-ms-request-id", world.ids().next());
  }

  private Response createRun(Request request, Path path) throws IOException {
    Workspace workspace = workspace(path);
    Artifact pipeline =
        WorkspaceArtifacts.require(workspace, ArtifactKind.PIPELINE, path.get("name"));
    return Response.json(202, runs.start(request, workspace.factory(), pipeline));
  }

  private Response queryActivities(Request request, Path path) throws IOException {
    Run run = run(path);
    if (!run.pipelineName().equalsIgnoreCase(path.get("name"))) {
      throw SynapseErrors.missingRun(path.get("name"), run.id());
    }
    return runs.queryActivities(request, run);
  }

  private Run run(Path path) {
    return workspace(path).factory().runs().require(path.get("run"));
  }

  private Workspace workspace(Path path) {
    return require(path.get("workspace"));
  }

  private Workspace require(String name) {
    return workspaces
        .named(name)
        .filter(Workspace::isMade)
        .orElseThrow(() -> SynapseErrors.missingWorkspace(name));
  }
}
