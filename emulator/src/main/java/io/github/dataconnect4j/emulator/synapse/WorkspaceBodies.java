package io.github.dataconnect4j.emulator.synapse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.ArmWorld;
import io.github.dataconnect4j.emulator.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Workspaces as Azure Resource Manager shows them, made and changed by what clients send. */
public final class WorkspaceBodies {

  // Never shown: it is the one secret that a workspace has.
  private static final String PASSWORD = "sqlAdministratorLoginPassword";

  private final ArmWorld world;
  private final Function<String, URI> devEndpoint;

  /**
   * @param devEndpoint where the artifacts of the workspace of that name are
   */
  public WorkspaceBodies(ArmWorld world, Function<String, URI> devEndpoint) {
    this.world = world;
    this.devEndpoint = devEndpoint;
  }

  /**
   * Checks the name that an id ends in.
   *
   * @throws io.github.dataconnect4j.emulator.http.ServiceError if it is no name (400) or taken
   *     (409)
   */
  void requireName(String id) {
    String name = name(id);
    if (!name.matches("[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?") || name.endsWith("-ondemand")) {
      throw ArmErrors.of(
          400,
          "InvalidWorkspaceName",
          "The workspace name '"
              + name
              + "' is invalid: up to 50 lower-case letters, digits and hyphens, none at its ends,"
              + " and not ending in '-ondemand'.");
    }
    if (world.resources().isNameTaken(id, Workspace.TYPE)) {
      throw ArmErrors.of(
          409,
          "WorkspaceNameAlreadyExists",
          "The workspace name '" + name + "' is already in use; it must be globally unique.");
    }
  }

  /** A new workspace, without what the client has to say. */
  ObjectNode made(String id, String location) {
    String name = name(id);
    ObjectNode workspace = Json.object();
    workspace.put("id", id).put("name", name).put("type", Workspace.TYPE);
    workspace.put("location", location).putObject("tags");
    ObjectNode properties = workspace.putObject("properties");
    properties.put("workspaceUID", world.ids().next());
    properties.put("managedResourceGroupName", "synapseworkspace-managedrg-" + world.ids().next());
    properties.put("publicNetworkAccess", "Enabled");
    properties
        .putObject("connectivityEndpoints")
        .put("web", "https://web.azuresynapse.net?workspace=" + encode(id))
        .put("dev", devEndpoint.apply(name).toString())
        .put("sqlOnDemand", name + "-ondemand.sql.azuresynapse.net")
        .put("sql", name + ".sql.azuresynapse.net");
    return workspace;
  }

  /**
   * Takes over what a client sends; what it leaves out stays, and what the service sets stays too.
   *
   * @throws io.github.dataconnect4j.emulator.http.ServiceError if the workspace would have no data
   *     lake (400), or should move (409)
   */
  void update(ObjectNode workspace, ObjectNode body, String location) {
    if (!workspace.path("location").asText().equals(location)) {
      throw ArmErrors.of(
          409,
          "InvalidResourceLocation",
          "The resource '"
              + workspace.path("name").asText()
              + "' already exists in location '"
              + workspace.path("location").asText()
              + "'. A resource with the same name cannot be created in location '"
              + location
              + "'. Please select a new resource name.");
    }
    ObjectNode properties = workspace.withObject("/properties");
    JsonNode endpoints = properties.path("connectivityEndpoints");
    if (body.get("properties") instanceof ObjectNode asked) {
      properties.setAll(asked);
      properties.set("connectivityEndpoints", endpoints);
      properties.remove(PASSWORD);
    }
    if (body.get("tags") instanceof ObjectNode tags) {
      workspace.set("tags", tags);
    }
    JsonNode lake = properties.path("defaultDataLakeStorage");
    for (String field : new String[] {"accountUrl", "filesystem"}) {
      if (lake.path(field).asText().isBlank()) {
        throw ArmErrors.of(
            400,
            "InvalidRequest",
            "The workspace needs properties.defaultDataLakeStorage." + field + ".");
      }
    }
    world.identify(workspace, body);
  }

  private static String name(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
