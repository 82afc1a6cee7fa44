package io.github.dataconnect4j.emulator.http;

import io.github.dataconnect4j.emulator.fault.Fault;
import io.github.dataconnect4j.emulator.fault.Faults;
import io.github.dataconnect4j.wording.Nearest;
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

/** The faults that were ordered, and which of them a call meets. Thread-safe. */
public final class OrderedFaults implements Faults, FaultPlan {

  private final NavigableSet<String> operations;
  private final Map<String, Deque<Optional<Fault>>> due = new LinkedHashMap<>();

  /**
   * @param operations the operations that can meet a fault
   */
  public OrderedFaults(Iterable<String> operations) {
    this.operations = new TreeSet<>();
    operations.forEach(this.operations::add);
  }

  @Override
  public NavigableSet<String> operations() {
    return new TreeSet<>(operations);
  }

  @Override
  public Faults add(String operation, Fault fault) {
    return add(operation, Optional.of(fault));
  }

  @Override
  public Faults spare(String operation) {
    return add(operation, Optional.empty());
  }

  private Faults add(String operation, Optional<Fault> fault) {
    if (!operations.contains(Objects.requireNonNull(operation, "operation"))) {
      throw new IllegalArgumentException(
          "The emulator has no operation '"
              + operation
              + "'."
              + Nearest.hint(operation, operations)
              + " faults().operations() lists all "
              + operations.size()
              + ".");
    }
    synchronized (due) {
      due.computeIfAbsent(operation, name -> new ArrayDeque<>()).add(fault);
    }
    return this;
  }

  @Override
  public List<String> pending() {
    List<String> pending = new ArrayList<>();
    synchronized (due) {
      due.forEach(
          (operation, faults) ->
              faults.forEach(fault -> fault.ifPresent(one -> pending.add(operation + ": " + one))));
    }
    return pending;
  }

  @Override
  public void clear() {
    synchronized (due) {
      due.clear();
    }
  }

  @Override
  public Optional<Fault> next(String operation) {
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
