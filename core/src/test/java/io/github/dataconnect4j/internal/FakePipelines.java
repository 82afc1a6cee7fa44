package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.Pipelines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Pipelines in memory, whose runs go through their stages as time passes. */
public final class FakePipelines implements Pipelines {

  /** What becomes of the answer to a start. */
  enum Answer {
    ARRIVES,
    /** The run is made, and nobody learns of it. */
    IS_LOST,
    /** Nothing is made, and nobody learns of that. */
    NEVER_SENT
  }

  final Map<String, PipelineSpec> deployed = new HashMap<>();
  final Map<String, Run> runs = new LinkedHashMap<>();

  /** What people made. */
  final Map<String, FoundPipeline> byHand = new LinkedHashMap<>();

  /** The stages of new runs, by the time since their start. */
  final NavigableMap<Duration, RunStage> stages = new TreeMap<>();

  Answer answer = Answer.ARRIVES;

  /** For how long a new run is not shown. */
  Duration shownAfter = Duration.ZERO;

  /** What new runs say if they fail. */
  Optional<Failure> failure = Optional.empty();

  /** Fails the next looks for a run by its key. */
  Optional<RuntimeException> lookUpFault = Optional.empty();

  /** The columns that the activities of all runs tell to have been run with. */
  Map<String, List<String>> ran = Map.of();

  /** What happens once, between the host's answer to a look and its arrival. */
  Runnable meanwhile = () -> {};

  /** The pipelines that were asked for by name, in order. */
  final List<String> described = new ArrayList<>();

  int starts;
  int looks;

  private final FakeAccount account;
  private final Map<String, Region> standing = new HashMap<>();
  private final Map<Connections, SignIn> signIns = new HashMap<>();

  FakePipelines(FakeAccount account) {
    this.account = account;
    stages.put(Duration.ZERO, RunStage.QUEUED);
    stages.put(Duration.ofMinutes(1), RunStage.INITIALIZING);
    stages.put(Duration.ofMinutes(5), RunStage.EXTRACTING);
    stages.put(Duration.ofMinutes(40), RunStage.PERSISTING);
    stages.put(Duration.ofMinutes(45), RunStage.SUCCEEDED);
  }

  /** A run. Its parameters can be exchanged, for a host that mixes up its answers. */
  static final class Run {
    final String pipeline;
    final Instant startedAt;
    Map<String, String> parameters;
    Optional<RunStage> forced = Optional.empty();

    Run(String pipeline, Map<String, String> parameters, Instant startedAt) {
      this.pipeline = pipeline;
      this.parameters = parameters;
      this.startedAt = startedAt;
    }
  }

  @Override
  public boolean hostExists() {
    return standing.containsKey("host");
  }

  @Override
  public void createHost(HostSpec host) {
    account.write(
        "createHost",
        host.region().name() + " beside " + host.storage().name() + "/" + host.container());
    standing.put("host", host.region());
  }

  @Override
  public boolean integrationRuntimeExists(String name, Region region) {
    return region.equals(standing.get(name));
  }

  @Override
  public void createIntegrationRuntime(String name, Region region) {
    account.write("createIntegrationRuntime", name);
    standing.put(name, region);
  }

  void forgetConnections() {
    signIns.clear();
  }

  @Override
  public boolean isConnected(
      Connections connections, AppCredential credential, Predicate<String> isGood) {
    return Optional.ofNullable(signIns.get(connections))
        .filter(one -> one.credential().equals(credential))
        .filter(one -> one.secret().map(added -> isGood.test(added.entry().keyId())).orElse(true))
        .isPresent();
  }

  @Override
  public boolean connect(
      Connections connections,
      AppCredential credential,
      Predicate<String> isGood,
      Supplier<SignIn> signIn) {
    if (isConnected(connections, credential, isGood)) {
      return false;
    }
    write(connections, signIn.get());
    return true;
  }

  private void write(Connections connections, SignIn signIn) {
    account.write(
        "connect",
        signIn
            .secret()
            .map(added -> added.entry().keyId())
            .orElseGet(signIn.credential()::toString));
    signIns.put(connections, signIn);
  }

  @Override
  public int deploy(PipelineSpec pipeline) {
    if (pipeline.equals(deployed.get(pipeline.name()))) {
      return 0;
    }
    account.write("deploy", pipeline.name());
    deployed.put(pipeline.name(), pipeline);
    return 1;
  }

  @Override
  public Optional<FoundPipeline> describe(String name) {
    described.add(name);
    return Optional.ofNullable(byHand.get(name))
        .or(() -> Optional.ofNullable(deployed.get(name)).map(FakePipelines::found));
  }

  private static FoundPipeline found(PipelineSpec spec) {
    return new FoundPipeline(
        spec.name(),
        Map.of(),
        List.of(
            new FoundPipeline.FoundCopy(
                "copy", spec.dataset(), spec.columns(), new FoundPipeline.SinkPath(List.of()))));
  }

  @Override
  public Stream<String> names() {
    return Stream.concat(byHand.keySet().stream(), deployed.keySet().stream());
  }

  @Override
  public String start(String pipeline, Map<String, String> parameters) {
    starts++;
    account.write("start", pipeline);
    String id = "run-" + (runs.size() + 1);
    if (answer != Answer.NEVER_SENT) {
      runs.put(id, new Run(pipeline, parameters, account.time.now()));
    }
    if (answer != Answer.ARRIVES) {
      throw new OutcomeUnknownException(
          Problem.of("start " + pipeline, "no answer came.", "Look it up.")
              .withRequestId(Optional.of("request-1")),
          null);
    }
    return id;
  }

  @Override
  public Optional<String> findRun(String pipeline, String runKey, Instant since) {
    looks++;
    if (lookUpFault.isPresent()) {
      throw lookUpFault.get();
    }
    return runs.entrySet().stream()
        .filter(one -> one.getValue().pipeline.equals(pipeline))
        .filter(one -> runKey.equals(one.getValue().parameters.get(RUN_KEY)))
        .filter(one -> !one.getValue().startedAt.isBefore(since))
        .filter(one -> isShown(one.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public Optional<RunState> find(String runId) {
    looks++;
    Optional<RunState> answer =
        Optional.ofNullable(runs.get(runId)).filter(this::isShown).map(run -> state(runId, run));
    Runnable once = meanwhile;
    meanwhile = () -> {};
    once.run();
    return answer;
  }

  @Override
  public void cancel(String runId) {
    account.write("cancel", runId);
    runs.get(runId).forced = Optional.of(RunStage.CANCELLED);
  }

  private boolean isShown(Run run) {
    return age(run).compareTo(shownAfter) >= 0;
  }

  private Duration age(Run run) {
    return Duration.between(run.startedAt, account.time.now());
  }

  private RunState state(String id, Run run) {
    RunStage stage = run.forced.orElseGet(() -> stages.floorEntry(age(run)).getValue());
    return new RunState(
        id,
        run.pipeline,
        run.parameters,
        stage,
        "raw " + stage,
        run.startedAt,
        stage.isFinal() ? Optional.of(account.time.now()) : Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        stage == RunStage.FAILED ? failure : Optional.empty(),
        ran);
  }
}
