package io.github.dataconnect4j.emulator.fault;

import java.util.List;
import java.util.NavigableSet;

/**
 * The faults that calls of the emulator are to meet, by the name of the operation, such as {@code
 * Pipelines_CreateRun}. Names are those of Microsoft's REST descriptions; {@code docs/emulator.md}
 * lists them.
 *
 * <p>Faults of one operation are met in the order in which they were added, one by each call. A
 * call that the service would refuse for want of a token or a permission meets its fault too.
 *
 * <p>For calling, not for implementing: methods may be added. Thread-safe.
 *
 * @since 0.1.0
 */
public interface Faults {

  /** The operations that can meet a fault. */
  NavigableSet<String> operations();

  /**
   * The next call of an operation meets a fault; if it has faults already, the call after those.
   *
   * @throws IllegalArgumentException if the emulator has no such operation; the message names the
   *     nearest
   */
  Faults add(String operation, Fault fault);

  /**
   * The next call of an operation goes well; for faults that are to hit a later one.
   *
   * @throws IllegalArgumentException if the emulator has no such operation; the message names the
   *     nearest
   */
  Faults spare(String operation);

  /** What was added and not met yet, a line each; empty when all was. */
  List<String> pending();

  /** Takes back what was not met yet. */
  void clear();
}
