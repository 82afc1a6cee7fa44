package io.github.dataconnect4j.emulator.copy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.copy.CopyJob.Unwanted;
import io.github.dataconnect4j.emulator.copy.CopyJob.Written;
import io.github.dataconnect4j.emulator.datafactory.ActivityRun;
import io.github.dataconnect4j.emulator.datafactory.ActivityRun.Failure;
import io.github.dataconnect4j.emulator.datafactory.Artifact;
import io.github.dataconnect4j.emulator.datafactory.Factory;
import io.github.dataconnect4j.emulator.datafactory.PipelineEngine;
import io.github.dataconnect4j.emulator.datafactory.Run;
import io.github.dataconnect4j.emulator.datafactory.RunStatus;
import io.github.dataconnect4j.emulator.truth.CopyBehavior;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs pipelines of Data Connect copies, stage by stage as the emulator's time goes by, and writes
 * what they extract.
 *
 * <p>Thread-safe; the stages themselves run on the thread that moves the time.
 */
public final class CopyEngine implements PipelineEngine {

  private static final Logger LOG = LoggerFactory.getLogger(CopyEngine.class);

  private final CopyWorld world;
  private final CopySettings settings;
  private final OrderReader orders;
  private final AccessCheck access;
  private final OwnersInScope owners;
  private final TriggerClock triggers;
  private volatile Duration lag = Duration.ZERO;

  public CopyEngine(CopyWorld world, CopySettings settings) {
    this.world = world;
    this.settings = settings;
    SinkEndpoints endpoints = new SinkEndpoints(world.endpoints());
    this.orders = new OrderReader(endpoints, world.accounts(), world.keyVaults());
    this.access = new AccessCheck(world, endpoints);
    this.owners = new OwnersInScope(world.people(), world.userFilter());
    this.triggers = new TriggerClock(world.time(), world.ids(), this::start);
  }

  /** From now on readers are shown a new run only when it has that age. */
  public void showRunsAfter(Duration lag) {
    this.lag = lag;
  }

  @Override
  public void start(Factory factory, Run run) {
    CopyBehavior.STAGE_TIMES.observe();
    CopyBehavior.SHOWN_AT_ONCE.observe();
    run.hideUntil(now().plus(lag));
    world.time().schedule(settings.queued(), () -> begin(factory, run));
  }

  @Override
  public void cancel(Factory factory, Run run) {
    CopyBehavior.CANCELING.observe();
    CopyBehavior.SPELLING_OF_CANCELLED.observe();
    if (run.to(RunStatus.CANCELING, "", now())) {
      world
          .time()
          .schedule(
              settings.canceling(),
              () -> {
                run.activities().forEach(activity -> activity.end(RunStatus.CANCELLED, now()));
                end(factory, run, RunStatus.CANCELLED, "");
              });
    }
  }

  @Override
  public void schedule(Factory factory, Artifact trigger) {
    triggers.start(factory, trigger);
  }

  private void begin(Factory factory, Run run) {
    if (run.status() == RunStatus.QUEUED && hasRoom(factory, run)) {
      run.to(RunStatus.IN_PROGRESS, "", now());
      LOG.info("run begins run={} pipeline={}", run.id(), run.pipelineName());
      proceed(factory, run);
    }
  }

  /** A pipeline's concurrency keeps further runs of it in the queue. */
  private static boolean hasRoom(Factory factory, Run run) {
    int limit = run.pipeline().path("concurrency").asInt(Integer.MAX_VALUE);
    long active =
        runsOfTheSame(factory, run).stream()
            .map(Run::status)
            .filter(status -> status != RunStatus.QUEUED && !status.isFinal())
            .count();
    return limit <= 0 || active < limit;
  }

  private static List<Run> runsOfTheSame(Factory factory, Run run) {
    return factory.runs().all().stream()
        .filter(other -> other.pipelineName().equals(run.pipelineName()))
        .sorted(Comparator.comparing(Run::start))
        .toList();
  }

  private void proceed(Factory factory, Run run) {
    try {
      takeNextSteps(factory, run);
    } catch (RuntimeException e) {
      end(factory, run, RunStatus.FAILED, broken(run, e).failure().message());
    }
  }

