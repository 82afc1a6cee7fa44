package io.github.dataconnect4j.emulator.truth;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every behavior there is. */
public final class Behaviors {

  private Behaviors() {}

  /** All of them, by service. */
  public static List<Behavior> all() {
    return Stream.of(Behavior.class.getPermittedSubclasses())
        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
        .map(Behavior.class::cast)
        .toList();
  }
}
