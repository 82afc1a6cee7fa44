package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.Routes.Path;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.emulator.portal.AuditRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Searches of the audit log. */
final class AuditCalls {

  private static final String CONTEXT = "security/auditLog/queries";

  private final AuditLog log;
  private final Callers callers;
  private final String tenantId;
  private final Map<String, AuditSearch> searches = new LinkedHashMap<>();

  AuditCalls(AuditLog log, Callers callers, String tenantId) {
    this.log = log;
    this.callers = callers;
    this.tenantId = tenantId;
  }

  Response create(Request request, Path path) throws IOException {
    callers.requireAuditReader(request);
    JsonNode body = request.json();
    AuditSearch made = make(body);
    return new GraphQuery(request, List.of()).one(201, CONTEXT, made.toGraph());
  }

  private synchronized AuditSearch make(JsonNode body) {
    String number = "audit search " + searches.size();
    String id = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)).toString();
    AuditSearch search = new AuditSearch(id, body);
    searches.put(id, search);
    return search;
  }

  synchronized Response list(Request request, Path path) {
    callers.requireAuditReader(request);
    return new GraphQuery(request, List.of())
        .list(
            CONTEXT, List.copyOf(searches.values()).stream().map(AuditSearch::toGraph).iterator());
  }

  synchronized Response get(Request request, Path path) {
    callers.requireAuditReader(request);
    AuditSearch search = require(path.get("id"));
    search.goOn(log);
    return new GraphQuery(request, List.of()).one(200, CONTEXT, search.toGraph());
  }

  synchronized Response records(Request request, Path path) {
    callers.requireAuditReader(request);
    AuditSearch search = require(path.get("id"));
    if (!search.hasSucceeded()) {
      throw GraphRefusedException.badQuery(
          "The query '" + search.id() + "' has not succeeded yet. Poll its status first.");
    }
    return new GraphQuery(request, List.of())
        .list(
            CONTEXT + "('" + search.id() + "')/records",
            search.found().stream().map(this::toGraph).iterator());
  }

  private AuditSearch require(String id) {
    AuditSearch search = searches.get(id.toLowerCase(Locale.ROOT));
    if (search == null) {
      throw GraphRefusedException.notFound(id);
    }
    return search;
  }

  private ObjectNode toGraph(AuditRecord entry) {
    ObjectNode data =
        Json.object().put("@odata.type", "#microsoft.graph.security.defaultAuditData");
    data.setAll(entry.auditData().deepCopy());
    ObjectNode node =
        Json.object()
            .put("id", entry.id())
            .put("createdDateTime", entry.createdAt().toString())
            .put("auditLogRecordType", entry.recordType())
            .put("operation", entry.operation())
            .put("organizationId", tenantId)
            .put("userType", entry.recordType().equals(AuditLog.CONSENT) ? "Admin" : "Application")
            .put("userId", entry.userId())
            .put("service", "MicrosoftGraphDataConnect")
            .put("objectId", entry.objectId())
            .put("userPrincipalName", entry.userPrincipalName())
            .put("clientIp", "127.0.0.1");
    node.putArray("administrativeUnits");
    node.set("auditData", data);
    return node;
  }
}
