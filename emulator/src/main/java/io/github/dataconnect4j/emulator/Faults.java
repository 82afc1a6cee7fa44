package io.github.dataconnect4j.emulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The faults that calls of the emulator are to meet, by the name of the operation, such as {@code
 * Pipelines_CreateRun}. Names are those of Microsoft's REST descriptions; {@code docs/emulator.md}
 * lists them.
 *
 * <p>Faults of one operation are met in the order in which they were added, one by each call. A
 * call that the service would refuse for want of a token or a permission meets its fault too.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class Faults {

  private final NavigableSet<String> operations;
  private final Map<String, Deque<Optional<Fault>>> due = new LinkedHashMap<>();

  Faults(Iterable<String> operations) {
    this.operations = new TreeSet<>();
    operations.forEach(this.operations::add);
  }

  /** The operations that can meet a fault. */
  public NavigableSet<String> operations() {
    return new TreeSet<>(operations);
  }

  /**
   * The next call of an operation meets a fault; if it has faults already, the call after those.
   *
   * @throws IllegalArgumentException if the emulator has no such operation
   */
  public Faults add(String operation, Fault fault) {
    return add(operation, Optional.of(fault));
  }

  /**
   * The next call of an operation goes well; for faults that are to hit a later one.
   *
   * @throws IllegalArgumentException if the emulator has no such operation
   */
  public Faults spare(String operation) {
    return add(operation, Optional.empty());
  }

  private Faults add(String operation, Optional<Fault> fault) {
    if (!operations.contains(Objects.requireNonNull(operation, "operation"))) {
      throw new IllegalArgumentException(
          "The emulator has no operation '" + operation + "'. Take one of " + operations + ".");
    }
    synchronized (due) {
      due.computeIfAbsent(operation, name -> new ArrayDeque<>()).add(fault);
    }
    return this;
  }

  /** What was added and not met yet, a line each; empty when all was. */
  public List<String> pending() {
    List<String> pending = new ArrayList<>();
    synchronized (due) {
      due.forEach(
          (operation, faults) ->
              faults.forEach(fault -> fault.ifPresent(one -> pending.add(operation + ": " + one))));
    }
    return pending;
  }

  /** Takes back what was not met yet. */
  public void clear() {
    synchronized (due) {
      due.clear();
    }
  }

  /** The fault that this call of an operation meets. */
  Optional<Fault> next(String operation) {
    synchronized (due) {
      Deque<Optional<Fault>> faults = due.get(operation);
      if (faults == null) {
        return Optional.empty();
      }
      Optional<Fault> fault = faults.remove();
      if (faults.isEmpty()) {
        due.remove(operation);
      }
      return fault;
    }
  }

  @Override
  public String toString() {
    return "faults " + pending();
  }
}
