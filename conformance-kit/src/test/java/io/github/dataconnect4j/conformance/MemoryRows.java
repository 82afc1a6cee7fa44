package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.spi.Pipelines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The mail of a {@link MemoryCloud}, and the copies of it. */
final class MemoryRows {

  private MemoryRows() {}

  /**
   * Messages of the five weeks before an instant, and as many of a year before, one for each week.
   * Each was changed three hours after it came.
   */
  static List<Map<String, String>> before(Instant now) {
    List<Map<String, String>> messages = new ArrayList<>();
    for (Instant last : List.of(now.minus(Duration.ofHours(8)), now.minus(Duration.ofDays(365)))) {
      IntStream.range(0, 5)
          .mapToObj(week -> last.minus(Duration.ofDays(7L * week)))
          .map(MemoryRows::message)
          .forEach(messages::add);
    }
    return List.copyOf(messages);
  }

  private static Map<String, String> message(Instant received) {
    return Map.of(
        "sender",
        "somebody",
        "subject",
        "Mail of " + received,
        "receivedDateTime",
        received.toString(),
        "lastModifiedDateTime",
        received.plus(Duration.ofHours(3)).toString());
  }

  /** What a pipeline of these members takes, each row a JSON object. */
  static List<String> copied(
      List<Map<String, String>> messages,
      Map<String, String> members,
      Map<String, String> parameters) {
    List<String> columns = MemoryService.columns(members);
    return messages.stream()
        .filter(row -> isWithin(row, members, parameters))
        .map(row -> json(row, columns))
        .toList();
  }

  private static boolean isWithin(
      Map<String, String> row, Map<String, String> members, Map<String, String> parameters) {
    String column = members.get("dateColumn");
    if (column == null) {
      return true;
    }
    Instant date = Instant.parse(row.get(column));
    return !date.isBefore(bound(Pipelines.START, members, parameters))
        && date.isBefore(bound(Pipelines.END, members, parameters));
  }

  private static Instant bound(
      String name, Map<String, String> members, Map<String, String> parameters) {
    return Instant.parse(members.containsKey(name) ? members.get(name) : parameters.get(name));
  }

  /** A row with these of its columns, and whose it is. */
  static String json(Map<String, String> row, Collection<String> columns) {
    return columns.stream()
        .filter(row::containsKey)
        .map(column -> "\"" + column + "\":\"" + row.get(column) + "\"")
        .collect(Collectors.joining(",", "{", ",\"puser\":\"somebody\"}"));
  }
}
