package io.github.dataconnect4j.pipeline;

import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.RunFailedException;
import io.github.dataconnect4j.error.WaitEndedException;
import io.github.dataconnect4j.time.WaitPolicy;
import java.util.function.Consumer;

/**
 * A handle on one run of a pipeline.
 *
 * <p>For calling, not for implementing: methods may be added. Thread-safe.
 *
 * @since 0.1.0
 */
public interface PipelineRun {

  /**
   * The service's id of the run; {@link PipelineRunner#attach(String)} takes it, in any process, or
   * {@link ExistingPipeline#attach(String)} if the pipeline was made by hand.
   */
  String id();

  /**
   * Our key of the run, which its folder is named after; the service's id where a pipeline made by
   * hand takes no key.
   */
  String key();

  /** The stage that the last look found. */
  RunStage stage();

  /** Looks once more. */
  PipelineRun refresh();

  /**
   * Calls a listener from now on for each change of stage, on the thread that looks.
   *
   * @return this run
   */
  PipelineRun onStage(Consumer<RunStage> listener);

  /**
   * Waits for the end.
   *
   * @throws ConsentException if the service refused the run for want of consent
   * @throws RunFailedException if the run failed for another reason, or was cancelled
   * @throws WaitEndedException if it has not ended in time; it goes on
   */
  RunReport await(WaitPolicy policy);

  /** Asks the service to stop the run. One that has ended stays as it is. */
  void cancel();

  /** What the run writes. */
  RunOutput output();
}
