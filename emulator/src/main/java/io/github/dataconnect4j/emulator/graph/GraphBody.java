package io.github.dataconnect4j.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the fields of a request's body. One that is null is not there. */
final class GraphBody {

  private GraphBody() {}

  static String required(JsonNode body, String field, String resource) {
    return text(body, field)
        .orElseThrow(
            () ->
                GraphRefusedException.badRequest(
                    "Property '" + field + "' of resource '" + resource + "' is required."));
  }

  static Optional<String> text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  static Optional<Instant> instant(JsonNode body, String field) {
    Optional<String> text = text(body, field);
    try {
      return text.map(value -> OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeParseException e) {
      throw GraphRefusedException.badRequest(
          "Cannot convert the value '" + text.orElse("") + "' of '" + field + "' to a date.");
    }
  }
}
