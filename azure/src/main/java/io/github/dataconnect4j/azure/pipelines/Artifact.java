package io.github.dataconnect4j.azure.pipelines;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A linked service, dataset or pipeline as we ask for it.
 *
 * <p>Its properties are JSON as plain values. A {@code null} in them means that the property must
 * not be there; a property that they do not mention is left alone. Two lists are open to others'
 * entries: annotations, and activities, which are told apart by name.
 *
 * <p>Immutable by convention: nobody changes the maps.
 */
record Artifact(ArtifactKind kind, String name, Map<String, @Nullable Object> properties) {

  /** What every annotation of ours begins with. */
  static final String OURS = "dataconnect4j";

  private static final String ANNOTATIONS = "annotations";
  private static final String ACTIVITIES = "activities";

  /** Whether what was found has everything that is asked for. */
  boolean isMetBy(Map<String, @Nullable Object> found) {
    return isMet("", properties, found);
  }

  /** What was found, changed where it is not as asked for. */
  Map<String, @Nullable Object> laidOver(Map<String, @Nullable Object> found) {
    return laidOver(properties, found);
  }

  /** Whether what was found carries an annotation. */
  static boolean isAnnotated(Map<String, @Nullable Object> found, String annotation) {
    return list(found.get(ANNOTATIONS)).contains(annotation);
  }

  /** What follows a prefix in the first annotation that begins with it. */
  static Optional<String> annotation(Map<String, @Nullable Object> found, String prefix) {
    return list(found.get(ANNOTATIONS)).stream()
        .map(String::valueOf)
        .filter(text -> text.startsWith(prefix))
        .map(text -> text.substring(prefix.length()))
        .findFirst();
  }

  private static boolean isMet(String key, @Nullable Object asked, @Nullable Object found) {
    if (asked instanceof Map<?, ?> map) {
      return found instanceof Map<?, ?> other
          && map.entrySet().stream()
              .allMatch(
                  one ->
                      isMet(String.valueOf(one.getKey()), one.getValue(), other.get(one.getKey())));
    }
    if (asked instanceof List<?> list) {
      return found instanceof List<?> other && isMet(key, list, other);
    }
    if (asked instanceof Number number && found instanceof Number other) {
      return decimal(number).compareTo(decimal(other)) == 0;
    }
    return asked == null ? found == null : asked.equals(found);
  }

  private static boolean isMet(String key, List<?> asked, List<?> found) {
    if (key.equals(ANNOTATIONS)) {
      return found.containsAll(asked)
          && asked.containsAll(found.stream().filter(Artifact::isOurs).toList());
    }
    if (key.equals(ACTIVITIES)) {
      return asked.stream().allMatch(one -> isMet("", one, named(one, found)));
    }
    if (asked.size() != found.size()) {
      return false;
    }
    for (int i = 0; i < asked.size(); i++) {
      if (!isMet("", asked.get(i), found.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, @Nullable Object> laidOver(Map<?, ?> asked, Map<?, ?> found) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    // Another type has other properties: nothing of it would make sense.
    boolean sameType =
        !asked.containsKey("type") || isMet("", asked.get("type"), found.get("type"));
    if (sameType) {
      found.forEach((key, value) -> result.put(String.valueOf(key), value));
    }
    asked.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value == null) {
            result.remove(name);
          } else {
            result.put(name, laidOver(name, value, result.get(name)));
          }
        });
    return result;
  }

  private static Object laidOver(String key, Object asked, @Nullable Object found) {
    if (asked instanceof Map<?, ?> map) {
      return laidOver(map, found instanceof Map<?, ?> other ? other : Map.of());
    }
    if (asked instanceof List<?> list) {
      return laidOver(key, list, list(found));
    }
    return asked;
  }

  private static List<?> laidOver(String key, List<?> asked, List<?> found) {
    List<@Nullable Object> result = new ArrayList<>();
    if (key.equals(ANNOTATIONS)) {
      found.stream().filter(one -> !isOurs(one)).forEach(result::add);
      result.addAll(asked);
    } else if (key.equals(ACTIVITIES)) {
      result.addAll(found);
      for (Object one : asked) {
        Object before = named(one, found);
        int place = before == null ? -1 : result.indexOf(before);
        if (place < 0) {
          result.add(laidOver("", one, null));
        } else {
          result.set(place, laidOver("", one, before));
        }
      }
    } else {
      for (int i = 0; i < asked.size(); i++) {
        Object before = asked.size() == found.size() ? found.get(i) : null;
        result.add(laidOver("", asked.get(i), before));
      }
    }
    return result;
  }

  private static @Nullable Object named(Object asked, List<?> found) {
    for (Object one : found) {
      if (one instanceof Map<?, ?> map
          && asked instanceof Map<?, ?> wanted
          && isMet("", wanted.get("name"), map.get("name"))) {
        return one;
      }
    }
    return null;
  }

  private static boolean isOurs(@Nullable Object annotation) {
    return annotation instanceof String text && text.startsWith(OURS);
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }

  /** ArtifactKind and name only: the properties may hold a secret. */
  @Override
  public String toString() {
    return kind + " '" + name + "'";
  }
}
