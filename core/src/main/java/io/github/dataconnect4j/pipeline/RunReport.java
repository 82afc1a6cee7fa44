package io.github.dataconnect4j.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How a run ended that succeeded.
 *
 * <p>Immutable.
 *
 * @param runId the service's id of the run
 * @param runKey our key of the run, the last part of its folder; the id where a pipeline made by
 *     hand takes none
 * @param pipeline the pipeline's name
 * @param startedAt by the service's clock
 * @param endedAt by the service's clock
 * @param rows the rows written; empty where the run's metadata does not tell
 * @param bytes the bytes written, metadata not counted
 * @param files the files written, metadata not counted
 * @since 0.1.0
 */
public record RunReport(
    String runId,
    String runKey,
    String pipeline,
    Instant startedAt,
    Instant endedAt,
    OptionalLong rows,
    long bytes,
    int files) {

  /** From start to end. */
  public Duration duration() {
    return Duration.between(startedAt, endedAt);
  }
}
