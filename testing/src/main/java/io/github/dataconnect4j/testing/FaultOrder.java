package io.github.dataconnect4j.testing;

import io.github.dataconnect4j.emulator.fault.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The faults that annotations order for one test, by operation and call.
 *
 * <p>Immutable.
 */
final class FaultOrder {

  private final Map<String, NavigableMap<Integer, Fault>> byOperation;

  /**
   * @throws IllegalArgumentException if one call is to meet two faults, or a call before the first
   */
  FaultOrder(List<Fault> ordered) {
    Map<String, NavigableMap<Integer, Fault>> sorted = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Fault fault : ordered) {
      String call = "call " + fault.nth() + " of " + fault.operation();
      if (fault.nth() < 1) {
        wrong.add("@Fault is for " + call + ". The first call is nth = 1.");
      } else if (sorted
              .computeIfAbsent(fault.operation(), name -> new TreeMap<>())
              .put(fault.nth(), fault)
          != null) {
        wrong.add("Two @Faults are for " + call + ". Give them different nth.");
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), wrong));
    }
    byOperation = Collections.unmodifiableMap(sorted);
  }

  boolean isEmpty() {
    return byOperation.isEmpty();
  }

  /**
   * Orders them, from the next call of each operation on.
   *
   * @throws IllegalArgumentException if the emulator has no such operation, or a status is no error
   */
  void addTo(Faults faults) {
    byOperation.forEach(
        (operation, calls) -> {
          for (int call = 1; call <= calls.lastKey(); call++) {
            Fault fault = calls.get(call);
            if (fault == null) {
              faults.spare(operation);
            } else {
              faults.add(operation, translated(fault));
            }
          }
        });
  }

  private static io.github.dataconnect4j.emulator.fault.Fault translated(Fault fault) {
    return switch (fault.kind()) {
      case THROTTLED ->
          io.github.dataconnect4j.emulator.fault.Fault.throttled(
              Duration.ofSeconds(fault.retryAfterSeconds()));
      case REFUSED -> io.github.dataconnect4j.emulator.fault.Fault.refused(fault.status());
      case LOST_REQUEST -> io.github.dataconnect4j.emulator.fault.Fault.lostRequest();
      case LOST_ANSWER -> io.github.dataconnect4j.emulator.fault.Fault.lostAnswer();
      case ANSWERED -> io.github.dataconnect4j.emulator.fault.Fault.answered(fault.status());
    };
  }
}
