package io.github.dataconnect4j.datafactory;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonWriter;
import com.azure.json.ReadValueCallback;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the Azure SDK's models into plain values, and back. */
final class JsonTree {

  private JsonTree() {}

  static Map<String, @Nullable Object> of(JsonSerializable<?> model) {
    try (JsonReader reader = JsonProviders.createReader(model.toJsonString())) {
      return reader.readMap(JsonReader::readUntyped);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T to(Map<String, @Nullable Object> tree, ReadValueCallback<JsonReader, T> model) {
    StringWriter json = new StringWriter();
    try {
      try (JsonWriter writer = JsonProviders.createWriter(json)) {
        writer.writeUntyped(tree);
      }
      try (JsonReader reader = JsonProviders.createReader(json.toString())) {
        return model.read(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
