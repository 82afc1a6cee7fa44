package io.github.dataconnect4j.azure.pipelines;

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

  /** A model as plain values; what it holds as read-only is not in them. */
  public static Map<String, @Nullable Object> of(JsonSerializable<?> model) {
    return read(write(model));
  }

  /** A model as text; what it holds as read-only is not in it. */
  public static String write(JsonSerializable<?> model) {
    try {
      return model.toJsonString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An object as plain values.
   *
   * @throws UncheckedIOException if the text is not a JSON object
   */
  public static Map<String, @Nullable Object> read(String json) {
    Map<String, @Nullable Object> members = to(json, one -> one.readMap(JsonReader::readUntyped));
    if (members == null) {
      throw new UncheckedIOException(new IOException("null instead of a JSON object"));
    }
    return members;
  }

  /** Plain values as text. */
  public static String write(Map<String, ? extends @Nullable Object> tree) {
    StringWriter json = new StringWriter();
    try (JsonWriter writer = JsonProviders.createWriter(json)) {
      writer.writeUntyped(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString();
  }

  /** Plain values as a model. */
  public static <T> T to(
      Map<String, @Nullable Object> tree, ReadValueCallback<JsonReader, T> model) {
    return to(write(tree), model);
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
