package io.github.dataconnect4j.azure.pipelines;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonToken;
import com.azure.json.JsonWriter;
import com.azure.json.ReadValueCallback;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values (maps, lists, texts, numbers, truth values, nulls), to and from text and the
 * Azure SDK's models.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonTree {

  private JsonTree() {}

  /** A model as text; what it holds as read-only is not in it. */
  public static String write(JsonSerializable<?> model) {
    try {
      return model.toJsonString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An object as plain values: numbers to the last digit, and without its nulls, which stand for
   * what is not there.
   *
   * @throws UncheckedIOException if the text is not a JSON object
   */
  public static Map<String, @Nullable Object> read(String json) {
    if (to(json, JsonTree::first) instanceof Map<?, ?> map) {
      return members(map);
    }
    throw new UncheckedIOException(new IOException("not a JSON object"));
  }

  /** The members of an object; none of anything else. */
  static Map<String, @Nullable Object> members(@Nullable Object value) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> members.put(String.valueOf(key), member));
    }
    return members;
  }

  private static @Nullable Object first(JsonReader json) throws IOException {
    if (json.nextToken() == null) {
      throw new IOException("no JSON at all");
    }
    return value(json);
  }

  // azure-json's own way would round numbers, and write the large ones as texts.
  private static @Nullable Object value(JsonReader json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case STRING -> json.getString();
      case NUMBER -> number(json.getText());
      case BOOLEAN -> json.getBoolean();
      case NULL -> null;
      default -> throw new IOException("no value: " + json.currentToken());
    };
  }

  private static Map<String, @Nullable Object> object(JsonReader json) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.getFieldName();
      json.nextToken();
      Object value = value(json);
      // The services show what is not set as null.
      if (value != null) {
        members.put(name, value);
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new IOException("an object without its end");
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonReader json) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(json));
    }
    return items;
  }

  private static Number number(String text) throws IOException {
    try {
      if (text.matches("-?[0-9]{1,9}")) {
        return Integer.valueOf(text);
      }
      return text.matches("-?[0-9]+") ? new BigInteger(text) : new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      throw new IOException(notANumber);
    }
  }

  /** Plain values as text. */
  public static String write(Map<String, ? extends @Nullable Object> tree) {
    StringWriter json = new StringWriter();
    try (JsonWriter writer = JsonProviders.createWriter(json)) {
      write(writer, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString();
  }

  private static void write(JsonWriter json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : map.entrySet()) {
        json.writeFieldName(String.valueOf(member.getKey()));
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Number number) {
      json.writeRawValue(number.toString());
    } else {
      json.writeUntyped(value);
    }
  }

  /**
   * Text as a model.
   *
   * @throws UncheckedIOException if the text is not JSON of that shape
   */
  public static <T> T to(String json, ReadValueCallback<JsonReader, T> model) {
    try (JsonReader reader = JsonProviders.createReader(json)) {
      return model.read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException otherShape) {
      throw new UncheckedIOException(new IOException(otherShape));
    }
  }
}
