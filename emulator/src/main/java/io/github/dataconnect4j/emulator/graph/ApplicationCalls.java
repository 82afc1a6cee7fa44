package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.directory.Application;
import io.github.dataconnect4j.emulator.directory.ApplicationStore;
import io.github.dataconnect4j.emulator.directory.DirectoryStore;
import io.github.dataconnect4j.emulator.directory.ServicePrincipal;
import io.github.dataconnect4j.emulator.entra.Principal;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import io.github.dataconnect4j.time.TimeSource;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applications, their owners, secrets and certificates, and service principals. */
final class ApplicationCalls {

  private static final Set<String> AUDIENCES =
      Set.of(
          "AzureADMyOrg",
          "AzureADMultipleOrgs",
          "AzureADandPersonalMicrosoftAccount",
          "PersonalMicrosoftAccount");

  private static final int SECRET_YEARS = 2;

  private final DirectoryStore directory;
  private final ApplicationStore applications;
  private final Callers callers;
  private final TimeSource time;

  ApplicationCalls(DirectoryStore directory, Callers callers, TimeSource time) {
    this.directory = directory;
    this.applications = directory.applications();
    this.callers = callers;
    this.time = time;
  }

  Response list(Request request, Path path) {
    callers.requireReader(request);
    return new GraphQuery(request, List.of())
        .list(
            "applications", applications.all().stream().map(GraphObjects::application).iterator());
  }

  Response create(Request request, Path path) throws IOException {
    Principal caller = callers.requireApplicationCreator(request);
    Application made = applications.create(definition(request.json(), ""));
    if (callers.managesOnlyOwn(caller)) {
      applications.addOwner(made, caller.objectId());
    }
    return new GraphQuery(request, List.of())
        .one(201, "applications", GraphObjects.application(require(made.id())));
  }

  /** What the maker of an application gives. */
  static Application.Definition definition(JsonNode body, String uniqueName) {
    for (String credentials : List.of("keyCredentials", "passwordCredentials")) {
      if (!body.path(credentials).isEmpty()) {
        throw GraphRefusedException.badRequest(
            "The emulator does not take " + credentials + " with a new application.");
      }
    }
    String audience = GraphBody.text(body, "signInAudience").orElse("AzureADMyOrg");
    if (!AUDIENCES.contains(audience)) {
      throw GraphRefusedException.badRequest(
          "Invalid value specified for property 'signInAudience' of resource 'Application'.");
    }
    return new Application.Definition(
        GraphBody.required(body, "displayName", "Application"),
        audience,
        GraphBody.texts(body.path("tags")),
        body.path("requiredResourceAccess").isArray()
            ? body.path("requiredResourceAccess").toString()
            : "[]",
        uniqueName);
  }

  Response get(Request request, Path path) {
    callers.requireReader(request);
    Application found = require(path.get("id"));
    ObjectNode object = GraphObjects.application(found);
    // Graph tells the keys only of one application, and only if they are selected.
    if (request.query("$select").filter(names -> names.contains("keyCredentials")).isPresent()) {
      object.set("keyCredentials", KeyCredentialJson.withKeys(found.keys()));
    }
    return new GraphQuery(request, List.of()).one(200, "applications", object);
  }

