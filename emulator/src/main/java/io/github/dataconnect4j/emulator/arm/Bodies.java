package io.github.dataconnect4j.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Reading request bodies. An explicit null counts as absent: the Java client of Data Factory sends
 * one for every property that was not set.
 */
public final class Bodies {

  private Bodies() {}

  /** The body as an object, without its nulls; an empty body is an empty object. */
  public static ObjectNode read(Request request) throws IOException {
    if (request.body().length == 0) {
      return Json.object();
    }
    if (!(request.json() instanceof ObjectNode body)) {
      throw ArmErrors.of(
          400, "InvalidRequestContent", "The request content was invalid: it is not an object.");
    }
    return withoutNulls(body);
  }

  /** Takes the fields that are null out of an object and all within it. */
  public static ObjectNode withoutNulls(ObjectNode object) {
    strip(object);
    return object;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> absent =
          object.properties().stream()
              .filter(field -> field.getValue().isNull())
              .map(Map.Entry::getKey)
              .toList();
      object.remove(absent);
    }
    node.forEach(Bodies::strip);
  }

  /** The items as ARM lists them: {@code {"value":[..]}}. */
  public static ObjectNode list(Iterable<? extends JsonNode> items) {
    ObjectNode list = Json.object();
    ArrayNode value = list.putArray("value");
    items.forEach(value::add);
    return list;
  }
}
