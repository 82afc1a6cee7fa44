package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.AppCredential;
import io.github.dataconnect4j.Region;
import io.github.dataconnect4j.Scope;
import io.github.dataconnect4j.conformance.MemoryService.Lost;
import io.github.dataconnect4j.conformance.MemoryService.Refused;
import io.github.dataconnect4j.conformance.MemoryService.Run;
import io.github.dataconnect4j.error.DataConnectException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.OutcomeUnknownException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.error.ServiceUnavailableException;
import io.github.dataconnect4j.error.ThrottledException;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.RetrySchedule;
import io.github.dataconnect4j.spi.RetrySchedule.Safety;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The client of a {@link MemoryService}. All that a defect changes is here. */
final class MemoryPipelines implements Pipelines {

  private final MemoryAccount account;
  private final MemoryHost host;
  private final MemoryService service;
  private final RetrySchedule schedule;
  private final Set<String> notFound = new HashSet<>();

  MemoryPipelines(MemoryAccount account, MemoryHost host) {
    this.account = account;
    this.host = host;
    this.service = account.far.service(host.name());
    this.schedule = new RetrySchedule(account.far.time, account.cloud().chance());
  }

  private boolean has(Defect defect) {
    return host.defect().equals(Optional.of(defect));
  }

  @Override
  public boolean hostExists() {
    return service.made;
  }

  @Override
  public void createHost(HostSpec spec) {
    if (!service.made || has(Defect.REPLACES_A_HOST_THAT_EXISTS)) {
      account.far.writes++;
      service.made = true;
    }
  }

  @Override
  public boolean integrationRuntimeExists(String name, Region region) {
    return has(Defect.IGNORES_A_RUNTIMES_REGION)
        ? service.runtimes.containsKey(name)
        : region.equals(service.runtimes.get(name));
  }

  @Override
  public void createIntegrationRuntime(String name, Region region) {
    if (!service.runtimes.containsKey(name)) {
      account.far.writes++;
      service.runtimes.put(name, region);
    }
  }

  @Override
  public boolean isConnected(
      Connections connections, AppCredential credential, Predicate<String> isGood) {
    Optional<Map<String, String>> found =
        service.get(HostResource.LINKED_SERVICE, named(connections.appName()));
    Map<String, String> asked = asked(connections);
    if (has(Defect.IGNORES_WHOSE_THE_CONNECTIONS_ARE)) {
      asked.remove("applicationId");
    }
    if (has(Defect.OVERLOOKS_CHANGED_LINKED_SERVICES)) {
      asked.remove("storage");
    }
    return found
        .filter(members -> isMet(asked, members))
        .filter(members -> isGood.test(members.get("secret")))
        .isPresent();
  }

  @Override
  public void connect(Connections connections, SignIn signIn) {
    Map<String, String> asked = asked(connections);
    asked.put("secret", signIn.secret().orElseThrow().entry().keyId());
    write(
        HostResource.LINKED_SERVICE,
        named(connections.appName()),
        asked,
        Defect.FORGETS_UNKNOWN_MEMBERS_OF_LINKED_SERVICES);
  }

  private static Map<String, String> asked(Connections connections) {
    Map<String, String> asked = new TreeMap<>();
    asked.put("applicationId", connections.applicationId());
    asked.put("storage", connections.storageEndpoint().toString());
    return asked;
  }

  @Override
  public int deploy(PipelineSpec spec) {
    String name = named(spec.name());
    return deploy(
            HostResource.DATASET,
            name,
            new TreeMap<>(Map.of("dataset", spec.dataset(), "folder", folder(spec))),
            Defect.OVERLOOKS_CHANGED_DATASETS,
            Defect.FORGETS_UNKNOWN_MEMBERS_OF_DATASETS)
        + deploy(
            HostResource.PIPELINE,
            name,
            pipeline(spec),
            Defect.OVERLOOKS_CHANGED_PIPELINES,
            Defect.FORGETS_UNKNOWN_MEMBERS_OF_PIPELINES);
  }

  private int deploy(
      HostResource kind, String name, Map<String, String> asked, Defect blind, Defect forgetful) {
    Optional<Map<String, String>> found = service.get(kind, name);
    boolean stands = found.filter(members -> has(blind) || isMet(asked, members)).isPresent();
    if (stands && !has(Defect.WRITES_AGAIN_WHEN_NOTHING_CHANGED)) {
      return 0;
    }
    write(kind, name, asked, forgetful);
    return stands ? 0 : 1;
  }

  @Override
  public Optional<FoundPipeline> describe(String name) {
    return Optional.empty();
  }

  @Override
  public Stream<String> names() {
    return List.copyOf(service.resources.get(HostResource.PIPELINE).keySet()).stream();
  }