  Response update(Request request, Path path) throws IOException {
    ServiceBehavior.GRAPH_PATCH.observe();
    Application application = requireManaged(request, path);
    JsonNode body = request.json();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (!field.getKey().equals("keyCredentials") && !field.getKey().startsWith("@")) {
        throw GraphRefusedException.badRequest(
            "The emulator changes only keyCredentials of an application, not '"
                + field.getKey()
                + "'.");
      }
    }
    if (body.has("keyCredentials")) {
      applications.setKeys(
          application,
          KeyCredentialJson.read(
              body.path("keyCredentials"), application.keys(), applications::nextKeyId));
    }
    return Response.empty(204);
  }

  Response delete(Request request, Path path) {
    applications.delete(requireManaged(request, path));
    return Response.empty(204);
  }

  Response addPassword(Request request, Path path) throws IOException {
    Application application = requireManaged(request, path);
    JsonNode wanted = request.json().path("passwordCredential");
    Instant startsAt = GraphBody.instant(wanted, "startDateTime").orElseGet(time::now);
    Instant endsAt =
        GraphBody.instant(wanted, "endDateTime")
            .orElseGet(() -> startsAt.atOffset(ZoneOffset.UTC).plusYears(SECRET_YEARS).toInstant());
    if (!endsAt.isAfter(startsAt)) {
      throw GraphRefusedException.badRequest(
          "Key credential end date is invalid: it must be after the start date.");
    }
    ApplicationStore.AddedPassword added =
        applications.addPassword(
            application, GraphBody.text(wanted, "displayName").orElse(""), startsAt, endsAt);
    ObjectNode body =
        GraphObjects.password(added.credential()).put("secretText", added.value().reveal());
    return new GraphQuery(request, List.of()).one(200, "microsoft.graph.passwordCredential", body);
  }

  Response removePassword(Request request, Path path) throws IOException {
    Application application = requireManaged(request, path);
    String keyId = GraphBody.required(request.json(), "keyId", "PasswordCredential");
    if (!applications.removePassword(application, keyId)) {
      throw GraphRefusedException.badRequest("No password credential found with keyId.");
    }
    return Response.empty(204);
  }

  Response owners(Request request, Path path) {
    callers.requireReader(request);
    List<ObjectNode> owners = new ArrayList<>();
    require(path.get("id")).ownerIds().forEach(id -> principal(id).ifPresent(owners::add));
    return new GraphQuery(request, List.of()).list("directoryObjects", owners.iterator());
  }

  Response addOwner(Request request, Path path) throws IOException {
    Application application = requireManaged(request, path);
    String reference = GraphBody.required(request.json(), "@odata.id", "Application");
    String id = reference.substring(reference.lastIndexOf('/') + 1);
    // The id as the directory writes it, whatever the reference's case.
    String known =
        principal(id)
            .map(found -> found.path("id").asText())
            .orElseThrow(() -> GraphRefusedException.notFound(id));
    if (!applications.addOwner(application, known)) {
      throw GraphRefusedException.badRequest(
          "One or more added object references already exist for the following modified"
              + " properties: 'owners'.");
    }
    return Response.empty(204);
  }

  Response listServicePrincipals(Request request, Path path) {
    callers.requireReader(request);
    return new GraphQuery(request, List.of())
        .list(
            "servicePrincipals",
            applications.servicePrincipals().stream().map(this::toGraph).iterator());
  }

  Response createServicePrincipal(Request request, Path path) throws IOException {
    Principal caller = callers.requireApplicationCreator(request);
    JsonNode body = request.json();
    String appId = GraphBody.required(body, "appId", "ServicePrincipal");
    Application application = applications.withAppId(appId).orElseThrow(() -> noApplication(appId));
    if (callers.managesOnlyOwn(caller)) {
      callers.requireManager(request, application);
    }
    ServicePrincipal made =
        applications
            .createServicePrincipal(application, GraphBody.texts(body.path("tags")))
            .orElseThrow(
                () ->
                    GraphRefusedException.alreadyExists(
                        "The service principal cannot be created, updated, or restored because the"
                            + " service principal name "
                            + appId
                            + " is already in use."));
    return new GraphQuery(request, List.of()).one(201, "servicePrincipals", toGraph(made));
  }

  static GraphRefusedException noApplication(String appId) {
    return GraphRefusedException.badRequest(
        "The appId '"
            + appId
            + "' of the service principal does not reference a valid application object.");
  }

  Response getServicePrincipal(Request request, Path path) {
    callers.requireReader(request);
    String id = path.get("id");
    ServicePrincipal found =
        applications.servicePrincipal(id).orElseThrow(() -> GraphRefusedException.notFound(id));
    return new GraphQuery(request, List.of()).one(200, "servicePrincipals", toGraph(found));
  }

  Response deleteServicePrincipal(Request request, Path path) {
    String id = path.get("id");
    ServicePrincipal found =
        applications.servicePrincipal(id).orElseThrow(() -> GraphRefusedException.notFound(id));
    callers.requireManager(
        request,
        applications
            .withAppId(found.appId())
            .orElseThrow(() -> GraphRefusedException.notFound(found.appId())));
    applications.delete(found);
    return Response.empty(204);
  }

  /** A user or a service principal: what may own an application. */
  private Optional<ObjectNode> principal(String id) {
    return directory
        .person(id)
        .map(found -> GraphObjects.withType(GraphObjects.toGraphUser(found), "user"))
        .or(
            () ->
                applications
                    .servicePrincipal(id)
                    .map(found -> GraphObjects.withType(toGraph(found), "servicePrincipal")));
  }

  private ObjectNode toGraph(ServicePrincipal principal) {
    return GraphObjects.servicePrincipal(principal, directory.tenantId());
  }

  private Application requireManaged(Request request, Path path) {
    Application application = require(path.get("id"));
    callers.requireManager(request, application);
    return application;
  }

  private Application require(String id) {
    return applications.find(id).orElseThrow(() -> GraphRefusedException.notFound(id));
  }
}
