package io.github.dataconnect4j.azure;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made at first use, and once. A failed making is tried again. Thread-safe. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> make;
  private @Nullable T made;

  Once(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public synchronized T get() {
    T known = made;
    if (known == null) {
      known = make.get();
      made = known;
    }
    return known;
  }

  /** Does something with it, if it was ever made. */
  synchronized void ifMade(Consumer<T> action) {
    Optional.ofNullable(made).ifPresent(action);
  }
}
