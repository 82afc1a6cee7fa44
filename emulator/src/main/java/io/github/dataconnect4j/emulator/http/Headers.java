package io.github.dataconnect4j.emulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A request's headers: found under a name in any case, kept under the name as it was written. */
public final class Headers {

  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public void add(String name, String value) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  public void set(String name, String value) {
    values.put(name, new ArrayList<>(List.of(value)));
  }

  public void setAll(Headers others) {
    others.values.forEach((name, all) -> values.put(name, new ArrayList<>(all)));
  }

  public void remove(String name) {
    values.remove(name);
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** Every value of a header, in the order in which they came; none if it is absent. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public void forEach(BiConsumer<String, List<String>> each) {
    values.forEach(each);
  }
}
