package io.github.dataconnect4j.emulator.http;

import io.github.dataconnect4j.emulator.fault.Fault;
import java.util.Optional;

/** Tells what the next call of an operation meets. */
@FunctionalInterface
public interface FaultPlan {

  /** Nothing ever goes wrong. */
  FaultPlan NONE = operation -> Optional.empty();

  /** The fault that this call meets; empty if it goes well. It is met once. */
  Optional<Fault> next(String operation);
}
