package io.github.dataconnect4j.emulator.datafactory;

/** Starting and stopping triggers, whatever path the calls come by. */
public final class TriggerCalls {

  private final PipelineEngine engine;

  /**
   * @param engine fires the triggers
   */
  public TriggerCalls(PipelineEngine engine) {
    this.engine = engine;
  }

  /**
   * Starts a trigger; one that runs stays as it is.
   *
   * @throws io.github.dataconnect4j.emulator.http.ServiceError if there is none (404), or it is of
   *     a kind that is not imitated (400)
   */
  public Artifact start(Factory factory, String name) {
    Artifact trigger = factory.artifacts().require(ArtifactKind.TRIGGER, name);
    if (TriggerState.STARTED.isOf(trigger)) {
      return trigger;
    }
    Recurrence.of(trigger.properties()); // refuses what the engine could not fire
    Artifact started = factory.artifacts().switchTrigger(name, TriggerState.STARTED);
    engine.schedule(factory, started);
    return started;
  }

  /**
   * Stops a trigger; one that does not run stays as it is, and so do the runs that it started.
   *
   * @throws io.github.dataconnect4j.emulator.http.ServiceError if there is none (404)
   */
  public Artifact stop(Factory factory, String name) {
    Artifact trigger = factory.artifacts().require(ArtifactKind.TRIGGER, name);
    return TriggerState.STOPPED.isOf(trigger)
        ? trigger
        : factory.artifacts().switchTrigger(name, TriggerState.STOPPED);
  }
}
