package io.github.dataconnect4j.emulator.datafactory;

/**
 * What started a run.
 *
 * @param id of the trigger's firing; of a start by hand, the run's own
 * @param name the trigger's name
 * @param type the trigger's type
 */
public record Invocation(String id, String name, String type) {

  /** A start by hand. */
  static Invocation manual(String runId) {
    return new Invocation(runId.replace("-", ""), "Manual", "Manual");
  }
}
