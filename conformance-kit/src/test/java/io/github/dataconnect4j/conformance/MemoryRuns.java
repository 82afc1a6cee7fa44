package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.conformance.MemoryService.Run;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.shared.RetrySchedule.Safety;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Failure;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** The runs of a {@link MemoryPipelines}. */
final class MemoryRuns {

  private final MemoryAccount account;
  private final MemoryHost host;
  private final MemoryService service;
  private final MemoryCalls calls;
  private final Set<String> notFound = new HashSet<>();

  MemoryRuns(MemoryAccount account, MemoryHost host, MemoryService service, MemoryCalls calls) {
    this.account = account;
    this.host = host;
    this.service = service;
    this.calls = calls;
  }

  private boolean has(Defect defect) {
    return host.has(defect);
  }

  String start(String pipeline, Map<String, String> parameters) {
    Map<String, String> sent = new TreeMap<>(parameters);
    if (has(Defect.SPELLS_VALUES_IN_ASCII)) {
      sent.replaceAll((key, value) -> value.replaceAll("[^\\x00-\\x7f]", "?"));
    }
    if (has(Defect.TAKES_A_PARAMETER_FOR_AN_EXPRESSION)) {
      sent.replaceAll((key, value) -> value.startsWith("@") ? "evaluated" : value);
    }
    writeWindow(pipeline, parameters);
    String id =
        calls.send(
            Call.CREATE_RUN,
            has(Defect.REPEATS_A_LOST_START) ? Safety.REPEATABLE : Safety.ONCE,
            "start pipeline '" + pipeline + "'",
            Defect.DOES_NOT_WAIT_TO_START,
            () -> service.start(pipeline, sent));
    account.started.add(id);
    return id;
  }

  /** Some defects have a pipeline go by a window of its own, whatever its parameters say. */
  private void writeWindow(String pipeline, Map<String, String> parameters) {
    Map<String, String> members =
        new TreeMap<>(service.resources.get(HostResource.PIPELINE).get(pipeline));
    if (has(Defect.KEEPS_THE_FIRST_WINDOW)) {
      members.putIfAbsent(Pipelines.START, parameters.get(Pipelines.START));
      members.putIfAbsent(Pipelines.END, parameters.get(Pipelines.END));
    }
    if (has(Defect.MOVES_THE_WINDOW_BY_A_YEAR)) {
      members.put(Pipelines.START, earlier(parameters.get(Pipelines.START), 365));
      members.put(Pipelines.END, earlier(parameters.get(Pipelines.END), 365));
    }
    if (has(Defect.ENDS_THE_WINDOW_A_DAY_EARLY)) {
      members.put(Pipelines.END, earlier(parameters.get(Pipelines.END), 1));
    }
    service.resources.get(HostResource.PIPELINE).put(pipeline, members);
  }

  private static String earlier(String instant, int days) {
    return Instant.parse(instant).minus(Duration.ofDays(days)).toString();
  }

  Optional<String> findRun(String pipeline, String runKey, Instant since) {
    if (has(Defect.DOES_NOT_LOOK_AGAIN) && notFound.contains(runKey)) {
      return Optional.empty();
    }
    int pages = has(Defect.READS_TWO_PAGES) ? 2 : Integer.MAX_VALUE;
    for (int page = 0; page < pages; page++) {
      List<Run> runs = service.page(pipeline, page);
      Optional<String> found =
          runs.stream()
              .filter(run -> runKey.equals(run.parameters.get(Pipelines.RUN_KEY)))
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

  Optional<RunState> find(String runId) {
    Optional<Run> found =
        calls.send(
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
        Map.of(Pipelines.RUN_KEY, "invented"),
        RunStage.QUEUED,
        "waiting",
        account.far.time.now(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Map.of());
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
        bytes(run),
        run.end.isPresent() ? OptionalLong.of(1) : OptionalLong.empty(),
        stage == RunStage.FAILED
            ? Optional.of(new Failure("2200", message(run), "copy"))
            : Optional.empty(),
        Map.of("copy", columns(run)));
  }

  private OptionalLong bytes(Run run) {
    return run.end.isPresent()
        ? OptionalLong.of(has(Defect.REPORTS_TWICE_THE_BYTES) ? 2 * run.bytes : run.bytes)
        : OptionalLong.empty();
  }

  private List<String> columns(Run run) {
    List<String> columns = MemoryService.columns(run.members);
    return has(Defect.TELLS_OTHER_COLUMNS) ? List.of("subject") : columns;
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

  void cancel(String runId) {
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
}
