package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.RoleAssignments.Assignment;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.emulator.world.BuiltInRole;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Role assignments.
 *
 * <p>A principal that the directory does not know is refused, unless the request says what it is:
 * that is how Azure lets a service principal in that was made a moment ago.
 */
final class RoleAssignmentRoutes {

  private static final String TYPE = "/providers/Microsoft.Authorization/roleAssignments";
  private static final Pattern PRINCIPAL =
      Pattern.compile("(?i)(?:principalId\\s+eq\\s+'|assignedTo\\(')([^']*)'");

  private final RoleAssignments assignments;
  private final Resources resources;
  private final Predicate<String> containers;
  private final Supplier<Instant> now;

  /**
   * @param containers whether the container of that full id exists
   */
  RoleAssignmentRoutes(
      RoleAssignments assignments,
      Resources resources,
      Predicate<String> containers,
      Supplier<Instant> now) {
    this.assignments = assignments;
    this.resources = resources;
    this.containers = containers;
    this.now = now;
  }

  void addTo(Routes routes, String scope) {
    routes
        .on(
            "GET",
            scope + TYPE,
            Reference.AUTHORIZATION.operation("RoleAssignments_ListForScope"),
            this::list)
        .on(
            "PUT",
            scope + TYPE + "/{assignment}",
            Reference.AUTHORIZATION.operation("RoleAssignments_Create"),
            this::put)
        .on(
            "GET",
            scope + TYPE + "/{assignment}",
            Reference.AUTHORIZATION.operation("RoleAssignments_Get"),
            this::get)
        .on(
            "DELETE",
            scope + TYPE + "/{assignment}",
            Reference.AUTHORIZATION.operation("RoleAssignments_Delete"),
            this::delete);
  }

  private Response put(Request request, Path path) throws IOException {
    String scope = requireScope(request);
    JsonNode properties = Bodies.read(request).path("properties");
    Assignment asked = read(path.get("assignment"), scope, properties);
    synchronized (assignments) {
      Optional<Assignment> known = find(scope, asked.name());
      if (known.isPresent() && known.get().grantsTheSameAs(asked)) {
        return Response.json(200, json(known.get()));
      }
      if (known.isPresent()) {
        throw ArmErrors.badRequest(
            "RoleAssignmentUpdateNotPermitted",
            "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.");
      }
      if (assignments.all().stream().anyMatch(asked::grantsTheSameAs)) {
        throw ArmErrors.of(409, "RoleAssignmentExists", "The role assignment already exists.");
      }
      assignments.add(asked);
    }
    return Response.json(201, json(asked));
  }

  private Assignment read(String name, String scope, JsonNode properties) {
    if (!isGuid(name)) {
      throw ArmErrors.badRequest(
          "InvalidRoleAssignmentId",
          "The role assignment ID '"
              + name
              + "' is not valid. The role assignment ID must be a GUID.");
    }
    String definition = properties.path("roleDefinitionId").asText();
    BuiltInRole role =
        BuiltInRole.of(definition)
            .orElseThrow(() -> AuthorizationProvider.missingDefinition(definition));
    String principal = properties.path("principalId").asText();
    if (!isGuid(principal)) {
      throw ArmErrors.badRequest(
          "InvalidPrincipalId",
          "A valid principal ID must be provided for role assignment; '" + principal + "' is not.");
    }
    return new Assignment(
        name, scope, principal, principalType(principal, properties), role, now.get());
  }

