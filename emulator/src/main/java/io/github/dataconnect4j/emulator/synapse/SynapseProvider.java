package io.github.dataconnect4j.emulator.synapse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ApiVersions;
import io.github.dataconnect4j.emulator.arm.ArmAuthentication;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.ArmProvider;
import io.github.dataconnect4j.emulator.arm.ArmWorld;
import io.github.dataconnect4j.emulator.arm.Bodies;
import io.github.dataconnect4j.emulator.arm.Links;
import io.github.dataconnect4j.emulator.arm.Locations;
import io.github.dataconnect4j.emulator.arm.Operations;
import io.github.dataconnect4j.emulator.arm.Operations.Pending;
import io.github.dataconnect4j.emulator.arm.PagedList;
import io.github.dataconnect4j.emulator.datafactory.ArtifactKind;
import io.github.dataconnect4j.emulator.datafactory.ArtifactRoutes;
import io.github.dataconnect4j.emulator.datafactory.Factory;
import io.github.dataconnect4j.emulator.datafactory.RuntimeRoutes;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Synapse workspaces under Azure Resource Manager, with their firewall rules and integration
 * runtimes. SQL pools are not imitated, and Spark pools are kept only.
 *
 * <p>A new workspace shows as {@code Provisioning} at the first look, be it a poll of the operation
 * or a GET of the workspace, and is made at the second.
 */
public final class SynapseProvider implements ArmProvider {

  private static final String WORKSPACES = "/providers/" + Workspace.TYPE;
  private static final String GROUP = "/subscriptions/{s}/resourceGroups/{g}";
  private static final String WORKSPACE = GROUP + WORKSPACES + "/{workspace}";

  private final ArmWorld world;
  private final Workspaces workspaces;
  private final WorkspaceBodies bodies;
  private final ArmAuthentication authentication;
  private final int pageSize;

  /**
   * @param bodies writes workspaces
   * @param authentication tells who makes a workspace, and so may use it
   * @param pageSize how many items a page of a list has
   */
  public SynapseProvider(
      ArmWorld world,
      Workspaces workspaces,
      WorkspaceBodies bodies,
      ArmAuthentication authentication,
      int pageSize) {
    this.world = world;
    this.workspaces = workspaces;
    this.bodies = bodies;
    this.authentication = authentication;
    this.pageSize = pageSize;
    world.resources().onRemoval(removed -> workspaces.remove(removed.path("id").asText()));
  }

  @Override
  public String namespace() {
    return "Microsoft.Synapse";
  }

  @Override
  public Set<String> apiVersions() {
    return ApiVersions.SYNAPSE;
  }

  @Override
  public Set<String> resourceTypes() {
    return Set.of("workspaces", "workspaces/firewallRules", "workspaces/integrationRuntimes");
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .on(
            "GET",
            "/subscriptions/{s}" + WORKSPACES,
            Reference.SYNAPSE.operation("Workspaces_List"),
            (r, path) -> list(r, "/subscriptions/" + path.get("s")))
        .on(
            "GET",
            GROUP + WORKSPACES,
            Reference.SYNAPSE.operation("Workspaces_ListByResourceGroup"),
            (r, path) -> list(r, group(path)))
        .on("PUT", WORKSPACE, Reference.SYNAPSE.operation("Workspaces_CreateOrUpdate"), this::put)
        .on("GET", WORKSPACE, Reference.SYNAPSE.operation("Workspaces_Get"), this::get)
        .on("PATCH", WORKSPACE, Reference.SYNAPSE.operation("Workspaces_Update"), this::patch)
        .on("DELETE", WORKSPACE, Reference.SYNAPSE.operation("Workspaces_Delete"), this::delete)
        .on(
            "GET",
            WORKSPACE + "/operationStatuses/{op}",
            Operations.RESULT,
            (request, path) -> world.operations().status(request, path.get("op")));
    new FirewallRules(this::requireMade).addTo(routes, WORKSPACE);
    new KeptSettings(this::requireMade).addTo(routes, WORKSPACE);
    new ArtifactRoutes(this::factory, ArtifactKind.INTEGRATION_RUNTIME, pageSize)
        .addTo(routes, Reference.SYNAPSE, WORKSPACE);
    new RuntimeRoutes(this::factory, world.operations())
        .addTo(routes, Reference.SYNAPSE, WORKSPACE);
  }

