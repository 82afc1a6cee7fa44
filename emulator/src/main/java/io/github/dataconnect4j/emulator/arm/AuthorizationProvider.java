package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Role definitions, at any scope; they are the built-in ones, and are only read. */
final class AuthorizationProvider implements ArmProvider {

  /** What a scope can be: subscription, group, resource, container of a storage account. */
  static final List<String> SCOPES =
      List.of(
          "/subscriptions/{s}",
          "/subscriptions/{s}/resourceGroups/{g}",
          "/subscriptions/{s}/resourceGroups/{g}/providers/{ns}/{type}/{name}",
          "/subscriptions/{s}/resourceGroups/{g}/providers/{ns}/{type}/{name}"
              + "/blobServices/default/containers/{container}");

  private static final String DEFINITIONS = "/providers/Microsoft.Authorization/roleDefinitions";
  private static final Pattern ROLE_NAME = Pattern.compile("(?i)roleName\\s+eq\\s+'([^']*)'");

  private final RoleAssignmentRoutes assignments;

  AuthorizationProvider(RoleAssignmentRoutes assignments) {
    this.assignments = assignments;
  }

  @Override
  public String namespace() {
    return ArmPath.AUTHORIZATION;
  }

  @Override
  public Set<String> apiVersions() {
    return ApiVersions.AUTHORIZATION;
  }

  @Override
  public Set<String> resourceTypes() {
    return Set.of("roleAssignments", "roleDefinitions");
  }

  @Override
  public void addTo(Routes routes) {
    Stream.concat(Stream.of(""), SCOPES.stream())
        .forEach(
            scope ->
                routes
                    .on(
                        "GET",
                        scope + DEFINITIONS,
                        Reference.AUTHORIZATION.operation("RoleDefinitions_List"),
                        AuthorizationProvider::list)
                    .on(
                        "GET",
                        scope + DEFINITIONS + "/{id}",
                        Reference.AUTHORIZATION.operation("RoleDefinitions_Get"),
                        AuthorizationProvider::get));
    SCOPES.forEach(scope -> assignments.addTo(routes, scope));
  }

  private static Response list(Request request, Path path) {
    Matcher asked = ROLE_NAME.matcher(request.query("$filter").orElse(""));
    Stream<BuiltInRole> roles = Stream.of(BuiltInRole.values());
    if (asked.find()) {
      String name = asked.group(1);
      roles = roles.filter(role -> role.roleName().equalsIgnoreCase(name));
    }
    String collection = ArmPath.of(request).id();
    return PagedList.of(
        request, roles.map(role -> json(collection + "/" + role.id(), role)).toList());
  }

  private static Response get(Request request, Path path) {
    BuiltInRole role =
        BuiltInRole.of(path.get("id")).orElseThrow(() -> missingDefinition(path.get("id")));
    return Response.json(200, json(ArmPath.of(request).id(), role));
  }

  static ServiceError missingDefinition(String id) {
    return ArmErrors.of(
        404,
        "RoleDefinitionDoesNotExist",
        "The specified role definition with ID '" + id + "' does not exist.");
  }

  private static ObjectNode json(String id, BuiltInRole role) {
    ObjectNode json = Json.object();
    json.put("id", id).put("name", role.id());
    json.put("type", "Microsoft.Authorization/roleDefinitions");
    ObjectNode properties = json.putObject("properties");
    properties.put("roleName", role.roleName()).put("type", "BuiltInRole");
    properties.put("description", "");
    properties.putArray("assignableScopes").add("/");
    ObjectNode permissions = properties.putArray("permissions").addObject();
    role.actions().forEach(permissions.putArray("actions")::add);
    permissions.putArray("notActions");
    role.dataActions().forEach(permissions.putArray("dataActions")::add);
    permissions.putArray("notDataActions");
    return json;
  }
}
