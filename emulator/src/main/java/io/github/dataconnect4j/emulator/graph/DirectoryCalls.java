package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.directory.DirectoryRole;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.RoleAssignment;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Users, groups, roles, licences and the organization: what can only be read. */
final class DirectoryCalls {

  private final DirectoryStore directory;
  private final Callers callers;

  DirectoryCalls(DirectoryStore directory, Callers callers) {
    this.directory = directory;
    this.callers = callers;
  }

  Response users(Request request, Path path) {
    callers.requireReader(request);
    return new GraphQuery(request, GraphObjects.USER_BY_DEFAULT)
        .list("users", directory.people().stream().map(GraphObjects::toGraphUser).iterator());
  }

  Response user(Request request, Path path) {
    callers.requireReader(request);
    return toResponse(request, requirePerson(path.get("id")));
  }

  Response me(Request request, Path path) {
    Principal caller = callers.of(request);
    if (caller.kind() != Principal.Kind.USER) {
      throw GraphRefusedException.badQuery(
          "/me request is only valid with delegated authentication flow.");
    }
    return toResponse(request, requirePerson(caller.objectId()));
  }

  Response rolesOfUser(Request request, Path path) {
    callers.requireReader(request);
    return roles(request, requirePerson(path.get("id")).id());
  }

  Response rolesOfServicePrincipal(Request request, Path path) {
    callers.requireReader(request);
    String id = path.get("id");
    if (directory.applications().servicePrincipal(id).isEmpty()) {
      throw GraphRefusedException.notFound(id);
    }
    return roles(request, id);
  }

  private Response roles(Request request, String principalId) {
    return new GraphQuery(request, List.of())
        .list("directoryRoles", roles(directory.rolesOf(principalId).stream()).iterator());
  }

  Response groups(Request request, Path path) {
    callers.requireReader(request);
    return new GraphQuery(request, List.of())
        .list("groups", directory.groups().stream().map(GraphObjects::toGraphGroup).iterator());
  }

  Response group(Request request, Path path) {
    callers.requireReader(request);
    return new GraphQuery(request, List.of())
        .one(200, "groups", GraphObjects.toGraphGroup(requireGroup(path.get("id"))));
  }

  Response members(Request request, Path path) {
    callers.requireReader(request);
    return objects(request, requireGroup(path.get("id")).memberIds());
  }

  Response transitiveMembers(Request request, Path path) {
    callers.requireReader(request);
    Group group = requireGroup(path.get("id"));
    return objects(request, directory.transitiveMemberIds(group.id()));
  }

  Response transitiveUsers(Request request, Path path) {
    callers.requireReader(request);
    return objects(request, directory.members(requireGroup(path.get("id")).id()));
  }

  private Response objects(Request request, Collection<String> ids) {
    return new GraphQuery(request, List.of())
        .list(
            "directoryObjects",
            ids.stream().map(this::object).flatMap(Optional::stream).iterator());
  }

  Response directoryRoles(Request request, Path path) {
    callers.requireReader(request);
    return new GraphQuery(request, List.of())
        .list("directoryRoles", roles(Arrays.stream(DirectoryRole.values())).iterator());
  }

  Response roleDefinitions(Request request, Path path) {
    callers.requireReader(request);
    return new GraphQuery(request, List.of())
        .list(
            "roleManagement/directory/roleDefinitions",
            Arrays.stream(DirectoryRole.values()).map(GraphObjects::roleDefinition).iterator());
  }

  Response roleAssignments(Request request, Path path) {
    callers.requireReader(request);
    boolean expanded =
        request.query("$expand").filter("roleDefinition"::equalsIgnoreCase).isPresent();
    return new GraphQuery(request, List.of())
        .list(
            "roleManagement/directory/roleAssignments",
            directory.roleAssignments().stream()
                .map(one -> expanded ? expanded(one) : GraphObjects.roleAssignment(one))
                .iterator());
  }

  private static ObjectNode expanded(RoleAssignment assignment) {
    return GraphObjects.roleAssignment(assignment)
        .set("roleDefinition", GraphObjects.roleDefinition(assignment.role()));
  }

  Response licences(Request request, Path path) {
    callers.requireReader(request);
    int people = directory.people().size();
    return new GraphQuery(request, List.of())
        .list(
            "subscribedSkus",
            directory.licences().stream()
                .map(one -> GraphObjects.licence(one, directory.tenantId(), people))
                .iterator());
  }

  Response organization(Request request, Path path) {
    callers.requireReader(request);
    ObjectNode organization =
        Json.object().put("id", directory.tenantId()).put("displayName", directory.domain());
    organization
        .putArray("verifiedDomains")
        .addObject()
        .put("name", directory.domain())
        .put("isDefault", true)
        .put("isInitial", true);
    return new GraphQuery(request, List.of())
        .list("organization", List.of(organization).iterator());
  }

  private Optional<ObjectNode> object(String id) {
    return directory
        .person(id)
        .map(found -> GraphObjects.withType(GraphObjects.toGraphUser(found), "user"))
        .or(
            () ->
                directory
                    .group(id)
                    .map(
                        found -> GraphObjects.withType(GraphObjects.toGraphGroup(found), "group")));
  }

  private Stream<ObjectNode> roles(Stream<DirectoryRole> roles) {
    return roles.map(role -> GraphObjects.directoryRole(role, directory.tenantId()));
  }

  private Response toResponse(Request request, Person person) {
    return new GraphQuery(request, GraphObjects.USER_BY_DEFAULT)
        .one(200, "users", GraphObjects.toGraphUser(person));
  }

  private Person requirePerson(String id) {
    return directory.person(id).orElseThrow(() -> GraphRefusedException.notFound(id));
  }

  private Group requireGroup(String id) {
    return directory.group(id).orElseThrow(() -> GraphRefusedException.notFound(id));
  }
}