  private Response put(Request request, Path path) throws IOException {
    ObjectNode body = Bodies.read(request);
    String location = Locations.of(body);
    String id = id(path);
    synchronized (workspaces) {
      bodies.requireName(id);
      Optional<ObjectNode> known = world.resources().find(id);
      ObjectNode resource = known.orElseGet(() -> bodies.made(id, location));
      bodies.update(resource, body, location);
      if (known.isEmpty()) {
        String creator = authentication.check(request).objectId();
        workspaces.add(
            new Workspace(path.get("workspace"), id, creator, world.ids(), world.time()));
      }
      world.resources().put(resource);
    }
    Workspace workspace = require(path);
    return workspace.isMade() ? Response.json(200, show(workspace)) : making(request, workspace);
  }

  private Response making(Request request, Workspace workspace) {
    ServiceBehavior.SYNAPSE_MADE_AT_SECOND_LOOK.observe();
    String id = workspace.factory().resourceId();
    Pending operation =
        world
            .operations()
            .begin(
                request,
                id + "/operationResults",
                Response.empty(202),
                () ->
                    workspace.look()
                        ? Optional.of(Response.json(200, show(workspace)))
                        : Optional.empty());
    String version = request.query("api-version").orElse("");
    String status = id + "/operationStatuses/" + operation.id() + "?api-version=" + version;
    return operation
        .announcedBy(Response.json(201, show(workspace)))
        .withHeader("Azure-AsyncOperation", Links.to(request, status));
  }

  private Response get(Request request, Path path) {
    Workspace workspace = require(path);
    workspace.look();
    return Response.json(200, show(workspace));
  }

  private Response patch(Request request, Path path) throws IOException {
    Workspace workspace = requireMade(path);
    ObjectNode resource = world.resources().require(id(path));
    bodies.update(resource, Bodies.read(request), resource.path("location").asText());
    world.resources().put(resource);
    return Response.json(200, show(workspace));
  }

  private Response delete(Request request, Path path) {
    if (!world.resources().remove(id(path))) {
      return Response.empty(204);
    }
    return world
        .operations()
        .accept(request, id(path) + "/operationResults", Response.json(200, Json.object()));
  }

  private Response list(Request request, String scope) {
    return PagedList.of(
        request,
        world.resources().ofType(scope, Workspace.TYPE).stream()
            .flatMap(one -> workspaces.find(one.path("id").asText()).stream())
            .map(this::show)
            .toList());
  }

  private ObjectNode show(Workspace workspace) {
    ObjectNode resource = world.resources().require(workspace.factory().resourceId());
    resource
        .withObject("/properties")
        .put("provisioningState", workspace.isMade() ? "Succeeded" : "Provisioning");
    return resource;
  }

  private Workspace require(Path path) {
    world.resources().require(id(path));
    return workspaces.find(id(path)).orElseThrow();
  }

  private Workspace requireMade(Path path) {
    Workspace workspace = require(path);
    if (!workspace.isMade()) {
      throw ArmErrors.of(
          409,
          "Conflict",
          "The workspace '" + path.get("workspace") + "' is in the state Provisioning.");
    }
    return workspace;
  }

  private Factory factory(Path path) {
    return requireMade(path).factory();
  }

  private static String group(Path path) {
    return "/subscriptions/" + path.get("s") + "/resourceGroups/" + path.get("g");
  }

  private static String id(Path path) {
    return group(path) + WORKSPACES + "/" + path.get("workspace");
  }
}
