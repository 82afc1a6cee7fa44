package io.github.dataconnect4j.emulator.time;

import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;

/**
 * The clock that the emulated services go by, and that has things happen later.
 *
 * <p>Thread-safe. Events run one at a time.
 */
public interface EmulatorTime extends TimeSource {

  /** Has something happen when the clock gets there; at once, but not here, for zero or less. */
  void schedule(Duration in, Runnable event);
}
