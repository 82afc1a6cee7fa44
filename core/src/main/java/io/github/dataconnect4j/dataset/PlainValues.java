package io.github.dataconnect4j.dataset;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as {@link Row#values()} has them, of what columns read as. */
final class PlainValues {

  private PlainValues() {}

  /** The plain value; {@code null} for a value that holds nothing. */
  static @Nullable Object of(Object value) {
    if (value instanceof Double real) {
      return decimal(real);
    }
    if (value instanceof Instant time) {
      return time.toString();
    }
    if (value instanceof Value any) {
      return any.plain();
    }
    if (value instanceof Row row) {
      return row.values();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> of(Objects.requireNonNull(element, "element"))).toList();
    }
    return Objects.requireNonNull(value, "value");
  }

  private static BigDecimal decimal(Double real) {
    if (real.isNaN() || real.isInfinite() || real.equals(-0.0)) {
      throw new IllegalArgumentException("The number " + real + " cannot be written in JSON.");
    }
    return BigDecimal.valueOf(real);
  }
}
