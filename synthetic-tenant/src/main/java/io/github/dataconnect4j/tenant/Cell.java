package io.github.dataconnect4j.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Values of cells. */
final class Cell {

  static final JsonNode NULL = NullNode.instance;
  static final JsonNode TRUE = BooleanNode.TRUE;
  static final JsonNode FALSE = BooleanNode.FALSE;
  static final JsonNode EMPTY = TextNode.valueOf("");

  private Cell() {}

  static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }

  static JsonNode number(int number) {
    return IntNode.valueOf(number);
  }

  static JsonNode flag(boolean flag) {
    return BooleanNode.valueOf(flag);
  }

  static JsonNode time(Instant time) {
    return TextNode.valueOf(time.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** A time as the start and end of events have it: seven fractional digits, no zone. */
  static String zoneless(Instant time) {
    // An Instant without a fraction prints as 2026-01-01T00:00:00Z.
    String text = time.truncatedTo(ChronoUnit.SECONDS).toString();
    return text.substring(0, text.length() - 1) + ".0000000";
  }

  /** An empty object of its own: the taker of a row may change it. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array of its own, likewise. */
  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode texts(List<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  /** A column that the catalog has and this code does not know. */
  static IllegalStateException unknown(String dataset, String column) {
    return new IllegalStateException(
        "The synthetic tenant has nothing for column " + column + " of " + dataset + ".");
  }
}
