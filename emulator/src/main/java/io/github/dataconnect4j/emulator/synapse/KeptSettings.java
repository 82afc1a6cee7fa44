package io.github.dataconnect4j.emulator.synapse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.arm.Bodies;
import io.github.dataconnect4j.emulator.arm.PagedList;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.Reference;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Microsoft's templates set on a workspace and nothing here acts on: it is kept and shown. No
 * Spark pool runs anything.
 */
final class KeptSettings {

  private final Function<Path, Workspace> workspaces;

  KeptSettings(Function<Path, Workspace> workspaces) {
    this.workspaces = workspaces;
  }

  void addTo(Routes routes, String workspace) {
    Stream.of(Kind.values()).forEach(kind -> addTo(routes, workspace, kind));
    routes.on(
        "DELETE",
        workspace + "/" + Kind.SPARK_POOL.segment + "/{name}",
        Kind.SPARK_POOL.operation("Delete"),
        (request, path) -> {
          String key = key(Kind.SPARK_POOL, path.get("name"));
          boolean removed = workspaces.apply(path).settings().remove(key) != null;
          return Response.empty(removed ? 200 : 204);
        });
  }

  private void addTo(Routes routes, String workspace, Kind kind) {
    String all = workspace + "/" + kind.segment;
    String one = all + "/{name}";
    routes
        .on(
            "GET",
            all,
            kind.operation(
                kind == Kind.SECURITY_ALERTS || kind == Kind.ASSESSMENTS
                    ? "List"
                    : "ListByWorkspace"),
            (request, path) -> list(request, path, kind))
        .on("PUT", one, kind.operation("CreateOrUpdate"), (r, path) -> put(r, path, kind))
        .on("GET", one, kind.operation("Get"), (r, path) -> get(path, kind));
  }

  private Response list(Request request, Path path, Kind kind) {
    String prefix = key(kind, "");
    return PagedList.of(
        request,
        workspaces.apply(path).settings().entrySet().stream()
            .filter(one -> one.getKey().startsWith(prefix))
            .map(one -> one.getValue())
            .toList());
  }

  private Response put(Request request, Path path, Kind kind) throws IOException {
    ServiceBehavior.SYNAPSE_KEPT_SETTINGS.observe();
    Workspace workspace = workspaces.apply(path);
    ObjectNode setting = Json.object();
    String name = path.get("name");
    setting.put("id", workspace.factory().resourceId() + "/" + kind.segment + "/" + name);
    setting.put("name", name).put("type", Workspace.TYPE + "/" + kind.segment);
    ObjectNode body = Bodies.read(request);
    for (String field : List.of("location", "tags", "properties")) {
      if (body.has(field)) {
        setting.set(field, body.get(field));
      }
    }
    if (kind == Kind.SPARK_POOL) {
      setting.withObject("/properties").put("provisioningState", "Succeeded");
    }
    workspace.settings().put(key(kind, name), setting);
    return Response.json(200, setting);
  }

  private Response get(Path path, Kind kind) {
    String name = path.get("name");
    return Optional.ofNullable(workspaces.apply(path).settings().get(key(kind, name)))
        .map(found -> Response.json(200, found))
        .orElseThrow(
            () ->
                ArmErrors.of(
                    404,
                    "ResourceNotFound",
                    "The Resource '" + kind.segment + "/" + name + "' was not found."));
  }

  private static String key(Kind kind, String name) {
    return (kind.segment + "/" + name).toLowerCase(Locale.ROOT);
  }

  /** What is kept. */
  private enum Kind {
    AUDITING("auditingSettings", "WorkspaceManagedSqlServerBlobAuditingPolicies"),
    EXTENDED_AUDITING(
        "extendedAuditingSettings", "WorkspaceManagedSqlServerExtendedBlobAuditingPolicies"),
    SECURITY_ALERTS("securityAlertPolicies", "WorkspaceManagedSqlServerSecurityAlertPolicy"),
    ASSESSMENTS("vulnerabilityAssessments", "WorkspaceManagedSqlServerVulnerabilityAssessments"),
    SPARK_POOL("bigDataPools", "BigDataPools");

    private final String segment;
    private final String group;

    Kind(String segment, String group) {
      this.segment = segment;
      this.group = group;
    }

    Operation operation(String name) {
      return Reference.SYNAPSE.operation(group + "_" + name);
    }
  }
}
