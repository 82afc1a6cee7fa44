package io.github.dataconnect4j.emulator.datafactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.arm.ArmErrors;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;
import io.github.dataconnect4j.emulator.truth.ServiceBehavior;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What {@code queryPipelineRuns} and {@code queryActivityruns} ask: a time of last change, filters,
 * an order, a page.
 */
final class RunQuery {

  private final ObjectNode body;
  private final Instant after;
  private final Instant before;

  RunQuery(ObjectNode body) {
    this.body = body;
    this.after = time("lastUpdatedAfter");
    this.before = time("lastUpdatedBefore");
  }

  /** A page of runs, with the token of the next where there is one. */
  ObjectNode page(List<Run> runs, int size) {
    List<Run> found =
        runs.stream()
            .filter(run -> isWithin(run.lastUpdated()))
            .filter(filters())
            .sorted(order())
            .toList();
    int from = Math.min(offset(), found.size());
    int to = Math.min(from + size, found.size());
    ObjectNode page = Json.object();
    var value = page.putArray("value");
    found.subList(from, to).forEach(run -> value.add(run.json()));
    if (to < found.size()) {
      byte[] token = ("from:" + to).getBytes(StandardCharsets.US_ASCII);
      page.put("continuationToken", Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }
    return page;
  }

  boolean isWithin(Instant lastUpdated) {
    return !lastUpdated.isBefore(after) && !lastUpdated.isAfter(before);
  }

  private int offset() {
    String token = body.path("continuationToken").asText();
    if (token.isEmpty()) {
      return 0;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
      return Integer.parseInt(text.substring("from:".length()));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw bad("The continuationToken is not one that this service gave out.");
    }
  }

  private Predicate<Run> filters() {
    Predicate<Run> all = run -> true;
    for (JsonNode filter : body.path("filters")) {
      all = all.and(filter(filter));
    }
    return all;
  }

  private static Predicate<Run> filter(JsonNode filter) {
    String operand = filter.path("operand").asText();
    if (operand.equalsIgnoreCase("LatestOnly")) {
      return run -> true; // runs are not repeated here: each is the latest of its group
    }
    Function<Run, String> field = field(operand);
    Set<String> values = new HashSet<>();
    filter.path("values").forEach(value -> values.add(lower(value.asText())));
    Predicate<Run> in = run -> values.contains(lower(field.apply(run)));
    String operator = filter.path("operator").asText();
    return switch (operator) {
      case "Equals", "In" -> in;
      case "NotEquals", "NotIn" -> in.negate();
      default -> throw bad("The filter operator '" + operator + "' is not supported.");
    };
  }

  private Comparator<Run> order() {
    if (body.path("orderBy").isEmpty()) {
      ServiceBehavior.DATA_FACTORY_ORDER_OF_RUNS.observe();
    }
    List<Comparator<Run>> orders = new ArrayList<>();
    for (JsonNode one : body.path("orderBy")) {
      Comparator<Run> ascending = Comparator.comparing(field(one.path("orderBy").asText()));
      orders.add(
          one.path("order").asText().equalsIgnoreCase("DESC") ? ascending.reversed() : ascending);
    }
    // Newest first unless asked otherwise, and always the same for the same runs.
    Comparator<Run> last = Comparator.comparing(Run::start).reversed().thenComparing(Run::id);
    return orders.stream()
        .reduce(Comparator::thenComparing)
        .map(o -> o.thenComparing(last))
        .orElse(last);
  }

  private static Function<Run, String> field(String name) {
    return switch (name) {
      case "PipelineName" -> Run::pipelineName;
      case "Status" -> run -> run.status().text();
      case "RunStart" -> run -> run.start().toString();
      case "RunEnd" -> run -> run.end().map(Instant::toString).orElse("");
      case "RunGroupId" -> run -> run.json().path("runGroupId").asText();
      default -> throw bad("The field '" + name + "' cannot be filtered or ordered by.");
    };
  }

  private Instant time(String field) {
    String text = body.path(field).asText();
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw bad("The field '" + field + "' must be a time such as 2026-01-01T00:00:00Z.");
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static ServiceError bad(String message) {
    return ArmErrors.of(400, "BadRequest", message);
  }
}
