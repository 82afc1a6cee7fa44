package io.github.dataconnect4j.pipeline;

/**
 * How far a run is. While it works, the service calls all of it "InProgress"; the stages between
 * are those that its monitoring page shows.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public enum RunStage {
  QUEUED,
  INITIALIZING,
  /** Under the former consent model only: the run waits for a person. */
  WAITING_FOR_APPROVAL,
  EXTRACTING,
  PERSISTING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  /** A state that this version does not know; it counts as still running. */
  UNRECOGNIZED;

  /** Whether nothing more will happen. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