  private Map<String, String> pipeline(PipelineSpec spec) {
    Map<String, String> members = asked(spec.connections());
    members.put("dataset", spec.dataset());
    members.put("columns", String.join(",", spec.columns()));
    members.put("container", spec.container());
    members.put("folder", folder(spec));
    members.put(
        "filter",
        spec.scope() instanceof Scope.Filter filter
            ? escaped(filter.uri(), Defect.TAKES_A_FILTER_FOR_AN_EXPRESSION)
            : "");
    return members;
  }

  private String folder(PipelineSpec spec) {
    return escaped(spec.folder(), Defect.TAKES_A_FOLDER_FOR_AN_EXPRESSION);
  }

  private String escaped(String text, Defect careless) {
    return has(careless) ? text : text.replace("@", "@@");
  }

  private static boolean isMet(Map<String, String> asked, Map<String, String> found) {
    return found.entrySet().containsAll(asked.entrySet());
  }

  private void write(HostResource kind, String name, Map<String, String> asked, Defect forgetful) {
    Map<String, String> members = new LinkedHashMap<>();
    if (!has(forgetful)) {
      service.get(kind, name).ifPresent(members::putAll);
    }
    members.putAll(asked);
    Runnable put = () -> service.put(kind, name, members);
    if (kind == HostResource.PIPELINE) {
      Safety safety = has(Defect.GIVES_UP_A_LOST_WRITE) ? Safety.ONCE : Safety.REPEATABLE;
      send(
          Call.PUT_PIPELINE,
          safety,
          "write pipeline '" + name + "'",
          Defect.DOES_NOT_WAIT_TO_WRITE,
          () -> {
            put.run();
            return name;
          });
    } else {
      put.run();
    }
  }

  private String named(String name) {
    String spelled =
        has(Defect.SPELLS_NAMES_IN_ASCII) ? name.replaceAll("[^\\x00-\\x7f]", "_") : name;
    if (has(Defect.REFUSES_LONG_NAMES) && spelled.length() > 70) {
      throw new RejectedException(
          Problem.of("use the name '" + name + "'", "it is too long.", "Cut it."), null);
    }
    return has(Defect.CUTS_LONG_NAMES) && spelled.length() > 60
        ? spelled.substring(0, 60)
        : spelled;
  }

  @Override
  public String start(String pipeline, Map<String, String> parameters) {
    Map<String, String> sent = new TreeMap<>(parameters);
    if (has(Defect.SPELLS_VALUES_IN_ASCII)) {
      sent.replaceAll((key, value) -> value.replaceAll("[^\\x00-\\x7f]", "?"));
    }
    if (has(Defect.TAKES_A_PARAMETER_FOR_AN_EXPRESSION)) {
      sent.replaceAll((key, value) -> value.startsWith("@") ? "evaluated" : value);
    }
    String id =
        send(
            Call.CREATE_RUN,
            has(Defect.REPEATS_A_LOST_START) ? Safety.REPEATABLE : Safety.ONCE,
            "start pipeline '" + pipeline + "'",
            Defect.DOES_NOT_WAIT_TO_START,
            () -> service.start(named(pipeline), sent));
    account.started.add(id);
    return id;
  }