  private String principalType(String principal, JsonNode properties) {
    String asked = properties.path("principalType").asText();
    Optional<String> known =
        assignments
            .kindOf(principal)
            .or(
                () ->
                    resources.hasIdentity(principal)
                        ? Optional.of("ServicePrincipal")
                        : Optional.empty());
    if (known.isEmpty() && asked.isEmpty()) {
      throw ArmErrors.badRequest(
          "PrincipalNotFound",
          "Principal "
              + principal.replace("-", "")
              + " does not exist in the directory. If the principal was just created, set the role"
              + " assignment's principalType property.");
    }
    if (known.isPresent() && !asked.isEmpty() && !known.get().equalsIgnoreCase(asked)) {
      throw ArmErrors.badRequest(
          "UnmatchedPrincipalType",
          "The PrincipalId '"
              + principal
              + "' has type '"
              + known.get()
              + "', which is different from specified PrincipalType '"
              + asked
              + "'.");
    }
    return known.orElse(asked);
  }

  private Response get(Request request, Path path) {
    return Response.json(200, json(require(request, path)));
  }

  private Response delete(Request request, Path path) {
    Optional<Assignment> known = find(scope(request), path.get("assignment"));
    if (known.isEmpty()) {
      return Response.empty(204);
    }
    assignments.remove(known.get());
    return Response.json(200, json(known.get()));
  }

  /**
   * Lists what holds at the scope: what is assigned there, above it and, but for atScope(),
   * beneath.
   */
  private Response list(Request request, Path path) {
    String scope = requireScope(request);
    String filter = request.query("$filter").orElse("");
    boolean atScope = filter.toLowerCase(Locale.ROOT).contains("atscope()");
    Matcher principal = PRINCIPAL.matcher(filter);
    Predicate<Assignment> asked = one -> true;
    if (principal.find()) {
      String id = principal.group(1);
      boolean throughGroups = filter.toLowerCase(Locale.ROOT).contains("assignedto(");
      asked =
          one ->
              throughGroups
                  ? assignments.appliesTo(one, id)
                  : one.principalId().equalsIgnoreCase(id);
    }
    List<ObjectNode> found =
        assignments.all().stream()
            .filter(
                one ->
                    RoleAssignments.contains(one.scope(), scope)
                        || (!atScope && RoleAssignments.contains(scope, one.scope())))
            .filter(asked)
            .map(RoleAssignmentRoutes::json)
            .toList();
    return PagedList.of(request, found);
  }

  private Assignment require(Request request, Path path) {
    return find(scope(request), path.get("assignment"))
        .orElseThrow(
            () ->
                ArmErrors.of(
                    404,
                    "RoleAssignmentNotFound",
                    "The role assignment '" + path.get("assignment") + "' is not found."));
  }

  private Optional<Assignment> find(String scope, String name) {
    return assignments.all().stream()
        .filter(one -> one.scope().equalsIgnoreCase(scope) && one.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private String requireScope(Request request) {
    String scope = scope(request);
    int depth = scope.split("/", -1).length - 1;
    boolean exists =
        switch (depth) {
          case 2, 4 -> true; // the gate has looked
          case 8 -> resources.find(scope).isPresent();
          default -> containers.test(scope);
        };
    if (!exists) {
      throw ArmErrors.notFound(scope);
    }
    return scope;
  }

  private static String scope(Request request) {
    String id = ArmPath.of(request).id();
    return id.substring(0, id.toLowerCase(Locale.ROOT).lastIndexOf("/providers/"));
  }

  private static boolean isGuid(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static ObjectNode json(Assignment assignment) {
    ObjectNode json = Json.object();
    ObjectNode properties = json.putObject("properties");
    properties.put(
        "roleDefinitionId",
        assignment.scope().split("/resource", 2)[0]
            + "/providers/Microsoft.Authorization/roleDefinitions/"
            + assignment.role().id());
    properties.put("principalId", assignment.principalId());
    properties.put("principalType", assignment.principalType());
    properties.put("scope", assignment.scope());
    properties.put("createdOn", assignment.createdOn().toString());
    properties.put("updatedOn", assignment.createdOn().toString());
    json.put("id", assignment.scope() + TYPE + "/" + assignment.name());
    json.put("type", "Microsoft.Authorization/roleAssignments");
    json.put("name", assignment.name());
    return json;
  }
}
