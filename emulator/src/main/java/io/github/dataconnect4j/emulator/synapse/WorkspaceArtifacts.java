package io.github.dataconnect4j.emulator.synapse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.Operations;
import io.github.dataconnect4j.emulator.arm.Operations.Pending;
import io.github.dataconnect4j.emulator.datafactory.Artifact;
import io.github.dataconnect4j.emulator.datafactory.ArtifactDocuments;
import io.github.dataconnect4j.emulator.datafactory.ArtifactKind;
import io.github.dataconnect4j.emulator.datafactory.Artifacts;
import io.github.dataconnect4j.emulator.datafactory.Factory;
import io.github.dataconnect4j.emulator.datafactory.TriggerCalls;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.synapse.Arrivals.Arrival;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The artifacts of a kind in a workspace. Whether a write is good is known at once; when it shows
 * depends on the {@link WriteForm}.
 */
final class WorkspaceArtifacts {

  private final Function<Path, Workspace> workspaces;
  private final ArtifactKind kind;
  private final ArtifactDocuments documents;
  private final Operations operations;
  private final WriteForm form;

  WorkspaceArtifacts(
      Function<Path, Workspace> workspaces,
      ArtifactKind kind,
      ArtifactDocuments documents,
      Operations operations,
      WriteForm form) {
    this.workspaces = workspaces;
    this.kind = kind;
    this.documents = documents;
    this.operations = operations;
    this.form = form;
  }

  void addReadsTo(Routes routes, String workspace) {
    String all = workspace + "/" + kind.segment();
    routes.on("GET", all, listing(), this::list).on("GET", all + "/{name}", reading(), this::get);
  }

  void addWritesTo(Routes routes, String workspace) {
    String one = workspace + "/" + kind.segment() + "/{name}";
    routes
        .on("PUT", one, operation("CreateOrUpdate" + kind.title()), this::put)
        .on("DELETE", one, operation("Delete" + kind.title()), this::delete);
  }

  /** Adds what triggers do beyond what all artifacts do. */
  void addSwitchesTo(Routes routes, String workspace, TriggerCalls calls) {
    String one = workspace + "/" + kind.segment() + "/{name}";
    routes
        .on(
            "POST",
            one + "/start",
            operation("StartTrigger"),
            (request, path) -> turn(request, path, "Starting", calls::start))
        .on(
            "POST",
            one + "/stop",
            operation("StopTrigger"),
            (request, path) -> turn(request, path, "Stopping", calls::stop));
  }

  private Response turn(
      Request request, Path path, String state, BiFunction<Factory, String, Artifact> change) {
    Workspace workspace = workspaces.apply(path);
    Artifact before = require(workspace, kind, path.get("name"));
    Artifact after = change.apply(workspace.factory(), before.name());
    return answer(
        request, workspace, new Write(after, Optional.of(before), state, Response.empty(200)));
  }

  // Microsoft names the reads of integration runtimes otherwise than those of other artifacts.
  private Operation listing() {
    return kind == ArtifactKind.INTEGRATION_RUNTIME
        ? Reference.SYNAPSE_DATA_PLANE.operation("IntegrationRuntimes_List")
        : operation("Get" + kind.title() + "sByWorkspace");
  }

  private Operation reading() {
    return kind == ArtifactKind.INTEGRATION_RUNTIME
        ? Reference.SYNAPSE_DATA_PLANE.operation("IntegrationRuntimes_Get")
        : operation("Get" + kind.title());
  }

  private Operation operation(String name) {
    return Reference.SYNAPSE_DATA_PLANE.operation(kind.title() + "_" + name);
  }

  private Response list(Request request, Path path) {
    Workspace workspace = workspaces.apply(path);
    List<Artifact> all =
        workspace.factory().artifacts().list(kind).stream()
            .flatMap(one -> workspace.arrivals().look(kind, one.name(), Optional.of(one)).stream())
            .toList();
    return documents.page(request, workspace.factory(), all);
  }

  private Response get(Request request, Path path) {
    Workspace workspace = workspaces.apply(path);
    return documents.show(request, workspace.factory(), require(workspace, kind, path.get("name")));
  }

  /**
   * The artifact as readers and new runs meet it.
   *
   * @throws io.github.dataconnect4j.emulator.http.ServiceError if they meet none: 404
   */
  static Artifact require(Workspace workspace, ArtifactKind kind, String name) {
    Optional<Artifact> stored = workspace.factory().artifacts().find(kind, name);
    return workspace
        .arrivals()
        .look(kind, name, stored)
        .orElseThrow(() -> Artifacts.missing(kind, name));
  }

  private Response put(Request request, Path path) throws IOException {
    Workspace workspace = workspaces.apply(path);
    Factory factory = workspace.factory();
    Optional<Artifact> before = factory.artifacts().find(kind, path.get("name"));
    Artifact artifact = documents.write(request, factory, path.get("name"));
    Response done = Response.json(200, documents.json(factory, artifact));
    return answer(
        request,
        workspace,
        new Write(artifact, before, before.isPresent() ? "Updating" : "Creating", done));
  }

  private Response delete(Request request, Path path) {
    Workspace workspace = workspaces.apply(path);
    Optional<Artifact> before = workspace.factory().artifacts().find(kind, path.get("name"));
    if (!workspace.factory().artifacts().delete(kind, path.get("name")) || before.isEmpty()) {
      return Response.empty(204);
    }
    return answer(
        request, workspace, new Write(before.get(), before, "Deleting", Response.empty(200)));
  }

  private Response answer(Request request, Workspace workspace, Write write) {
    Arrival arrival =
        workspace.arrivals().hold(kind, write.artifact.name(), write.before, form.looksBefore());
    if (form == WriteForm.AT_ONCE) {
      return write.done;
    }
    Pending operation =
        operations.begin(
            request,
            SynapseService.root(workspace) + "/operationResults",
            Response.json(202, Json.object().put("status", "InProgress")),
            () -> arrival.look() ? Optional.of(write.done) : Optional.empty());
    Response accepted = Response.json(202, accepted(workspace.factory(), write, operation));
    return form == WriteForm.LOCATED ? operation.announcedBy(accepted) : accepted;
  }

  // The fields are those of Azure's answers that azure-sdk-for-js has recorded.
  private ObjectNode accepted(Factory factory, Write write, Pending operation) {
    ObjectNode json = Json.object();
    json.put("id", documents.id(factory, write.artifact));
    json.put("recordId", 1).put("state", write.state);
    json.put("type", type()).put("name", write.artifact.name());
    return json.put("operationId", operation.id());
  }

  private String type() {
    return switch (kind) {
      case INTEGRATION_RUNTIME -> "IntegrationRuntime";
      case LINKED_SERVICE -> "LinkedService";
      case DATASET -> "DataSet";
      case PIPELINE -> "Pipeline";
      case TRIGGER -> "Trigger";
    };
  }

  /**
   * A write that the store has taken.
   *
   * @param artifact what was written or deleted
   * @param before what was stored before
   * @param state what is said of it meanwhile
   * @param done the answer when it shows
   */
  private record Write(Artifact artifact, Optional<Artifact> before, String state, Response done) {}
}
