package io.github.dataconnect4j.entra;

import com.microsoft.kiota.serialization.UntypedArray;
import com.microsoft.kiota.serialization.UntypedNode;
import com.microsoft.kiota.serialization.UntypedObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON that Graph's model has no names for, as plain maps, lists and values. */
final class Untyped {

  private Untyped() {}

  static @Nullable Object plain(@Nullable Object node) {
    if (node instanceof UntypedObject object) {
      return members(object.getValue());
    }
    if (node instanceof UntypedArray array) {
      List<@Nullable Object> values = new ArrayList<>();
      array.getValue().forEach(value -> values.add(plain(value)));
      return values;
    }
    if (node instanceof UntypedNode leaf) {
      return leaf.getValue();
    }
    return node;
  }

  /** Members by name in lower case: the audit log's pages and records differ in it. */
  static Map<String, @Nullable Object> members(Map<String, ? extends @Nullable Object> object) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    object.forEach((name, value) -> members.put(name.toLowerCase(Locale.ROOT), plain(value)));
    return members;
  }
}
