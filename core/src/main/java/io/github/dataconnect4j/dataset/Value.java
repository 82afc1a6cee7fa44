package io.github.dataconnect4j.dataset;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value whose shape nobody documents: a text, a number, true or false, an object, an array, or
 * nothing.
 *
 * <p>Immutable. Its text form shows its kind, not what it holds: values are other people's.
 *
 * @since 0.1.0
 */
public final class Value {

  private final @Nullable Object plain;

  private Value(@Nullable Object plain) {
    this.plain = plain;
  }

  /** A value as {@link Row#values()} has it; empty for {@code null} and for an empty object. */
  public static Optional<Value> of(@Nullable Object plain) {
    return plain == null || (plain instanceof Map<?, ?> map && map.isEmpty())
        ? Optional.empty()
        : Optional.of(new Value(plain));
  }

  @Nullable Object plain() {
    return plain;
  }

  /** What the value is. */
  public Kind kind() {
    if (plain == null) {
      return Kind.NOTHING;
    }
    if (plain instanceof String) {
      return Kind.TEXT;
    }
    if (plain instanceof Boolean) {
      return Kind.FLAG;
    }
    if (plain instanceof Map) {
      return Kind.OBJECT;
    }
    return plain instanceof List ? Kind.ARRAY : Kind.NUMBER;
  }

  /** The text; empty if it is something else. */
  public Optional<String> text() {
    return plain instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The number; empty if it is something else. */
  public Optional<BigDecimal> number() {
    if (plain instanceof BigDecimal decimal) {
      return Optional.of(decimal);
    }
    return plain instanceof Long whole ? Optional.of(BigDecimal.valueOf(whole)) : Optional.empty();
  }

  /** True or false; empty if it is something else. */
  public Optional<Boolean> flag() {
    return plain instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /** The fields of an object, in their order, nothings included; none if it is something else. */
  public Map<String, Value> fields() {
    if (!(plain instanceof Map<?, ?> map)) {
      return Map.of();
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> fields.put((String) name, new Value(value)));
    return Collections.unmodifiableMap(fields);
  }

  /** A field of an object that holds something; the name is matched exactly. */
  public Optional<Value> field(String name) {
    return plain instanceof Map<?, ?> map
        ? of(map.get(Objects.requireNonNull(name, "name")))
        : Optional.empty();
  }

  /** The elements of an array, nothings included; none if it is something else. */
  public List<Value> elements() {
    return plain instanceof List<?> list
        ? list.stream().<Value>map(Value::new).toList()
        : List.of();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Value value && Objects.equals(value.plain, plain);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(plain);
  }

  @Override
  public String toString() {
    return "Value[" + kind() + "]";
  }

  /**
   * What a value is.
   *
   * @since 0.1.0
   */
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    OBJECT,
    ARRAY,
    /** JSON {@code null}, within an object or an array. */
    NOTHING
  }
}
