package io.github.dataconnect4j.pipeline;

import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.OutcomeUnknownException;

/**
 * Starts copies of one app on its host, Data Factory or another.
 *
 * <p>For calling, not for implementing: methods may be added. Thread-safe.
 *
 * @since 0.1.0
 */
public interface PipelineRunner {

  /**
   * Starts a copy and returns at once.
   *
   * <p>First, what the copy asks is checked against the registration and against what the
   * administrator approved, so that a run that must fail is not started; a caller who may not read
   * the audit log is let through with a warning, and the service judges. Then its pipeline is made
   * or brought up to date; where nothing changed, nothing is written. Each run writes into a folder
   * of its own, {@code <folder>/<dataset>/<run key>/}.
   *
   * @throws IllegalArgumentException if the copy asks for what is not registered, or its window is
   *     not one that the dataset takes; every fault is named
   * @throws ConsentException if no approval covers the copy
   * @throws OutcomeUnknownException if the start was sent and not answered, and no run with its key
   *     showed up within two minutes
   */
  PipelineRun start(Copy<?> copy);

  /**
   * The run of that id, started by any process, with the landing's storage as it is now.
   *
   * @throws NotFoundException if the host knows no such run, or it is not one of this app's
   */
  PipelineRun attach(String runId);

  /**
   * A pipeline of the host that was made by hand, looked up by its name.
   *
   * @throws NotFoundException if there is none; the message names those that there are
   */
  ExistingPipeline existing(String name);
}
