package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.pipeline.RunReport;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.pipeline.StoredFile;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import io.github.dataconnect4j.time.WaitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run that is watched by asking for its state. */
final class PolledRun implements PipelineRun {

  private static final Logger LOG = LoggerFactory.getLogger(PolledRun.class);

  /** How long a new run may be unknown to the host that made it; reported from Data Factory. */
  private static final Duration LATE_VISIBILITY = Duration.ofMinutes(2);

  private final CloudAccount account;
  private final Pipelines pipelines;
  private final RunId run;
  private final OutputPlace place;
  private final Duration made;
  private final Object look = new Object();
  private final List<Consumer<RunStage>> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<RunState> state;

  PolledRun(
      CloudAccount account,
      Pipelines pipelines,
      RunId run,
      OutputPlace place,
      Optional<RunState> state) {
    this.account = account;
    this.pipelines = pipelines;
    this.run = run;
    this.place = place;
    this.state = state;
    this.made = account.cloud().time().elapsed();
  }

  @Override
  public String id() {
    return run.id();
  }

  @Override
  public String key() {
    return run.text();
  }

  @Override
  public RunStage stage() {
    return state.map(RunState::stage).orElse(RunStage.QUEUED);
  }

  @Override
  public PipelineRun onStage(Consumer<RunStage> listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  @Override
  public PipelineRun refresh() {
    if (stage().isFinal()) {
      return this;
    }
    Optional<RunState> found = pipelines.find(run.id());
    found.ifPresentOrElse(this::requireOurs, this::requireSoon);
    RunStage before;
    RunStage after;
    synchronized (look) {
      before = stage();
      // Two threads may look at once; what ended does not come back to life.
      if (!before.isFinal() && found.isPresent()) {
        state = found;
      }
      after = stage();
    }
    if (after != before) {
      LOG.info("run runId={} runKey={} stage={}", run.id(), run.text(), after);
      listeners.forEach(listener -> listener.accept(after));
    }
    return this;
  }

  @Override
  public RunReport await(WaitPolicy policy) {
    Waiting waiting = new Waiting(account.cloud().time(), account.cloud().chance());
    RunState end =
        waiting.until(
            policy,
            () -> {
              refresh();
              return state.filter(seen -> seen.stage().isFinal());
            },
            limit ->
                Problem.of(
                        "see the end of run " + run.id(),
                        "it is in stage " + stage() + ", and the wait is over.",
                        "It goes on: "
                            + run.origin()
                            + ".attach(\""
                            + run.id()
                            + "\").await(…) waits again, from any"
                            + " process.")
                    .withCode("RUN_PENDING")
                    .andId("runId", run.id())
                    .andId("runKey", run.text()));
    if (end.stage() != RunStage.SUCCEEDED) {
      throw RunFailures.of(end, run.text());
    }
    return report(end);
  }

  @Override
  public void cancel() {
    if (!stage().isFinal()) {
      pipelines.cancel(run.id());
    }
  }

  @Override
  public RunOutput output() {
    return place.of(state);
  }

  private void requireOurs(RunState found) {
    String theirs = found.parameters().get(Pipelines.RUN_KEY);
    if (run.key().isPresent() && !run.text().equals(theirs)) {
      throw new OutcomeUnknownException(
          Problem.of(
                  "watch run " + run.id(),
                  "the host gave its id for run key "
                      + run.text()
                      + ", but it has run key "
                      + theirs
                      + ".",
                  "Look in the host's monitor for a run of pipeline '"
                      + run.pipeline()
                      + "' with this run key, and attach to that one.")
              .andId("runId", run.id())
              .andId("runKey", run.text()),
          null);
    }
  }

  private void requireSoon() {
    Duration unseen = account.cloud().time().elapsed().minus(made);
    if (state.isEmpty() && unseen.compareTo(LATE_VISIBILITY) > 0) {
      throw new NotFoundException(
          Problem.of(
                  "watch run " + run.id(),
                  "its host has not shown it for " + unseen.toSeconds() + " s.",
                  "Look in the host's monitor for a run of pipeline '"
                      + run.pipeline()
                      + "' with run key "
                      + run.text()
                      + ".")
              .andId("runId", run.id())
              .andId("runKey", run.text()),
          null);
    }
  }

  private RunReport report(RunState end) {
    RunOutput output = output();
    List<StoredFile> files = output.files();
    return new RunReport(
        run.id(),
        run.text(),
        run.pipeline(),
        end.startedAt(),
        end.endedAt().orElse(end.startedAt()),
        JobMetadata.rows(output),
        files.stream().mapToLong(StoredFile::size).sum(),
        files.size());
  }

  @Override
  public String toString() {
    return "run " + run.id() + " (" + stage() + ")";
  }
}
