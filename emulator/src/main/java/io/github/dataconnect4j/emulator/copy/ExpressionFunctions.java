package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.emulator.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions of Data Factory's expressions that the emulator knows. */
final class ExpressionFunctions {

  private static final String ROUND_TRIP = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

  private ExpressionFunctions() {}

  /** What a function gives; empty for one that is not known. */
  static Optional<JsonNode> call(String name, List<JsonNode> arguments) {
    return switch (name) {
      case "concat" -> Optional.of(concat(arguments));
      case "createArray" -> Optional.of(createArray(arguments));
      case "formatDateTime" ->
          arguments.size() == 1 || arguments.size() == 2
              ? Optional.of(formatDateTime(arguments))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static JsonNode concat(List<JsonNode> arguments) {
    return TextNode.valueOf(
        arguments.stream().map(Expressions::text).collect(Collectors.joining()));
  }

  private static JsonNode createArray(List<JsonNode> arguments) {
    ArrayNode array = Json.array();
    arguments.forEach(array::add);
    return array;
  }

  private static JsonNode formatDateTime(List<JsonNode> arguments) {
    String time = arguments.get(0).asText();
    Instant instant =
        IsoTimes.parse(time)
            .orElseThrow(
                () ->
                    CopyFailure.ofDefinition(
                        "formatDateTime cannot read '" + time + "' as a time."));
    String format = arguments.size() == 1 ? "o" : arguments.get(1).asText();
    String pattern = javaPattern(format.equals("o") ? ROUND_TRIP : format);
    return TextNode.valueOf(
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(instant.atOffset(ZoneOffset.UTC)));
  }

  /** .NET's letters for dates are Java's, but for f; all other letters are plain text there. */
  private static String javaPattern(String format) {
    StringBuilder pattern = new StringBuilder();
    for (char sign : format.replace("'", "").toCharArray()) {
      if ("yMdHhms".indexOf(sign) >= 0) {
        pattern.append(sign == 'y' ? 'u' : sign);
      } else if (sign == 'f') {
        pattern.append('S');
      } else {
        pattern.append('\'').append(sign).append('\'');
      }
    }
    return pattern.toString();
  }
}
