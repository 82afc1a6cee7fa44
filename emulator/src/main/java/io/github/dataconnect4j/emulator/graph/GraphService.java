package io.github.dataconnect4j.emulator.graph;

import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.spi.TimeSource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Microsoft Graph, version 1.0: the directory and the audit log.
 *
 * <p>Thread-safe.
 */
public final class GraphService implements Service {

  private static final String VERSION = "v1.0";

  private static final Set<String> TOP_SEGMENTS =
      Set.of(
          "applications",
          "serviceprincipals",
          "users",
          "groups",
          "me",
          "directoryroles",
          "rolemanagement",
          "subscribedskus",
          "organization",
          "security");

  private final Callers callers;
  private final TimeSource time;
  private final Routes routes = new Routes();

  /**
   * @param time the emulator's time
   */
  public GraphService(DirectoryStore directory, Tokens tokens, AuditLog audit, TimeSource time) {
    this.callers = new Callers(directory, tokens);
    this.time = time;
    routeApplications(new ApplicationCalls(directory, callers, time));
    routeDirectory(new DirectoryCalls(directory, callers));
    routeAudit(new AuditCalls(audit, callers, directory.tenantId()));
  }

  private void routeApplications(ApplicationCalls calls) {
    on("GET", "applications", calls::list);
    on("POST", "applications", calls::create);
    on("GET", "applications/{id}", calls::get);
    on("PATCH", "applications/{id}", calls::update);
    on("DELETE", "applications/{id}", calls::delete);
    on("POST", "applications/{id}/addPassword", calls::addPassword);
    on("POST", "applications/{id}/removePassword", calls::removePassword);
    on("GET", "applications/{id}/owners", calls::owners);
    on("POST", "applications/{id}/owners/$ref", calls::addOwner);
    on("GET", "servicePrincipals", calls::listServicePrincipals);
    on("POST", "servicePrincipals", calls::createServicePrincipal);
    on("GET", "servicePrincipals/{id}", calls::getServicePrincipal);
  }

  private void routeDirectory(DirectoryCalls calls) {
    on("GET", "me", calls::me);
    on("GET", "users", calls::users);
    on("GET", "users/{id}", calls::user);
    on("GET", "groups", calls::groups);
    on("GET", "groups/{id}", calls::group);
    on("GET", "groups/{id}/members", calls::members);
    on("GET", "groups/{id}/transitiveMembers", calls::transitiveMembers);
    // A type in a path may be written with and without its vendor.
    for (String namespace : List.of("graph", "microsoft.graph")) {
      on("GET", "groups/{id}/transitiveMembers/" + namespace + ".user", calls::transitiveUsers);
      String roles = "/transitiveMemberOf/" + namespace + ".directoryRole";
      on("GET", "users/{id}" + roles, calls::rolesOfUser);
      on("GET", "servicePrincipals/{id}" + roles, calls::rolesOfServicePrincipal);
    }
    on("GET", "directoryRoles", calls::directoryRoles);
    on("GET", "roleManagement/directory/roleAssignments", calls::roleAssignments);
    on("GET", "roleManagement/directory/roleDefinitions", calls::roleDefinitions);
    on("GET", "subscribedSkus", calls::licences);
    on("GET", "organization", calls::organization);
  }

  private void routeAudit(AuditCalls calls) {
    on("POST", "security/auditLog/queries", calls::create);
    on("GET", "security/auditLog/queries", calls::list);
    on("GET", "security/auditLog/queries/{id}", calls::get);
    on("GET", "security/auditLog/queries/{id}/records", calls::records);
  }

  private void on(String method, String pattern, Routes.Handler handler) {
    routes.on(
        method,
        "/" + VERSION + "/" + pattern,
        (request, path) -> {
          try {
            return handler.handle(request, path);
          } catch (GraphRefusedException e) {
            throw refusal(request, e);
          }
        });
  }

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public boolean claims(Request request) {
    return !request.segments().isEmpty() && request.segments().get(0).equalsIgnoreCase(VERSION);
  }

  @Override
  public Routes routes() {
    return routes;
  }

  @Override
  public void authenticate(Request request) {
    try {
      callers.of(request);
    } catch (GraphRefusedException e) {
      throw refusal(request, e);
    }
  }

  @Override
  public Response unknownRoute(Request request) {
    List<String> path = request.segments().subList(1, request.segments().size());
    String top = path.isEmpty() ? "" : path.get(0);
    String segment =
        path.isEmpty() || !TOP_SEGMENTS.contains(top.toLowerCase(Locale.ROOT))
            ? top
            : path.get(path.size() - 1);
    return GraphRefusedException.badQuery("Resource not found for the segment '" + segment + "'.")
        .response(request, time.now());
  }

  @Override
  public Response unreadable(Request request, IOException cause) {
    return GraphRefusedException.badQuery("Unable to read JSON request payload.")
        .response(request, time.now());
  }

  @Override
  public Response failed(Request request) {
    return GraphRefusedException.failed().response(request, time.now());
  }

  private ServiceError refusal(Request request, GraphRefusedException cause) {
    return new ServiceError(
        cause.response(request, time.now()), String.valueOf(cause.getMessage()));
  }
}