  @Override
  public Optional<String> findRun(String pipeline, String runKey, Instant since) {
    if (has(Defect.DOES_NOT_LOOK_AGAIN) && notFound.contains(runKey)) {
      return Optional.empty();
    }
    int pages = has(Defect.READS_TWO_PAGES) ? 2 : Integer.MAX_VALUE;
    for (int page = 0; page < pages; page++) {
      List<Run> runs = service.page(named(pipeline), page);
      Optional<String> found =
          runs.stream()
              .filter(run -> runKey.equals(run.parameters.get(RUN_KEY)))
              .filter(run -> !run.start.isBefore(since))
              .map(run -> run.id)
              .findFirst();
      if (found.isPresent() || runs.isEmpty()) {
        found.ifPresentOrElse(account.started::add, () -> notFound.add(runKey));
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<RunState> find(String runId) {
    Optional<Run> found =
        send(
            Call.GET_RUN,
            Safety.REPEATABLE,
            "look at run " + runId,
            Defect.DOES_NOT_WAIT_TO_READ,
            () -> service.find(runId));
    if (has(Defect.KNOWS_ONLY_ITS_OWN_RUNS) && !account.started.contains(runId)) {
      found = Optional.empty();
    }
    if (found.isEmpty()
        && service.runs.containsKey(runId)
        && has(Defect.FAILS_WHEN_A_RUN_SHOWS_LATE)) {
      throw new NotFoundException(
          Problem.of("look at run " + runId, "there is none.", "Look at its id."), null);
    }
    if (found.isEmpty() && service.runs.isEmpty() && has(Defect.INVENTS_RUNS)) {
      return Optional.of(invented(runId));
    }
    if (has(Defect.SWAPS_RUNS)) {
      found = found.map(run -> service.runs.values().stream().reduce((a, b) -> b).orElse(run));
    }
    return found.map(this::read);
  }

  private RunState invented(String runId) {
    return new RunState(
        runId,
        service.resources.get(HostResource.PIPELINE).keySet().stream().findFirst().orElse("none"),
        Map.of(RUN_KEY, "invented"),
        RunStage.QUEUED,
        "waiting",
        account.far.time.now(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private RunState read(Run run) {
    RunStage stage = stage(run);
    return new RunState(
        run.id,
        run.pipeline,
        run.parameters,
        stage,
        run.state,
        run.start,
        has(Defect.TELLS_NO_END) ? Optional.empty() : run.end,
        OptionalLong.empty(),
        OptionalLong.empty(),
        stage == RunStage.FAILED
            ? Optional.of(new Failure("2200", message(run), "copy"))
            : Optional.empty());
  }

  private RunStage stage(Run run) {
    Duration age = Duration.between(run.start, account.far.time.now());
    return switch (run.state) {
      case "waiting" -> RunStage.QUEUED;
      case "starting" -> RunStage.INITIALIZING;
      case "reading" -> RunStage.EXTRACTING;
      case "writing" ->
          has(Defect.MISSES_A_STAGE)
                  || (has(Defect.GOES_BACK_A_STAGE) && age.compareTo(Duration.ofMinutes(40)) > 0)
              ? RunStage.EXTRACTING
              : RunStage.PERSISTING;
      case "done" -> RunStage.SUCCEEDED;
      case "failed" -> RunStage.FAILED;
      case "stopped" ->
          has(Defect.CALLS_A_CANCELLED_RUN_FAILED) ? RunStage.FAILED : RunStage.CANCELLED;
      default ->
          has(Defect.TAKES_AN_UNKNOWN_STATE_FOR_FAILURE) ? RunStage.FAILED : RunStage.UNRECOGNIZED;
    };
  }

  private String message(Run run) {
    Map<Defect, String> hidden =
        Map.of(
            Defect.HIDES_MISSING_CONSENT, "app_denied",
            Defect.HIDES_UNAUTHORIZED_COLUMNS, "sender",
            Defect.HIDES_WHAT_THE_SINK_SAID, "access denied",
            Defect.HIDES_WHAT_THE_ACTIVITY_SAID, "out of order");
    String lower = run.message.toLowerCase(Locale.ROOT);
    boolean hides = host.defect().map(hidden::get).filter(lower::contains).isPresent();
    return hides ? "Something went wrong." : run.message;
  }

  @Override
  public void cancel(String runId) {
    if (!host.capabilities().contains(Capability.CANCEL)) {
      throw new RejectedException(
          Problem.of("cancel run " + runId, "this host cannot stop a run.", "Let it end."), null);
    }
    Run run = service.runs.get(runId);
    if (run.end.isPresent()) {
      if (has(Defect.COMPLAINS_OF_A_RUN_THAT_HAS_ENDED)) {
        throw new RejectedException(
            Problem.of("cancel run " + runId, "it has ended.", "Leave it."), null);
      }
    } else if (!has(Defect.DOES_NOT_CANCEL)) {
      account.far.writes++;
      service.end(run, "stopped", "");
    }
  }

  private <T> T send(Call call, Safety safety, String attempt, Defect hasty, Supplier<T> work) {
    for (int retries = 0; ; retries++) {
      Optional<Duration> pause;
      RuntimeException failure;
      try {
        return service.call(call, work);
      } catch (Refused e) {
        String asked = has(hasty) ? "0" : Long.toString(e.retryAfter.toSeconds());
        pause = schedule.pause(retries, safety, OptionalInt.of(429), Optional.of(asked));
        failure = throttled(attempt);
      } catch (Lost e) {
        pause = schedule.pause(retries, safety, OptionalInt.empty(), Optional.empty());
        failure = lost(attempt, call);
      }
      if (pause.isEmpty()) {
        throw failure;
      }
      account.far.time.advance(pause.get());
    }
  }

  private DataConnectException throttled(String attempt) {
    Problem problem = Problem.of(attempt, "it is asked too often.", "Come back later.");
    return has(Defect.CALLS_THROTTLING_AN_OUTAGE)
        ? new ServiceUnavailableException(problem, null)
        : new ThrottledException(problem, null);
  }

  private DataConnectException lost(String attempt, Call call) {
    Problem problem = Problem.of(attempt, "no answer came.", "Look for it.");
    return call == Call.CREATE_RUN && !has(Defect.CALLS_A_LOST_START_FAILED)
        ? new OutcomeUnknownException(problem, null)
        : new ServiceUnavailableException(problem, null);
  }
}
