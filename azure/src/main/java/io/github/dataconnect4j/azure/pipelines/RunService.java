package io.github.dataconnect4j.azure.pipelines;

import com.azure.resourcemanager.datafactory.fluent.models.ActivityRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.models.RunFilterParameters;
import java.util.Map;
import java.util.Optional;

/**
 * One call each of the runs of a host: the transport beneath {@link PipelineRuns}.
 *
 * <p>Implementations are thread-safe, send each call once, and let the exceptions of azure-core
 * through: what they mean is said in one place.
 *
 * @since 0.1.0
 */
public interface RunService {

  /**
   * Starts a pipeline.
   *
   * @param pipeline its name as the service knows it
   * @return the run's id; empty if an answer came that names none
   */
  Optional<String> createRun(String pipeline, Map<String, String> parameters);

  /** One page of the runs that a filter lets through. */
  PipelineRunsQueryResponseInner queryRuns(RunFilterParameters filter);

  /** A run; an {@code HttpResponseException} with 404 if there is none. */
  PipelineRunInner run(String runId);

  /** One page of the activities of a run. */
  ActivityRunsQueryResponseInner queryActivities(PipelineRunInner run, RunFilterParameters filter);

  /** Cancels a run and the runs that it started. */
  void cancel(String runId);

  /** The place, as a message names it. */
  @Override
  String toString();
}