  /** Starts what can start, and ends the run when nothing is left to do. */
  private void takeNextSteps(Factory factory, Run run) {
    ActivityPlan plan = new ActivityPlan(run);
    for (Optional<ObjectNode> next = plan.next(); next.isPresent(); next = plan.next()) {
      ActivityRun activity = new ActivityRun(world.ids().next(), next.get(), now());
      run.add(activity);
      if (plan.isToSkip(next.get())) {
        activity.end(RunStatus.SKIPPED, now());
      } else {
        initialize(factory, run, activity);
      }
    }
    if (plan.isDone()) {
      Optional<ActivityRun> failed = plan.failure();
      end(
          factory,
          run,
          failed.isPresent() ? RunStatus.FAILED : RunStatus.SUCCEEDED,
          failed.map(CopyEngine::summary).orElse(""));
    }
  }

  private static String summary(ActivityRun failed) {
    return "Operation on target "
        + failed.name()
        + " failed: "
        + failed.failure().map(Failure::message).orElse("");
  }

  private void end(Factory factory, Run run, RunStatus last, String message) {
    if (run.to(last, message, now())) {
      LOG.info("run ends run={} status={}", run.id(), last.text());
      runsOfTheSame(factory, run).stream()
          .filter(other -> other.status() == RunStatus.QUEUED)
          .filter(other -> !now().isBefore(other.start().plus(settings.queued())))
          .findFirst()
          .ifPresent(other -> begin(factory, other));
    }
  }

  private void initialize(Factory factory, Run run, ActivityRun activity) {
    try {
      Extraction extraction = access.check(orders.read(factory, run, activity));
      Copying copying =
          new Copying(
              factory,
              run,
              activity,
              extraction,
              new CopyReport(extraction.order(), activity, run.start()));
      show(copying, "Initializing");
      schedule(settings.initializing(), copying, this::extract);
    } catch (CopyFailure e) {
      activity.fail(e.failure(), now());
    } catch (RuntimeException e) {
      activity.fail(broken(run, e).failure(), now());
    }
  }

  /**
   * Has the next stage happen later. Whatever it throws fails the copy: it must not reach the
   * program that happens to be waiting for the time to pass.
   */
  private void schedule(Duration in, Copying copying, Consumer<Copying> stage) {
    world
        .time()
        .schedule(
            in,
            () -> {
              try {
                stage.accept(copying);
              } catch (RuntimeException e) {
                fail(copying, broken(copying.run, e));
              }
            });
  }

  private static CopyFailure broken(Run run, Exception cause) {
    LOG.warn("copy failed run={}", run.id(), cause);
    return CopyFailure.ofLoader("The emulator could not read or write the data: " + cause);
  }

  private void extract(Copying copying) {
    if (copying.isWanted()) {
      show(copying, "Extracting Data");
      schedule(settings.extracting(), copying, this::persist);
    }
  }

  private void persist(Copying copying) {
    if (!copying.isWanted()) {
      return;
    }
    show(copying, "Persisting Data");
    CopyBehavior.SINK_CHECKED_LATE.observe();
    try {
      access.checkSink(copying.extraction.order().sink());
      schedule(settings.persisting(), copying, this::write);
    } catch (CopyFailure e) {
      fail(copying, e);
    }
  }

  private void write(Copying copying) {
    if (!copying.isWanted()) {
      return;
    }
    CopyBehavior.FILES_AT_THE_END.observe();
    Extraction extraction = copying.extraction;
    try {
      CopyJob job = new CopyJob(world, extraction, owners.of(extraction));
      Written written = job.run(copying::isWanted);
      job.describe(
          copying.report.metadata(written, copying.factory.name(), world.ids().next(), now()));
      world.consents().recordExtraction(extraction.request(), copying.run.id());
      copying.activity.progress(copying.report.done(written, now()), now());
      copying.activity.end(RunStatus.SUCCEEDED, now());
      proceed(copying.factory, copying.run);
    } catch (Unwanted e) {
      LOG.debug("copy was cancelled while it wrote run={}", copying.run.id());
    } catch (CopyFailure e) {
      fail(copying, e);
    } catch (IOException e) {
      fail(copying, broken(copying.run, e));
    }
  }

  private void fail(Copying copying, CopyFailure failure) {
    copying.activity.fail(failure.failure(), now());
    proceed(copying.factory, copying.run);
  }

  private void show(Copying copying, String stage) {
    LOG.info("run stage run={} stage={}", copying.run.id(), stage);
    copying.activity.progress(copying.report.at(stage, now()), now());
  }

  private Instant now() {
    return world.time().now();
  }

  /** An activity at work. */
  private record Copying(
      Factory factory, Run run, ActivityRun activity, Extraction extraction, CopyReport report) {
    boolean isWanted() {
      return run.status() == RunStatus.IN_PROGRESS && !activity.status().isFinal();
    }
  }
}
