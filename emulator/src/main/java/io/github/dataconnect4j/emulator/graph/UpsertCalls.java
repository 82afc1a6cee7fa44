package io.github.dataconnect4j.emulator.graph;

import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.ApplicationStore;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.ServicePrincipal;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Applications and service principals by the keys that their makers know: made if they are missing,
 * and found otherwise.
 */
final class UpsertCalls {

  private final DirectoryStore directory;
  private final ApplicationStore applications;
  private final Callers callers;

  UpsertCalls(DirectoryStore directory, Callers callers) {
    this.directory = directory;
    this.applications = directory.applications();
    this.callers = callers;
  }

  Response application(Request request, Path path) {
    callers.requireReader(request);
    return one(request, 200, require(path.get("name")));
  }

  Response upsertApplication(Request request, Path path) throws IOException {
    Principal caller = callers.requireApplicationCreator(request);
    String name = path.get("name");
    applications
        .withUniqueName(name)
        .ifPresentOrElse(
            found -> callers.requireManager(request, found),
            () -> requireCreateIfMissing(request, name));
    boolean made = applications.upsert(ApplicationCalls.definition(request.json(), name));
    if (!made) {
      return Response.empty(204);
    }
    if (callers.managesOnlyOwn(caller)) {
      applications.addOwner(require(name), caller.objectId());
    }
    return one(request, 201, require(name));
  }

  Response servicePrincipal(Request request, Path path) {
    callers.requireReader(request);
    String appId = path.get("appId");
    return one(
        request,
        200,
        applications
            .servicePrincipalOf(appId)
            .orElseThrow(() -> GraphRefusedException.notFound(appId)));
  }

  Response upsertServicePrincipal(Request request, Path path) throws IOException {
    Principal caller = callers.requireApplicationCreator(request);
    String appId = path.get("appId");
    if (applications.servicePrincipalOf(appId).isEmpty()) {
      requireCreateIfMissing(request, appId);
    }
    Application application =
        applications.withAppId(appId).orElseThrow(() -> ApplicationCalls.noApplication(appId));
    if (callers.managesOnlyOwn(caller)) {
      callers.requireManager(request, application);
    }
    List<String> tags = GraphBody.texts(request.json().path("tags"));
    return applications
        .createServicePrincipal(application, tags)
        .map(made -> one(request, 201, made))
        .orElseGet(() -> Response.empty(204));
  }

  private static void requireCreateIfMissing(Request request, String key) {
    boolean asked =
        request
            .header("Prefer")
            .filter(prefer -> prefer.toLowerCase(Locale.ROOT).contains("create-if-missing"))
            .isPresent();
    if (!asked) {
      throw GraphRefusedException.notFound(key);
    }
  }

  private Application require(String name) {
    return applications
        .withUniqueName(name)
        .orElseThrow(() -> GraphRefusedException.notFound(name));
  }

  private static Response one(Request request, int status, Application application) {
    return new GraphQuery(request, List.of())
        .one(status, "applications", GraphObjects.application(application));
  }

  private Response one(Request request, int status, ServicePrincipal principal) {
    return new GraphQuery(request, List.of())
        .one(
            status,
            "servicePrincipals",
            GraphObjects.servicePrincipal(principal, directory.tenantId()));
  }
}
