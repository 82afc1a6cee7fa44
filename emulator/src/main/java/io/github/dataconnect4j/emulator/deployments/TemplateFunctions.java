package io.github.dataconnect4j.emulator.deployments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.dataconnect4j.emulator.expression.Evaluator;
import io.github.dataconnect4j.emulator.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The functions of the template language that need nothing but their arguments. */
final class TemplateFunctions {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}|\\{\\{|}}");

  private TemplateFunctions() {}

  /**
   * What a function gives; empty for one that is not known, or not with so many arguments.
   *
   * @param name in lower case
   * @param room refuses values that would be too large
   */
  static Optional<JsonNode> call(String name, List<JsonNode> all, Evaluator room) {
    room.requireRoom(most(name, all));
    JsonNode first = all.isEmpty() ? NullNode.getInstance() : all.get(0);
    return Optional.ofNullable(
            switch (all.size()) {
              case 0 -> constant(name);
              case 1 -> one(name, first);
              case 2 -> two(name, first, all.get(1));
              case 3 -> three(name, first, all.get(1), all.get(2));
              default -> null;
            })
        .or(() -> Optional.ofNullable(many(name, all)));
  }

  /** An upper bound of what a function makes that can make more than it is given. */
  private static long most(String name, List<JsonNode> all) {
    if (name.equals("padleft") && all.size() > 1) {
      return all.get(1).asLong();
    }
    if (name.equals("replace") && all.size() == 3) {
      long places = text(all.get(0)).length() / Math.max(1, text(all.get(1)).length()) + 1L;
      return text(all.get(0)).length() + places * text(all.get(2)).length();
    }
    if (name.equals("join") && all.size() == 2) {
      return (long) all.get(0).size() * text(all.get(1)).length();
    }
    if (name.equals("format") && all.size() > 1) {
      long placeholders = PLACEHOLDER.matcher(text(all.get(0))).results().count();
      return placeholders * all.stream().mapToLong(one -> text(one).length()).max().orElse(0);
    }
    return 0;
  }

  private static @Nullable JsonNode constant(String name) {
    return switch (name) {
      case "true", "false" -> BooleanNode.valueOf(name.equals("true"));
      case "null" -> NullNode.getInstance();
      default -> null;
    };
  }

  private static @Nullable JsonNode one(String name, JsonNode value) {
    String text = text(value);
    return switch (name) {
      case "tolower" -> of(text.toLowerCase(Locale.ROOT));
      case "toupper" -> of(text.toUpperCase(Locale.ROOT));
      case "trim" -> of(text.strip());
      case "string" -> of(text);
      case "int" -> LongNode.valueOf(Long.parseLong(text));
      case "bool" -> of(text.equalsIgnoreCase("true") || text.equals("1"));
      case "json" -> json(text);
      case "not" -> of(!value.asBoolean());
      case "length" -> LongNode.valueOf(value.isTextual() ? text.length() : value.size());
      case "empty" -> of(value.isNull() || (value.isTextual() ? text.isEmpty() : value.isEmpty()));
      case "array" -> value.isArray() ? value : Json.array().add(value);
      case "base64" ->
          of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
      case "first" -> value.isTextual() ? of(text.substring(0, 1)) : value.get(0);
      case "last" ->
          value.isTextual() ? of(text.substring(text.length() - 1)) : value.get(value.size() - 1);
      default -> null;
    };
  }

  private static @Nullable JsonNode two(String name, JsonNode left, JsonNode right) {
    String text = text(left);
    String other = text(right);
    return switch (name) {
      case "equals" -> of(left.equals(right) || isSameNumber(left, right));
      case "less" -> of(compare(left, right) < 0);
      case "lessorequals" -> of(compare(left, right) <= 0);
      case "greater" -> of(compare(left, right) > 0);
      case "greaterorequals" -> of(compare(left, right) >= 0);
      case "add" -> LongNode.valueOf(Math.addExact(left.asLong(), right.asLong()));
      case "sub" -> LongNode.valueOf(Math.subtractExact(left.asLong(), right.asLong()));
      case "mul" -> LongNode.valueOf(Math.multiplyExact(left.asLong(), right.asLong()));
      case "div" -> LongNode.valueOf(left.asLong() / right.asLong());
      case "mod" -> LongNode.valueOf(left.asLong() % right.asLong());
      case "split" -> split(text, right);
      case "substring" -> of(text.substring(right.asInt()));
      case "startswith" -> of(lower(text).startsWith(lower(other)));
      case "endswith" -> of(lower(text).endsWith(lower(other)));
      case "indexof" -> LongNode.valueOf(lower(text).indexOf(lower(other)));
      case "contains" -> of(contains(left, right));
      case "take" -> of(text.substring(0, Math.min(right.asInt(), text.length())));
      case "skip" -> of(text.substring(Math.min(right.asInt(), text.length())));
      case "join" ->
          of(
              StreamSupport.stream(left.spliterator(), false)
                  .map(TemplateFunctions::text)
                  .collect(Collectors.joining(other)));
      default -> null;
    };
  }

  private static @Nullable JsonNode three(
      String name, JsonNode first, JsonNode second, JsonNode third) {
    return switch (name) {
      case "replace" -> of(text(first).replace(text(second), text(third)));
      case "substring" -> of(text(first).substring(second.asInt(), second.asInt() + third.asInt()));
      case "padleft" ->
          of(text(third).repeat(Math.max(0, second.asInt() - text(first).length())) + text(first));
      default -> null;
    };
  }

  private static @Nullable JsonNode many(String name, List<JsonNode> all) {
    return switch (name) {
      case "concat" -> concat(all);
      case "format" -> of(format(all));
      case "guid" -> of(Hashes.guid(joined(all)));
      case "uniquestring" -> of(Hashes.unique(joined(all)));
      case "createarray" -> Json.array().addAll(all);
      case "createobject" -> createObject(all);
      case "coalesce" ->
          all.stream().filter(one -> !one.isNull()).findFirst().orElse(NullNode.getInstance());
      default -> null;
    };
  }

  private static JsonNode concat(List<JsonNode> all) {
    if (!all.isEmpty() && all.stream().allMatch(JsonNode::isArray)) {
      ArrayNode array = Json.array();
      all.forEach(one -> one.forEach(array::add));
      return array;
    }
    return of(all.stream().map(TemplateFunctions::text).collect(Collectors.joining()));
  }

  private static JsonNode createObject(List<JsonNode> all) {
    ObjectNode object = Json.object();
    for (int i = 0; i + 1 < all.size(); i += 2) {
      object.set(text(all.get(i)), all.get(i + 1));
    }
    return object;
  }

  private static String format(List<JsonNode> all) {
    return PLACEHOLDER
        .matcher(text(all.get(0)))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null
                        ? found.group().substring(1)
                        : text(all.get(Integer.parseInt(found.group(1)) + 1))));
  }

  private static JsonNode split(String text, JsonNode delimiters) {
    Iterable<JsonNode> each = delimiters.isArray() ? delimiters : List.of(delimiters);
    String pattern =
        StreamSupport.stream(each.spliterator(), false)
            .map(one -> Pattern.quote(text(one)))
            .collect(Collectors.joining("|"));
    ArrayNode parts = Json.array();
    for (String part : text.split(pattern, -1)) {
      parts.add(part);
    }
    return parts;
  }

  private static boolean contains(JsonNode container, JsonNode item) {
    if (container.isTextual()) {
      return container.asText().contains(text(item));
    }
    if (container.isObject()) {
      return container.has(text(item));
    }
    return StreamSupport.stream(container.spliterator(), false).anyMatch(item::equals);
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw InvalidTemplate.because("The argument of the function 'json' is not JSON");
    }
  }

  private static int compare(JsonNode left, JsonNode right) {
    return left.isTextual()
        ? left.asText().compareTo(text(right))
        : Long.compare(left.asLong(), right.asLong());
  }

  private static boolean isSameNumber(JsonNode left, JsonNode right) {
    return left.isIntegralNumber() && right.isIntegralNumber() && left.asLong() == right.asLong();
  }

  /** A value as it stands in a text. */
  static String text(JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? "True" : "False";
    }
    return value.isTextual() ? value.asText() : value.toString();
  }

  private static String joined(List<JsonNode> all) {
    return all.stream().map(TemplateFunctions::text).collect(Collectors.joining("-"));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static JsonNode of(String text) {
    return TextNode.valueOf(text);
  }

  private static JsonNode of(boolean value) {
    return BooleanNode.valueOf(value);
  }
}
