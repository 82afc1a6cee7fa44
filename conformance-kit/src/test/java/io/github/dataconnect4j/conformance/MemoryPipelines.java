package io.github.dataconnect4j.conformance;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.error.RejectedException;
import io.github.dataconnect4j.shared.RetrySchedule.Safety;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.FoundPipeline.FoundCopy;
import io.github.dataconnect4j.spi.FoundPipeline.Part;
import io.github.dataconnect4j.spi.FoundPipeline.SinkPath;
import io.github.dataconnect4j.spi.Pipelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The client of a {@link MemoryService}. All that a defect changes is here. */
final class MemoryPipelines implements Pipelines {

  /** A text, or the name of something in braces. */
  private static final Pattern PATH = Pattern.compile("\\{(?<inner>\\w+)\\}|[^{]+");

  private final MemoryAccount account;
  private final MemoryHost host;
  private final MemoryService service;
  private final MemoryCalls calls;
  private final MemoryRuns runs;

  MemoryPipelines(MemoryAccount account, MemoryHost host) {
    this.account = account;
    this.host = host;
    this.service = account.far.service(host.name());
    this.calls = new MemoryCalls(account, service, host::has);
    this.runs = new MemoryRuns(account, host, service, calls);
  }

  private boolean has(Defect defect) {
    return host.has(defect);
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
    asked.put("credential", credential.toString());
    if ((has(Defect.WRITES_CERTIFICATES_AGAIN) && credential instanceof AppCredential.Certificate)
        || (has(Defect.WRITES_REFERENCES_AGAIN) && !credential.takesClientSecret())) {
      return false;
    }
    if (has(Defect.IGNORES_WHOSE_THE_CONNECTIONS_ARE)) {
      asked.remove("applicationId");
    }
    if (has(Defect.OVERLOOKS_CHANGED_LINKED_SERVICES)) {
      asked.remove("storage");
    }
    return found
        .filter(members -> isMet(asked, members))
        .filter(members -> !credential.takesClientSecret() || isGood.test(members.get("secret")))
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
    Map<String, String> asked = asked(connections);
    asked.put("credential", signIn.credential().toString());
    signIn.secret().ifPresent(secret -> asked.put("secret", secret.entry().keyId()));
    write(
        HostResource.LINKED_SERVICE,
        named(connections.appName()),
        asked,
        Defect.FORGETS_UNKNOWN_MEMBERS_OF_LINKED_SERVICES);
  }

  private Map<String, String> asked(Connections connections) {
    Map<String, String> asked = new TreeMap<>();
    asked.put("applicationId", connections.applicationId());
    String storage = connections.storageEndpoint().toString();
    asked.put(
        "storage", has(Defect.KNOWS_NO_DATA_LAKE) ? storage.replace(".dfs.", ".blob.") : storage);
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
    Optional<Map<String, String>> found = service.get(HostResource.PIPELINE, named(name));
    if (found.isEmpty() && has(Defect.DESCRIBES_WHAT_IS_NOT_THERE)) {
      return Optional.of(new FoundPipeline(name, Map.of(), List.of()));
    }
    return found.map(members -> described(name, members));
  }

  private FoundPipeline described(String name, Map<String, String> members) {
    List<Part> path = new ArrayList<>();
    Matcher parts = PATH.matcher(members.getOrDefault("path", ""));
    while (parts.find()) {
      String inner = has(Defect.READS_NO_EXPRESSION) ? null : parts.group("inner");
      path.add(
          inner == null
              ? new Part(Part.Kind.TEXT, parts.group())
              : inner.equals("run")
                  ? new Part(Part.Kind.RUN_ID, "")
                  : new Part(Part.Kind.PARAMETER, inner));
    }
    return new FoundPipeline(
        name,
        Map.of("box", Optional.ofNullable(members.get("box"))),
        List.of(
            new FoundCopy("copy", members.get("dataset"), columns(members), new SinkPath(path))));
  }

  private List<String> columns(Map<String, String> members) {
    List<String> columns = MemoryService.columns(members);
    return has(Defect.DESCRIBES_OTHER_COLUMNS) ? List.of("subject") : columns;
  }

  @Override
  public Stream<String> names() {
    int pages = has(Defect.NAMES_TWO_PAGES) ? 2 : Integer.MAX_VALUE;
    return IntStream.range(0, pages)
        .mapToObj(service::pipelines)
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream);
  }

  private Map<String, String> pipeline(PipelineSpec spec) {
    Map<String, String> members = asked(spec.connections());
    members.put("dataset", spec.dataset());
    members.put("columns", String.join(",", columns(spec)));
    spec.window()
        .column()
        .map(asked -> has(Defect.FILTERS_BY_ANOTHER_DATE_COLUMN) ? "receivedDateTime" : asked)
        .ifPresent(column -> members.put("dateColumn", column));
    members.put("container", spec.container());
    members.put("folder", folder(spec));
    members.put(
        "filter",
        spec.scope() instanceof Scope.Filter filter
            ? escaped(filter.uri(), Defect.TAKES_A_FILTER_FOR_AN_EXPRESSION)
            : "");
    return members;
  }

  private List<String> columns(PipelineSpec spec) {
    return has(Defect.COPIES_THE_FIRST_COLUMN_ONLY) ? spec.columns().subList(0, 1) : spec.columns();
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
      calls.send(
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
    return runs.start(named(pipeline), parameters);
  }

  @Override
  public Optional<String> findRun(String pipeline, String runKey, Instant since) {
    return runs.findRun(named(pipeline), runKey, since);
  }

  @Override
  public Optional<RunState> find(String runId) {
    return runs.find(runId);
  }

  @Override
  public void cancel(String runId) {
    runs.cancel(runId);
  }
}
