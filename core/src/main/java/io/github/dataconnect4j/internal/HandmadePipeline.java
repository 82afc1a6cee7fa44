package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.pipeline.ExistingPipeline;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.FoundPipeline.FoundCopy;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pipeline of others', on the host of a landing. */
final class HandmadePipeline implements ExistingPipeline {

  private static final Logger LOG = LoggerFactory.getLogger(HandmadePipeline.class);

  /** The most names to list when one is not found. */
  private static final int MOST_NAMES = 20;

  private final CloudAccount account;
  private final Pipelines pipelines;
  private final FoundPipeline found;
  private final HandmadeOutput output;

  private HandmadePipeline(
      CloudAccount account, Pipelines pipelines, FoundPipeline found, HandmadeOutput output) {
    this.account = account;
    this.pipelines = pipelines;
    this.found = found;
    this.output = output;
  }

  /**
   * Looks the pipeline up.
   *
   * @param folders the folders of the landing's storage account
   */
  static HandmadePipeline find(
      CloudAccount account, Pipelines pipelines, OutputFolders folders, String name) {
    FoundPipeline found =
        pipelines
            .describe(Objects.requireNonNull(name, "name"))
            .orElseThrow(() -> missing(pipelines, name));
    return new HandmadePipeline(account, pipelines, found, HandmadeOutput.of(found, folders));
  }

  private static NotFoundException missing(Pipelines pipelines, String name) {
    List<String> names = pipelines.names().limit(MOST_NAMES + 1L).toList();
    String some = String.join("', '", names.subList(0, Math.min(MOST_NAMES, names.size())));
    String known =
        names.isEmpty()
            ? "The host has no pipelines at all."
            : "There are '" + some + (names.size() > MOST_NAMES ? "' and more." : "'.");
    return new NotFoundException(
        Problem.of(
                "find pipeline '" + name + "'",
                "its host has none of that name.",
                known + " Publish it if it is a draft in the studio.")
            .andId("pipeline", name),
        null);
  }

  @Override
  public String name() {
    return found.name();
  }

  @Override
  public Set<String> parameters() {
    return found.parameters().keySet();
  }

  @Override
  public List<String> copies() {
    return found.copies().stream().map(FoundCopy::activity).toList();
  }

  @Override
  public ExistingPipeline readingCopy(String activity) {
    if (!copies().contains(Objects.requireNonNull(activity, "activity"))) {
      throw new IllegalArgumentException(
          "Activity '"
              + activity
              + "' is not one of "
              + copies()
              + ", which copy from Microsoft 365 in pipeline '"
              + name()
              + "'. Take one of these.");
    }
    return new HandmadePipeline(account, pipelines, found, output.ofCopy(activity));
  }

  @Override
  public ExistingPipeline readingFrom(String folder) {
    return new HandmadePipeline(account, pipelines, found, output.in(folder));
  }

  @Override
  public PipelineRun start(Map<String, String> parameters) {
    requireFit(parameters);
    output.requireKnown();
    Optional<String> key =
        takesKey()
            ? Optional.of(RunNames.newKey(account.cloud().time().now(), account.cloud().chance()))
            : Optional.empty();
    Map<String, String> sent = new HashMap<>(parameters);
    key.ifPresent(some -> sent.put(Pipelines.RUN_KEY, some));
    String id = new RunStart(account, pipelines).send(name(), sent, key);
    LOG.info("started runId={} runKey={} pipeline={}", id, key.orElse("none"), name());
    return run(id, key, sent, Optional.empty());
  }

  private boolean takesKey() {
    return found.parameters().containsKey(Pipelines.RUN_KEY);
  }

  private void requireFit(Map<String, String> parameters) {
    List<String> faults = new ArrayList<>();
    for (String given : new TreeSet<>(parameters.keySet())) {
      if (!found.parameters().containsKey(given)) {
        faults.add(
            "Parameter '"
                + given
                + "' is not one that pipeline '"
                + name()
                + "' declares. It has "
                + parameters()
                + ".");
      }
    }
    if (takesKey() && parameters.containsKey(Pipelines.RUN_KEY)) {
      faults.add(
          "Parameter '"
              + Pipelines.RUN_KEY
              + "' tells each run from all others and is made here. Leave it out.");
    }
    found
        .parameters()
        .forEach(
            (declared, preset) -> {
              if (preset.isEmpty()
                  && !declared.equals(Pipelines.RUN_KEY)
                  && !parameters.containsKey(declared)) {
                faults.add(
                    "Parameter '"
                        + declared
                        + "' of pipeline '"
                        + name()
                        + "' has no value and no default value. Give it one.");
              }
            });
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
  }

  @Override
  public PipelineRun attach(String runId) {
    RunState state =
        pipelines
            .find(Objects.requireNonNull(runId, "runId"))
            .orElseThrow(() -> notItsRun(runId, "the host knows no such run."));
    // The services do not tell upper from lower case in names.
    if (!state.pipeline().equalsIgnoreCase(name())) {
      throw notItsRun(runId, "it is a run of pipeline '" + state.pipeline() + "'.");
    }
    Optional<String> key =
        Optional.ofNullable(state.parameters().get(Pipelines.RUN_KEY))
            .filter(Predicate.not(String::isBlank));
    return run(runId, key, state.parameters(), Optional.of(state));
  }

  private NotFoundException notItsRun(String runId, String reason) {
    return new NotFoundException(
        Problem.of(
                "attach to run " + runId + " of pipeline '" + name() + "'",
                reason,
                "Take the id that PipelineRun.id() or the host's monitor gave; a host keeps its"
                    + " runs for 45 days.")
            .andId("runId", runId),
        null);
  }

  private PipelineRun run(
      String id, Optional<String> key, Map<String, String> parameters, Optional<RunState> state) {
    Map<String, String> values = new HashMap<>();
    found
        .parameters()
        .forEach((name, preset) -> preset.ifPresent(value -> values.put(name, value)));
    values.putAll(parameters);
    return new PolledRun(
        account,
        pipelines,
        new RunId(id, key, name(), "runner.existing(\"" + name() + "\")"),
        output.place(id, values).with(output.copied()),
        state);
  }

  @Override
  public String toString() {
    return "pipeline " + name();
  }
}
