package io.github.dataconnect4j.azure;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** The little JSON that no client writes for us. */
final class JsonText {

  private JsonText() {}

  /** The members of an object; none if the text is not one. */
  static Map<String, Object> readObject(String text) {
    try (JsonReader reader = JsonProviders.createReader(text)) {
      Map<String, Object> members = reader.readMap(JsonReader::readUntyped);
      return members == null ? Map.of() : members;
    } catch (IOException | IllegalStateException notAnObject) {
      return Map.of();
    }
  }

  /** Maps, lists, texts, numbers and truth values as JSON. */
  static String write(Map<String, ?> members) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = JsonProviders.createWriter(text)) {
      writer.writeMap(members, JsonWriter::writeUntyped);
    } catch (IOException e) {
      throw new IllegalStateException("A StringWriter cannot fail.", e);
    }
    return text.toString();
  }
}
