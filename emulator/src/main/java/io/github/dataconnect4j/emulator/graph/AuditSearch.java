package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.portal.AuditLog;
import io.github.dataconnect4j.emulator.portal.AuditRecord;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One search of the audit log. It takes its time: it has not started when it is made, runs at the
 * first look at it, and has succeeded at the second, with what the log holds then.
 *
 * <p>Confined to one thread at a time: its maker's lock guards it.
 */
final class AuditSearch {

  private static final List<String> STATES = List.of("notStarted", "running", "succeeded");

  private static final List<String> UNSUPPORTED =
      List.of(
          "keywordFilter",
          "serviceFilter",
          "serviceFilters",
          "ipAddressFilters",
          "administrativeUnitIdFilters");

  private final String id;
  private final ObjectNode asked = Json.object();
  private final Predicate<AuditRecord> wanted;
  private int state;
  private List<AuditRecord> found = List.of();

  AuditSearch(String id, JsonNode body) {
    this.id = id;
    for (String filter : UNSUPPORTED) {
      if (GraphBody.text(body, filter).isPresent() || !body.path(filter).isEmpty()) {
        throw GraphRefusedException.badRequest("The emulator does not support " + filter + ".");
      }
    }
    Instant from = GraphBody.instant(body, "filterStartDateTime").orElse(Instant.MIN);
    Instant until = GraphBody.instant(body, "filterEndDateTime").orElse(Instant.MAX);
    Predicate<AuditRecord> inTime =
        one -> !one.createdAt().isBefore(from) && !one.createdAt().isAfter(until);
    wanted =
        inTime
            .and(isOn(body.path("recordTypeFilters"), AuditRecord::recordType))
            .and(isOn(body.path("operationFilters"), AuditRecord::operation))
            .and(isOn(body.path("objectIdFilters"), AuditRecord::objectId))
            .and(isOn(body.path("userPrincipalNameFilters"), AuditRecord::userPrincipalName));
    body.properties()
        .forEach(
            field -> {
              if (!field.getValue().isNull()) {
                asked.set(field.getKey(), field.getValue());
              }
            });
  }

  private static Predicate<AuditRecord> isOn(JsonNode list, Function<AuditRecord, String> what) {
    List<String> values = GraphBody.texts(list);
    return one ->
        values.isEmpty()
            || values.stream().anyMatch(value -> what.apply(one).equalsIgnoreCase(value));
  }

  String id() {
    return id;
  }

  /** Somebody looks at the search, and it goes on. */
  void goOn(AuditLog log) {
    ServiceBehavior.GRAPH_AUDIT_BY_LOOKS.observe();
    if (!hasSucceeded()) {
      state++;
      found = hasSucceeded() ? log.records().stream().filter(wanted).toList() : found;
    }
  }

  boolean hasSucceeded() {
    return state == STATES.size() - 1;
  }

  /** What was found, oldest first; nothing before it has succeeded. */
  List<AuditRecord> found() {
    return found;
  }

  ObjectNode toGraph() {
    return asked.deepCopy().put("id", id).put("status", STATES.get(state));
  }
}
