package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Reference;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resource groups, and the lists of what is in them. */
final class ResourceGroups {

  private static final String SUBSCRIPTION = "/subscriptions/{s}";
  private static final String GROUP = SUBSCRIPTION + "/resourceGroups/{g}";
  private static final Pattern TAG =
      Pattern.compile("(?i)tagName\\s+eq\\s+'([^']*)'(?:\\s+and\\s+tagValue\\s+eq\\s+'([^']*)')?");
  private static final Pattern EQUALS = Pattern.compile("(?i)(\\w+)\\s+eq\\s+'([^']*)'");

  private final Resources resources;
  private final Operations operations;

  ResourceGroups(Resources resources, Operations operations) {
    this.resources = resources;
    this.operations = operations;
  }

  void addTo(Routes routes) {
    routes
        .on(
            "GET",
            SUBSCRIPTION + "/resourceGroups",
            Reference.RESOURCES.operation("ResourceGroups_List"),
            this::list)
        .on("PUT", GROUP, Reference.RESOURCES.operation("ResourceGroups_CreateOrUpdate"), this::put)
        .on(
            "GET",
            GROUP,
            Reference.RESOURCES.operation("ResourceGroups_Get"),
            (request, path) -> Response.json(200, require(path)))
        .on(
            "HEAD",
            GROUP,
            Reference.RESOURCES.operation("ResourceGroups_CheckExistence"),
            (request, path) -> Response.empty(exists(path) ? 204 : 404))
        .on("PATCH", GROUP, Reference.RESOURCES.operation("ResourceGroups_Update"), this::patch)
        .on("DELETE", GROUP, Reference.RESOURCES.operation("ResourceGroups_Delete"), this::delete)
        .on("GET", SUBSCRIPTION + "/operationresults/{op}", Operations.RESULT, this::poll)
        .on(
            "GET",
            SUBSCRIPTION + "/resources",
            Reference.RESOURCES.operation("Resources_List"),
            (r, path) -> resources(r, "/subscriptions/" + path.get("s")))
        .on(
            "GET",
            GROUP + "/resources",
            Reference.RESOURCES.operation("Resources_ListByResourceGroup"),
            (r, path) -> resources(r, id(path)));
  }

  /** Adds what any resource can be asked; after the routes of those that answer for themselves. */
  void addAnyResourceTo(Routes routes) {
    routes.on(
        "HEAD",
        GROUP + "/providers/{ns}/{type}/{name}",
        Reference.RESOURCES.operation("Resources_CheckExistenceById"),
        (request, path) ->
            Response.empty(resources.find(ArmPath.of(request).id()).isPresent() ? 204 : 404));
  }

  static ServiceError missing(String group) {
    return ArmErrors.of(
        404, "ResourceGroupNotFound", "Resource group '" + group + "' could not be found.");
  }

  private Response list(Request request, Path path) {
    var found = resources.ofType("/subscriptions/" + path.get("s"), Resources.GROUP).stream();
    Matcher tag = TAG.matcher(request.query("$filter").orElse(""));
    if (tag.find()) {
      MatchResult asked = tag.toMatchResult();
      found = found.filter(group -> hasTag(group, asked));
    }
    return PagedList.of(request, found.toList());
  }

  private Response put(Request request, Path path) throws IOException {
    ObjectNode body = Bodies.read(request);
    String location = Locations.of(body);
    ObjectNode known = resources.find(id(path)).orElse(null);
    if (known != null && !known.path("location").asText().equals(location)) {
      throw ArmErrors.of(
          409,
          "InvalidResourceGroupLocation",
          "Invalid resource group location '"
              + location
              + "'. The Resource group already exists in location '"
              + known.path("location").asText()
              + "'.");
    }
    ObjectNode group = Json.object();
    group.put("id", id(path)).put("name", path.get("g")).put("type", Resources.GROUP);
    group.put("location", location);
    if (body.has("tags")) {
      group.set("tags", body.get("tags"));
    }
    group.putObject("properties").put("provisioningState", "Succeeded");
    resources.put(group);
    return Response.json(known == null ? 201 : 200, group);
  }

  private Response patch(Request request, Path path) throws IOException {
    ObjectNode group = require(path);
    JsonNode tags = Bodies.read(request).get("tags");
    if (tags != null) {
      group.set("tags", tags);
    }
    resources.put(group);
    return Response.json(200, group);
  }

  private Response delete(Request request, Path path) {
    require(path);
    resources.remove(id(path));
    return operations.accept(
        request, "/subscriptions/" + path.get("s") + "/operationresults", Response.empty(200));
  }

  private Response poll(Request request, Path path) {
    return operations.poll(path.get("op"));
  }

  private Response resources(Request request, String scope) {
    String filter = request.query("$filter").orElse("");
    var found = resources.beneath(scope).stream();
    Matcher tag = TAG.matcher(filter);
    if (tag.find()) {
      MatchResult tagged = tag.toMatchResult();
      found = found.filter(resource -> hasTag(resource, tagged));
    }
    Matcher asked = EQUALS.matcher(TAG.matcher(filter).replaceAll(""));
    while (asked.find()) {
      String field = asked.group(1);
      String value = asked.group(2);
      found = found.filter(resource -> matches(resource, field, value));
    }
    Set<String> expanded =
        new HashSet<>(
            List.of(request.query("$expand").orElse("").toLowerCase(Locale.ROOT).split(",", -1)));
    return PagedList.of(request, found.map(resource -> summary(resource, expanded)).toList());
  }

  private static boolean hasTag(ObjectNode resource, MatchResult tag) {
    String value = tag.group(2);
    JsonNode found = resource.path("tags").path(tag.group(1));
    return !found.isMissingNode() && (value == null || found.asText().equals(value));
  }

  private static boolean matches(ObjectNode resource, String field, String value) {
    return switch (field) {
      case "resourceType" -> Resources.isType(resource, value);
      case "name" -> resource.path("name").asText().equalsIgnoreCase(value);
      case "resourceGroup" ->
          resource.path("id").asText().split("/", -1)[4].equalsIgnoreCase(value);
      default ->
          throw ArmErrors.badRequest(
              "InvalidFilterInQueryString",
              "The emulator does not support the filter field '"
                  + field
                  + "'; it knows resourceType, resourceGroup and name.");
    };
  }

  // A list shows what every resource has, not what its provider knows.
  private ObjectNode summary(ObjectNode resource, Set<String> expanded) {
    String state = resource.at("/properties/provisioningState").asText("Succeeded");
    resource.retain("id", "name", "type", "location", "tags", "kind", "sku", "identity");
    resources
        .history(resource.path("id").asText())
        .ifPresent(
            history -> {
              if (expanded.contains("createdtime")) {
                resource.put("createdTime", history.created().toString());
              }
              if (expanded.contains("changedtime")) {
                resource.put("changedTime", history.changed().toString());
              }
            });
    if (expanded.contains("provisioningstate")) {
      resource.put("provisioningState", state);
    }
    return resource;
  }

  private boolean exists(Path path) {
    return resources.find(id(path)).isPresent();
  }

  private ObjectNode require(Path path) {
    return resources.find(id(path)).orElseThrow(() -> missing(path.get("g")));
  }

  private static String id(Path path) {
    return "/subscriptions/" + path.get("s") + "/resourceGroups/" + path.get("g");
  }
}
