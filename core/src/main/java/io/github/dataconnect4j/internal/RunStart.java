package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the start of a pipeline once. One that was not answered is looked up, never sent again. */
record RunStart(CloudAccount account, Pipelines pipelines) {

  private static final Logger LOG = LoggerFactory.getLogger(RunStart.class);

  /** How long a run whose start was not answered is looked for. */
  private static final WaitPolicy LOOK_UP =
      WaitPolicy.brisk().withTotal(Duration.ofMinutes(2)).withPause(Duration.ofSeconds(10));

  /** How far our clock may be ahead of the host's. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /**
   * Starts a pipeline.
   *
   * @param key the run's key if the parameters hold one; a run without cannot be looked up
   * @return the run's id
   */
  String send(String pipeline, Map<String, String> parameters, Optional<String> key) {
    Instant now = account.cloud().time().now();
    try {
      return pipelines.start(pipeline, parameters);
    } catch (OutcomeUnknownException unanswered) {
      if (key.isEmpty()) {
        throw unknown(pipeline, now, unanswered);
      }
      return found(pipeline, key.get(), now.minus(CLOCK_SKEW), unanswered);
    }
  }

  private String found(
      String pipeline, String key, Instant since, OutcomeUnknownException unanswered) {
    LOG.warn("start not answered, looking up runKey={} pipeline={}", key, pipeline);
    Waiting waiting = new Waiting(account.cloud().time(), account.cloud().chance());
    return waiting.until(
        LOOK_UP,
        () -> lookUp(pipeline, key, since),
        limit -> {
          throw unknown(pipeline, key, unanswered);
        });
  }

  // A look-up that fails says nothing about the run: the outcome stays unknown, whatever the fault.
  private Optional<String> lookUp(String pipeline, String key, Instant since) {
    try {
      return pipelines.findRun(pipeline, key, since);
    } catch (DataConnectException failed) {
      LOG.debug("look-up failed runKey={} pipeline={} cause={}", key, pipeline, failed.toString());
      return Optional.empty();
    }
  }

  private static OutcomeUnknownException unknown(
      String pipeline, String key, OutcomeUnknownException unanswered) {
    return unknown(
        pipeline,
        "no run with run key " + key + " has shown up.",
        "Look in the host's monitor for a run of this pipeline with this run key, and attach"
            + " to it; start again only if there is none.",
        Map.of("runKey", key),
        unanswered);
  }

  private static OutcomeUnknownException unknown(
      String pipeline, Instant at, OutcomeUnknownException unanswered) {
    return unknown(
        pipeline,
        "the pipeline declares no parameter '"
            + Pipelines.RUN_KEY
            + "' that its run could be told by.",
        "Look in the host's monitor for a run of this pipeline that began about "
            + at
            + ", and attach to it; start again only if there is none. With a parameter '"
            + Pipelines.RUN_KEY
            + "' of type String in the pipeline, such a run is found by itself.",
        Map.of(),
        unanswered);
  }

  private static OutcomeUnknownException unknown(
      String pipeline,
      String reason,
      String cure,
      Map<String, String> ids,
      OutcomeUnknownException unanswered) {
    Problem problem =
        Problem.of(
                "start pipeline '" + pipeline + "'",
                "the start was sent and not answered, and " + reason,
                cure)
            .withCode("START_UNANSWERED")
            .withRequestId(unanswered.problem().requestId())
            .withRetry(Problem.Retry.UNKNOWN)
            .andId("pipeline", pipeline);
    for (Map.Entry<String, String> id : ids.entrySet()) {
      problem = problem.andId(id.getKey(), id.getValue());
    }
    return new OutcomeUnknownException(problem, unanswered);
  }
}
