package io.github.dataconnect4j.internal;

import java.util.Optional;

/**
 * What a look found.
 *
 * @param value what stands; empty where nothing does, or it is not as asked for
 * @param why why it counts as missing, for people to read; empty where it stands
 */
record Finding<T>(Optional<T> value, String why) {

  static <T> Finding<T> of(T value) {
    return new Finding<>(Optional.of(value), "");
  }

  static <T> Finding<T> missing(String why) {
    return new Finding<>(Optional.empty(), why);
  }

  /** What was looked for by its name. */
  static <T> Finding<T> of(Optional<T> value) {
    return value.map(Finding::of).orElseGet(() -> missing("there is none"));
  }

  /**
   * What either is so or not.
   *
   * @param value what stands for it
   * @param why why it is not so
   */
  static <T> Finding<T> when(boolean stands, T value, String why) {
    return stands ? of(value) : missing(why);
  }

  boolean stands() {
    return value.isPresent();
  }
}
