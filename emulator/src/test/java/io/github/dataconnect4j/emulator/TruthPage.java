package io.github.dataconnect4j.emulator;

import io.github.dataconnect4j.emulator.http.Routes.Line;
import io.github.dataconnect4j.emulator.http.Service;
import io.github.dataconnect4j.emulator.truth.Behavior;
import io.github.dataconnect4j.emulator.truth.Behaviors;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/emulator.md} from the emulator's own tables. */
final class TruthPage {

  private static final String PROVIDER = "/providers/Microsoft.";

  private static final String HEAD =
      """
      # What the emulator knows

      Made from the emulator's own tables by `TruthPageTest`; do not edit it. After a change, run

          ./mvnw -pl emulator -am test -Dtest=TruthPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate=docs

      **Documented**: Microsoft's words, at the address; addresses were looked up in stored copies of the pages,
      and none was opened on the day you read this. **Recorded**: what a real client was seen to send, or a real
      service to say, kept outside of this repository. **Assumed**: Microsoft is silent or contradicts itself,
      and something had to be chosen; the emulator says so in its log at the first use (level INFO): operations once
      for each emulator, behaviors once for each JVM. Nothing here was ever compared with the real services.

      """;

  private TruthPage() {}

  static String of(List<Service> services) {
    Map<String, Map<Operation, List<Line>>> operations = new LinkedHashMap<>();
    for (Service service : services) {
      for (Line line : service.routes().lines()) {
        operations
            .computeIfAbsent(section(service, line), name -> new LinkedHashMap<>())
            .computeIfAbsent(line.operation(), operation -> new ArrayList<>())
            .add(line);
      }
    }
    Map<String, List<Behavior>> behaviors =
        Behaviors.all().stream()
            .collect(
                Collectors.groupingBy(Behavior::service, LinkedHashMap::new, Collectors.toList()));
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| | documented | recorded | assumed |\n|---|---|---|---|\n");
    page.append(
        counts(
            "Operations",
            operations.values().stream()
                .flatMap(section -> section.keySet().stream())
                .map(Operation::source)));
    page.append(counts("Behaviors", Behaviors.all().stream().map(Behavior::source)));
    page.append(
            "\n## Operations\n\nFaults (`DataConnectEmulator.faults()`) are ordered by these names; one that ")
        .append(
            "stands in several tables is one name\nthere. Operations of one path are told apart by the query, as on their pages.\n");
    operations.forEach((name, section) -> page.append(operations(name, section)));
    page.append("\n## Behaviors\n");
    behaviors.forEach((name, section) -> page.append(behaviors(name, section)));
    return page.toString();
  }

  // Azure Resource Manager is one service with many providers.
  private static String section(Service service, Line line) {
    if (!service.name().equals("arm")) {
      return service.name().toLowerCase(Locale.ROOT);
    }
    String pattern = line.pattern();
    int provider = pattern.lastIndexOf(PROVIDER);
    if (provider < 0) {
      return "arm: Microsoft.Resources";
    }
    int name = provider + "/providers/".length();
    int end = pattern.indexOf('/', name);
    return "arm: " + (end < 0 ? pattern.substring(name) : pattern.substring(name, end));
  }

  private static String counts(String what, Stream<Source> sources) {
    Map<Source.Kind, Long> counts =
        sources.collect(Collectors.groupingBy(Source::kind, Collectors.counting()));
    StringJoiner row = new StringJoiner(" | ", "| ", " |\n").add(what);
    for (Source.Kind kind : Source.Kind.values()) {
      row.add(Long.toString(counts.getOrDefault(kind, 0L)));
    }
    return row.toString();
  }

  private static String operations(String name, Map<Operation, List<Line>> operations) {
    StringBuilder table =
        new StringBuilder(
            "\n### " + name + "\n\n| Operation | Requests | Source |\n|---|---|---|\n");
    operations.forEach(
        (operation, lines) ->
            table.append(
                row(
                    "`" + operation.id() + "`",
                    lines.stream()
                        .map(line -> "`" + line.method() + " " + line.pattern() + "`")
                        .distinct()
                        .collect(Collectors.joining("<br>")),
                    shown(operation.source()))));
    return table.toString();
  }

  private static String behaviors(String name, List<Behavior> behaviors) {
    StringBuilder table =
        new StringBuilder("\n### " + name + "\n\n| Behavior | What | Source |\n|---|---|---|\n");
    behaviors.forEach(
        one -> table.append(row("`" + one.name() + "`", one.text(), shown(one.source()))));
    return table.toString();
  }

  private static String row(String first, String second, String third) {
    return "| " + first + " | " + second + " | " + third + " |\n";
  }

  private static String shown(Source source) {
    String reference = source.reference();
    return switch (source.kind()) {
      case DOCUMENTED ->
          "[" + reference.substring(reference.lastIndexOf('/') + 1) + "](" + reference + ")";
      case RECORDED -> "recorded: " + reference;
      case ASSUMED -> "**assumed**: " + reference;
    };
  }
}
