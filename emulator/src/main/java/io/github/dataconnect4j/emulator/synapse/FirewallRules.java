package io.github.dataconnect4j.emulator.synapse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.Bodies;
import io.github.dataconnect4j.emulator.arm.PagedList;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The IP firewall of a workspace. Its rules are kept and shown but keep nobody out: everybody who
 * reaches the emulator is on loopback, which no rule names.
 */
final class FirewallRules {

  private final Function<Path, Workspace> workspaces;

  FirewallRules(Function<Path, Workspace> workspaces) {
    this.workspaces = workspaces;
  }

  void addTo(Routes routes, String workspace) {
    String rules = workspace + "/firewallRules";
    routes
        .on(
            "GET",
            rules,
            Reference.SYNAPSE.operation("IpFirewallRules_ListByWorkspace"),
            this::list)
        .on(
            "PUT",
            rules + "/{rule}",
            Reference.SYNAPSE.operation("IpFirewallRules_CreateOrUpdate"),
            this::put)
        .on("GET", rules + "/{rule}", Reference.SYNAPSE.operation("IpFirewallRules_Get"), this::get)
        .on(
            "DELETE",
            rules + "/{rule}",
            Reference.SYNAPSE.operation("IpFirewallRules_Delete"),
            this::delete);
  }

  private Response list(Request request, Path path) {
    return PagedList.of(request, List.copyOf(workspaces.apply(path).firewallRules().values()));
  }

  private Response put(Request request, Path path) throws IOException {
    ServiceBehavior.SYNAPSE_KEPT_SETTINGS.observe();
    Workspace workspace = workspaces.apply(path);
    JsonNode asked = Bodies.read(request).path("properties");
    String name = path.get("rule");
    ObjectNode rule = Json.object();
    rule.put("id", workspace.factory().resourceId() + "/firewallRules/" + name);
    rule.put("name", name).put("type", Workspace.TYPE + "/firewallRules");
    ObjectNode properties = rule.putObject("properties");
    for (String field : List.of("startIpAddress", "endIpAddress")) {
      String address = asked.path(field).asText();
      if (!address.matches("\\d{1,3}(?:\\.\\d{1,3}){3}")) {
        throw ArmErrors.of(
            400, "InvalidFirewallRule", "The " + field + " '" + address + "' is no IPv4 address.");
      }
      properties.put(field, address);
    }
    properties.put("provisioningState", "Succeeded");
    workspace.firewallRules().put(name, rule);
    return Response.json(200, rule);
  }

  private Response get(Request request, Path path) {
    return Optional.ofNullable(workspaces.apply(path).firewallRules().get(path.get("rule")))
        .map(rule -> Response.json(200, rule))
        .orElseThrow(
            () ->
                ArmErrors.of(
                    404,
                    "ResourceNotFound",
                    "The firewall rule '" + path.get("rule") + "' was not found."));
  }

  private Response delete(Request request, Path path) {
    boolean removed = workspaces.apply(path).firewallRules().remove(path.get("rule")) != null;
    return Response.empty(removed ? 200 : 204);
  }
}
