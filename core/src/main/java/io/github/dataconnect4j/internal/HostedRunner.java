package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.cloud.BlobContainer;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.onboarding.Landing;
import io.github.dataconnect4j.onboarding.Registration;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.ExistingPipeline;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.PipelineRunner;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import io.github.dataconnect4j.spi.Pipelines.Window;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs copies on the host of a landing. */
final class HostedRunner implements PipelineRunner {

  private static final Logger LOG = LoggerFactory.getLogger(HostedRunner.class);

  private final CloudAccount account;
  private final Registration registration;
  private final Entry entry;
  private final StorageAccount storage;
  private final OutputFolders folders;
  private final Landing landing;
  private final Pipelines pipelines;

  HostedRunner(
      CloudAccount account, Registration registration, Entry entry, StorageAccount storage) {
    this.account = account;
    this.registration = registration;
    this.entry = entry;
    this.storage = storage;
    this.landing = registration.landing();
    this.folders = OutputFolders.of(account.storage(), storage, landing.storage().container());
    this.pipelines = landing.host().connect(account, landing.resourceGroup());
  }

  @Override
  public PipelineRun start(Copy<?> copy) {
    CopyCheck check = new CopyCheck(account, registration, entry);
    AuthorizedDataset registered = check.requireRegistered(copy);
    Selection<?> selection = selection(copy, registered);
    PipelineSpec spec = spec(copy, selection, copy.scope().orElse(registered.scope()));
    check.requireApproved(spec);
    int writes = pipelines.deploy(spec);
    String key = RunNames.newKey(account.cloud().time().now(), account.cloud().chance());
    String id =
        new RunStart(account, pipelines).send(spec.name(), parameters(copy, key), Optional.of(key));
    LOG.info("started runId={} runKey={} pipeline={} writes={}", id, key, spec.name(), writes);
    return new PolledRun(
        account,
        pipelines,
        RunId.of(id, key, spec.name()),
        OutputPlace.own(folders.at(RunNames.runFolder(spec, key))).with(Copied.asAsked(selection)),
        Optional.empty());
  }

  @Override
  public PipelineRun attach(String runId) {
    RunState state =
        pipelines.find(runId).orElseThrow(() -> notOurs(runId, "the host knows no such run."));
    String key = state.parameters().get(Pipelines.RUN_KEY);
    Optional<Dataset<?>> dataset =
        RunNames.dataset(landing.application(), state.pipeline()).flatMap(this::dataset);
    // Another application's prefix may begin with this one's: then no dataset is left of the name.
    if (key == null || dataset.isEmpty()) {
      throw notOurs(runId, "it is a run of pipeline '" + state.pipeline() + "'.");
    }
    String folder = RunNames.folder(landing.storage().folder(), dataset.get().shortName());
    return new PolledRun(
        account,
        pipelines,
        RunId.of(runId, key, state.pipeline()),
        OutputPlace.own(folders.at(folder + "/" + key + "/"))
            .with(new CopiedByOurs(pipelines, state.pipeline(), dataset.get())),
        Optional.of(state));
  }

  private Optional<Dataset<?>> dataset(String shortName) {
    return registration.datasets().stream()
        .<Dataset<?>>map(one -> one.selection().dataset())
        .filter(one -> one.shortName().equals(shortName))
        .findFirst()
        .or(() -> Catalog.builtIn().find(shortName));
  }

  @Override
  public ExistingPipeline existing(String name) {
    return HandmadePipeline.find(account, pipelines, folders, name);
  }

  private NotFoundException notOurs(String runId, String reason) {
    return new NotFoundException(
        Problem.of(
                "attach to run " + runId + " of app '" + landing.application() + "'",
                reason,
                "Take the id that PipelineRun.id() gave; a host keeps its runs for 45 days.")
            .andId("runId", runId),
        null);
  }

  private static Selection<?> selection(Copy<?> copy, AuthorizedDataset registered) {
    return copy.selection().<Selection<?>>map(own -> own).orElse(registered.selection());
  }

  private PipelineSpec spec(Copy<?> copy, Selection<?> selection, Scope scope) {
    String dataset = copy.dataset().shortName();
    List<String> columns = selection.columns();
    Window window = new Window(copy.start().isPresent(), copy.dateColumn());
    BlobContainer container = landing.storage();
    Connections connections = Ground.connections(account, landing, entry.applicationId(), storage);
    return new PipelineSpec(
        RunNames.pipeline(landing.application(), dataset, columns, scope, window, container),
        connections,
        copy.dataset().name(),
        columns,
        window,
        scope,
        container.container(),
        RunNames.folder(container.folder(), dataset));
  }

  private static Map<String, String> parameters(Copy<?> copy, String key) {
    return Map.of(
        Pipelines.RUN_KEY, key,
        Pipelines.START, copy.start().map(Instant::toString).orElse(""),
        Pipelines.END, copy.end().map(Instant::toString).orElse(""));
  }
}
