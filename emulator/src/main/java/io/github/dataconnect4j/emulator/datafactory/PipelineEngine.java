package io.github.dataconnect4j.emulator.datafactory;

/** Runs pipelines, by order and by triggers. */
public interface PipelineEngine {

  /** Takes a run that has just been made, and sees it to its end as time goes by. */
  void start(Factory factory, Run run);

  /** Ends a run that has not ended; one that has stays as it is. */
  void cancel(Factory factory, Run run);

  /** Fires a trigger that has just been started, until its etag is another. */
  void schedule(Factory factory, Artifact trigger);
}
