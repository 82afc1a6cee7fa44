package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.emulator.DataConnectEmulator;
import io.github.dataconnect4j.emulator.history.RecordedRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an emulator was asked, told in at most some {@value #LONGEST} characters: first what most
 * often explains a failure.
 *
 * <p>Thread-safe.
 */
final class History {

  static final int LONGEST = 16_000;

  private static final int MOST_UNKNOWN = 20;
  private static final int MOST_FAULTS = 20;
  private static final int MOST_REQUESTS = 80;
  private static final int LONGEST_TARGET = 240;

  /** Parameters whose values say how something is asked, never what. */
  private static final Set<String> SHOWN =
      Set.of("api-version", "comp", "restype", "resource", "recursive", "$top", "$select");

  private final DataConnectEmulator emulator;
  private final long seed;

  History(DataConnectEmulator emulator, long seed) {
    this.emulator = emulator;
    this.seed = seed;
  }

  String text() {
    StringBuilder text =
        new StringBuilder("History of the ")
            .append(emulator)
            .append(", seed ")
            .append(seed)
            .append(", its clock at ")
            .append(emulator.cloud().time().now());
    part(text, "requests to unknown routes", requests(emulator.unknownRoutes()), MOST_UNKNOWN);
    part(text, "ordered faults that no call met", emulator.faults().pending(), MOST_FAULTS);
    part(text, "requests, the latest last", requests(emulator.requests()), MOST_REQUESTS);
    return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST) + " …";
  }

  /** The last lines of a part, and how many there are. */
  private static void part(StringBuilder text, String title, List<String> lines, int most) {
    int left = Math.max(0, lines.size() - most);
    text.append("\n").append(lines.size()).append(' ').append(title);
    if (left > 0) {
      text.append(", ").append(left).append(" not shown");
    }
    lines.stream().skip(left).forEach(line -> text.append("\n  ").append(line));
  }

  private static List<String> requests(List<RecordedRequest> requests) {
    return requests.stream().map(History::line).toList();
  }

  private static String line(RecordedRequest request) {
    String status = request.status() == 0 ? "broken off" : Integer.toString(request.status());
    return status
        + " "
        + request.operation().orElse("(unknown to " + request.service() + ")")
        + " "
        + request.method()
        + " "
        + shortened(redacted(request.target()));
  }

  private static String shortened(String target) {
    return target.length() <= LONGEST_TARGET ? target : target.substring(0, LONGEST_TARGET) + "…";
  }

  /** The target without people's addresses, and without values that may be data or secret. */
  static String redacted(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    String people = path.replaceAll("[^/()']+(@|%40)[^/()']+", "…@…");
    return query < 0 ? people : people + "?" + redactedQuery(target.substring(query + 1));
  }

  private static String redactedQuery(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(History::redactedParameter)
        .collect(Collectors.joining("&"));
  }

  private static String redactedParameter(String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 0) {
      return "…";
    }
    String name = parameter.substring(0, equals);
    return SHOWN.contains(name.replace("%24", "$")) ? parameter : name + "=…";
  }
}
