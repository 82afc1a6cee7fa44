package io.github.dataconnect4j.emulator.graph;

import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.entra.Tokens;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.time.TimeSource;
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
    routeUpserts(new UpsertCalls(directory, callers));
    routeApplications(new ApplicationCalls(directory, callers, time));
    routeDirectory(new DirectoryCalls(directory, callers));
    routeAudit(new AuditCalls(audit, callers, directory.tenantId()));
  }

  // Before the routes by id, which would take the whole segment for one.
  private void routeUpserts(UpsertCalls calls) {
    String application = "applications(uniqueName='{name}')";
    on("GET", application, "application-get", calls::application);
    on("PATCH", application, "application-upsert", calls::upsertApplication);
    String principal = "servicePrincipals(appId='{appId}')";
    on("GET", principal, "serviceprincipal-get", calls::servicePrincipal);
    on("PATCH", principal, "serviceprincipal-upsert", calls::upsertServicePrincipal);
  }

  private void routeApplications(ApplicationCalls calls) {
    on("GET", "applications", "application-list", calls::list);
    on("POST", "applications", "application-post-applications", calls::create);
    on("GET", "applications/{id}", "application-get", calls::get);
    on("PATCH", "applications/{id}", "application-update", calls::update);
    on("DELETE", "applications/{id}", "application-delete", calls::delete);
    on("POST", "applications/{id}/addPassword", "application-addpassword", calls::addPassword);
    on(
        "POST",
        "applications/{id}/removePassword",
        "application-removepassword",
        calls::removePassword);
    on("GET", "applications/{id}/owners", "application-list-owners", calls::owners);
    on("POST", "applications/{id}/owners/$ref", "application-post-owners", calls::addOwner);
    on("GET", "servicePrincipals", "serviceprincipal-list", calls::listServicePrincipals);
    on(
        "POST",
        "servicePrincipals",
        "serviceprincipal-post-serviceprincipals",
        calls::createServicePrincipal);
    on("GET", "servicePrincipals/{id}", "serviceprincipal-get", calls::getServicePrincipal);
    on(
        "DELETE",
        "servicePrincipals/{id}",
        "serviceprincipal-delete",
        calls::deleteServicePrincipal);
  }

  private void routeDirectory(DirectoryCalls calls) {
    on("GET", "me", "user-get", calls::me);
    on("GET", "users", "user-list", calls::users);
    on("GET", "users/{id}", "user-get", calls::user);
    on("GET", "groups", "group-list", calls::groups);
    on("GET", "groups/{id}", "group-get", calls::group);
    on("GET", "groups/{id}/members", "group-list-members", calls::members);
    on(
        "GET",
        "groups/{id}/transitiveMembers",
        "group-list-transitivemembers",
        calls::transitiveMembers);
    // A type in a path may be written with and without its vendor.
    for (String namespace : List.of("graph", "microsoft.graph")) {
      on(
          "GET",
          "groups/{id}/transitiveMembers/" + namespace + ".user",
          "group-list-transitivemembers",
          calls::transitiveUsers);
      String roles = "/transitiveMemberOf/" + namespace + ".directoryRole";
      on("GET", "users/{id}" + roles, "user-list-transitivememberof", calls::rolesOfUser);
      on(
          "GET",
          "servicePrincipals/{id}" + roles,
          "serviceprincipal-list-transitivememberof",
          calls::rolesOfServicePrincipal);
    }
    on("GET", "directoryRoles", "directoryrole-list", calls::directoryRoles);
    on(
        "GET",
        "roleManagement/directory/roleAssignments",
        "rbacapplication-list-roleassignments",
        calls::roleAssignments);
    on(
        "GET",
        "roleManagement/directory/roleDefinitions",
        "rbacapplication-list-roledefinitions",
        calls::roleDefinitions);
    on("GET", "subscribedSkus", "subscribedsku-list", calls::licences);
    on("GET", "organization", "organization-list", calls::organization);
  }

  private void routeAudit(AuditCalls calls) {
    on(
        "POST",
        "security/auditLog/queries",
        "security-auditcoreroot-post-auditlogqueries",
        calls::create);
    on(
        "GET",
        "security/auditLog/queries",
        "security-auditcoreroot-list-auditlogqueries",
        calls::list);
    on("GET", "security/auditLog/queries/{id}", "security-auditlogquery-get", calls::get);
    on(
        "GET",
        "security/auditLog/queries/{id}/records",
        "security-auditlogquery-list-records",
        calls::records);
  }

  private void on(String method, String pattern, String page, Routes.Handler handler) {
    routes.on(
        method,
        "/" + VERSION + "/" + pattern,
        Reference.graph(page),
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
  public Response refused(Request request, int status) {
    return GraphRefusedException.ordered(status).response(request, time.now());
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
