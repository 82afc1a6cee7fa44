package io.github.dataconnect4j.azure.pipelines;

import com.azure.core.exception.HttpResponseException;
import com.azure.resourcemanager.datafactory.fluent.models.ActivityRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.models.ActivityRun;
import com.azure.resourcemanager.datafactory.models.RunFilterParameters;
import com.azure.resourcemanager.datafactory.models.RunQueryFilter;
import com.azure.resourcemanager.datafactory.models.RunQueryFilterOperand;
import com.azure.resourcemanager.datafactory.models.RunQueryFilterOperator;
import com.azure.resourcemanager.datafactory.models.RunQueryOrder;
import com.azure.resourcemanager.datafactory.models.RunQueryOrderBy;
import com.azure.resourcemanager.datafactory.models.RunQueryOrderByField;
import io.github.dataconnect4j.azure.AzureErrors;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of one host: started once, looked up, read, cancelled.
 *
 * <p>Thread-safe.
 */
final class PipelineRuns {

  private static final Logger LOG = LoggerFactory.getLogger(PipelineRuns.class);

  /**
   * Queries ask for a window of time; this much on either side makes clocks that differ harmless.
   */
  private static final Duration MARGIN = Duration.ofDays(1);

  private final RunService service;
  private final TimeSource time;

  PipelineRuns(RunService service, TimeSource time) {
    this.service = service;
    this.time = time;
  }

  /** As {@link Pipelines#start(String, Map)}. */
  String start(String pipeline, Map<String, String> parameters) {
    String attempt = "start pipeline '" + pipeline + "' of " + service;
    try {
      return service
          .createRun(ArtifactNames.pipeline(pipeline), Map.copyOf(parameters))
          .orElseThrow(() -> unknown(attempt, pipeline, parameters, null));
    } catch (RuntimeException e) {
      if (AzureErrors.mayHaveHappened(e)) {
        throw unknown(attempt, pipeline, parameters, e);
      }
      throw AzureErrors.translate(attempt, e);
    }
  }

  private static OutcomeUnknownException unknown(
      String attempt,
      String pipeline,
      Map<String, String> parameters,
      @Nullable RuntimeException cause) {
    String key = parameters.get(Pipelines.RUN_KEY);
    Problem problem =
        Problem.of(
                attempt,
                "the request was sent, and no answer that can be read came back.",
                "It may run: look in the host's monitor for a run "
                    + (key == null
                        ? "of this pipeline that began just now"
                        : "whose parameter " + Pipelines.RUN_KEY + " is '" + key + "'")
                    + " before starting another.")
            .withRetry(Problem.Retry.UNKNOWN)
            .andId("pipeline", pipeline);
    return new OutcomeUnknownException(
        key == null ? problem : problem.andId(Pipelines.RUN_KEY, key), cause);
  }

  /** As {@link Pipelines#findRun(String, String, Instant)}. */
  Optional<String> findRun(String pipeline, String runKey, Instant since) {
    RunFilterParameters filter =
        window(since, later(since, time.now()))
            .withFilters(
                List.of(
                    new RunQueryFilter()
                        .withOperand(RunQueryFilterOperand.PIPELINE_NAME)
                        .withOperator(RunQueryFilterOperator.EQUALS)
                        .withValues(List.of(ArtifactNames.pipeline(pipeline)))))
            .withOrderBy(
                List.of(
                    new RunQueryOrderBy()
                        .withOrderBy(RunQueryOrderByField.RUN_START)
                        .withOrder(RunQueryOrder.DESC)));
    Attempt attempt = new Attempt("look for the runs of pipeline '" + pipeline + "' of " + service);
    do {
      PipelineRunsQueryResponseInner page = attempt.get(() -> service.queryRuns(filter));
      for (PipelineRunInner run : known(page.value())) {
        if (run.parameters() != null && runKey.equals(run.parameters().get(Pipelines.RUN_KEY))) {
          return Optional.of(run.runId());
        }
      }
      filter.withContinuationToken(page.continuationToken());
    } while (goesOn(filter));
    return Optional.empty();
  }

  /** As {@link Pipelines#find(String)}. */
  Optional<RunState> find(String runId) {
    return new Attempt("look at run " + runId + " of " + service)
        .find(() -> service.run(runId))
        .map(run -> RunReading.read(run, activities(run), time.now()));
  }

  private List<ActivityRun> activities(PipelineRunInner run) {
    if (run.runStart() == null) {
      return List.of();
    }
    RunFilterParameters filter =
        window(
            run.runStart().toInstant(),
            run.runEnd() == null ? time.now() : later(time.now(), run.runEnd().toInstant()));
    List<ActivityRun> all = new ArrayList<>();
    Attempt attempt =
        new Attempt("look at the activities of run " + run.runId() + " of " + service);
    do {
      // The run is there; that its activities are not yet is no reason to end a wait for it.
      Optional<ActivityRunsQueryResponseInner> page =
          attempt.find(() -> service.queryActivities(run, filter));
      page.ifPresent(found -> all.addAll(known(found.value())));
      filter.withContinuationToken(
          page.map(ActivityRunsQueryResponseInner::continuationToken).orElse(null));
    } while (goesOn(filter));
    return all;
  }

  private static <T> List<T> known(@Nullable List<T> page) {
    return page == null ? List.of() : page;
  }

  private static boolean goesOn(RunFilterParameters filter) {
    return filter.continuationToken() != null && !filter.continuationToken().isEmpty();
  }

  private static RunFilterParameters window(Instant from, Instant until) {
    return new RunFilterParameters()
        .withLastUpdatedAfter(from.minus(MARGIN).atOffset(ZoneOffset.UTC))
        .withLastUpdatedBefore(until.plus(MARGIN).atOffset(ZoneOffset.UTC));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** As {@link Pipelines#cancel(String)}; a run that has ended is left as it is. */
  void cancel(String runId) {
    try {
      service.cancel(runId);
    } catch (RuntimeException e) {
      if (isRefused(e) && hasEnded(runId)) {
        LOG.debug("run ended before it was cancelled runId={}", runId);
        return;
      }
      throw AzureErrors.translate("cancel run " + runId + " of " + service, e);
    }
  }

  // No page says how a run that has ended answers.
  private static boolean isRefused(RuntimeException failure) {
    return failure instanceof HttpResponseException answered
        && answered.getResponse() != null
        && Set.of(400, 409, 412).contains(answered.getResponse().getStatusCode());
  }

  private boolean hasEnded(String runId) {
    return find(runId).map(RunState::stage).filter(RunStage::isFinal).isPresent();
  }
}
