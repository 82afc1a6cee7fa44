package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.authorization.AccessRequest;
import io.github.dataconnect4j.authorization.AuthorizationRules;
import io.github.dataconnect4j.authorization.Verdict;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.shared.ServiceDetail;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Storage.DataRole;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A host's far side: it keeps resources as members by name, and runs pipelines. A text in which
 * {@code @} stands alone is an expression to it, and it knows none; {@code @@} is the sign itself.
 */
final class MemoryService {

  static final int RUNS_PER_PAGE = 2;
  static final int PIPELINES_PER_PAGE = 2;

  final Map<String, Region> runtimes = new HashMap<>();
  final Map<HostResource, Map<String, Map<String, String>>> resources =
      new EnumMap<>(HostResource.class);
  final Map<String, Run> runs = new LinkedHashMap<>();
  boolean made;

  private final MemoryCloud cloud;

  MemoryService(MemoryCloud cloud) {
    this.cloud = cloud;
    for (HostResource one : HostResource.values()) {
      resources.put(one, new TreeMap<>());
    }
  }

  /** A run, with the pipeline as it was at the start. */
  static final class Run {
    final String id;
    final String pipeline;
    final Map<String, String> members;
    final Map<String, String> parameters;
    final Instant start;
    final Instant shownFrom;
    String state = "waiting";
    String message = "";
    Optional<Instant> end = Optional.empty();
    long bytes;

    Run(
        String id,
        String pipeline,
        Map<String, String> members,
        Map<String, String> parameters,
        Instant start,
        Instant shownFrom) {
      this.id = id;
      this.pipeline = pipeline;
      this.members = members;
      this.parameters = parameters;
      this.start = start;
      this.shownFrom = shownFrom;
    }
  }

  /** A call over a network that fails by order. */
  <T> T call(Call call, Supplier<T> work) {
    Optional<Trouble> trouble = cloud.next(call);
    if (trouble.isEmpty()) {
      return work.get();
    }
    if (trouble.get().kind() == Trouble.Kind.THROTTLED) {
      throw new Refused(trouble.get().retryAfter());
    }
    T answer = trouble.get().kind() == Trouble.Kind.ANSWER_LOST ? work.get() : null;
    throw new Lost("on the way: " + answer);
  }

  Optional<Map<String, String>> get(HostResource kind, String name) {
    return Optional.ofNullable(resources.get(kind).get(name)).map(TreeMap::new);
  }

  void put(HostResource kind, String name, Map<String, String> members) {
    cloud.writes++;
    resources.get(kind).put(name, new TreeMap<>(members));
  }

  String start(String pipeline, Map<String, String> parameters) {
    cloud.writes++;
    Instant now = cloud.time.now();
    Run run =
        new Run(
            cloud.newId(),
            pipeline,
            resources.get(HostResource.PIPELINE).get(pipeline),
            Map.copyOf(parameters),
            now,
            now.plus(cloud.lag));
    runs.put(run.id, run);
    after(1, run, () -> begin(run));
    after(5, run, () -> run.state = "reading");
    after(35, run, () -> persist(run));
    after(45, run, () -> write(run));
    return run.id;
  }

  private void after(int minutes, Run run, Runnable step) {
    cloud.time.schedule(
        Duration.ofMinutes(minutes),
        () -> {
          if (run.end.isEmpty() && !run.state.equals("hibernating")) {
            step.run();
          }
        });
  }

  private void begin(Run run) {
    run.state = "starting";
    if (!run.message.isEmpty()) {
      end(run, "failed", run.message);
      return;
    }
    List<String> texts = List.of(run.members.get("folder"), run.members.get("filter"));
    if (texts.stream().anyMatch(text -> text.replace("@@", "").contains("@"))) {
      end(run, "failed", "The expression cannot be evaluated.");
      return;
    }
    Verdict verdict = verdict(run);
    if (!verdict.isAllowed()) {
      end(run, "failed", envelope(ServiceDetail.write(verdict)));
    }
  }

  private Verdict verdict(Run run) {
    String applicationId = run.members.get("applicationId");
    String filter = plain(run.members.get("filter"));
    return AuthorizationRules.judge(
        new AccessRequest(
            applicationId,
            MemoryCloud.TENANT,
            run.members.get("dataset"),
            columns(run.members),
            URI.create(run.members.get("storage") + run.members.get("container")),
            MemoryCloud.TENANT,
            filter.isEmpty() ? Scope.everyone() : Scope.filter(filter)),
        cloud.decided(applicationId),
        cloud.time.now());
  }

  /** The columns that a pipeline of these members asks for. */
  static List<String> columns(Map<String, String> members) {
    return members.containsKey("columns") ? List.of(members.get("columns").split(",")) : List.of();
  }

  private void persist(Run run) {
    run.state = "writing";
    String account = URI.create(run.members.get("storage")).getHost().replaceAll("\\..*", "");
    String writer = "principal of " + run.members.get("applicationId");
    if (!cloud.standing.contains(DataRole.BLOB_DATA_CONTRIBUTOR + " " + account + " " + writer)) {
      end(
          run,
          "failed",
          envelope("Access denied: the app does not hold Storage Blob Data Contributor."));
    }
  }

  private void write(Run run) {
    String folder =
        // One account, whichever endpoint it is reached at.
        run.members.get("storage").replace(".dfs.", ".blob.")
            + run.members.get("container")
            + "/"
            + plain(run.members.get("folder"))
            + "/"
            + run.parameters.get(Pipelines.RUN_KEY)
            + "/";
    List<String> rows = MemoryRows.copied(cloud.messages, run.members, run.parameters);
    byte[] content = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
    run.bytes = content.length;
    cloud.write(folder + "rows.json", content);
    cloud.write(folder + "metadata/JobMetadata", "{\"NumberOfRowsExtracted\":" + rows.size() + "}");
    end(run, "done", "");
  }

  void end(Run run, String state, String message) {
    run.state = state;
    run.message = message;
    run.end = Optional.of(cloud.time.now());
  }

  /** The runs of a pipeline, newest first: those of one page. */
  List<Run> page(String pipeline, int page) {
    List<Run> all =
        new ArrayList<>(
            runs.values().stream()
                .filter(run -> run.pipeline.equals(pipeline))
                .filter(this::isShown)
                .toList());
    Collections.reverse(all);
    return all.stream().skip((long) page * RUNS_PER_PAGE).limit(RUNS_PER_PAGE).toList();
  }

  /** The names of the pipelines: those of one page. */
  List<String> pipelines(int page) {
    return resources.get(HostResource.PIPELINE).keySet().stream()
        .skip((long) page * PIPELINES_PER_PAGE)
        .limit(PIPELINES_PER_PAGE)
        .toList();
  }

  Optional<Run> find(String id) {
    return Optional.ofNullable(runs.get(id)).filter(this::isShown);
  }

  private boolean isShown(Run run) {
    return !cloud.time.now().isBefore(run.shownFrom);
  }

  static String envelope(String detail) {
    return "ErrorCode=UserErrorOffice365DataLoaderError,'Message=Office365 data loading failed to"
        + " execute. "
        + detail
        + ",Source=Memory,'";
  }

  private static String plain(String text) {
    return text.replace("@@", "@");
  }

  /** The answer "come back later". */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient Duration retryAfter;

    Refused(Duration retryAfter) {
      this.retryAfter = retryAfter;
    }
  }

  /** No answer. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost(String message) {
      super(message);
    }
  }
}
