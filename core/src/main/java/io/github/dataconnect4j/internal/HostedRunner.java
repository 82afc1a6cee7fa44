package io.github.dataconnect4j.internal;

import io.github.dataconnect4j.BlobContainer;
import io.github.dataconnect4j.Landing;
import io.github.dataconnect4j.Registration;
import io.github.dataconnect4j.Scope;
import io.github.dataconnect4j.consent.AccessRequest;
import io.github.dataconnect4j.consent.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.consent.AuthorizationRules;
import io.github.dataconnect4j.consent.Verdict;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Selection;
import io.github.dataconnect4j.error.ConsentException;
import io.github.dataconnect4j.error.NotFoundException;
import io.github.dataconnect4j.error.NotPermittedException;
import io.github.dataconnect4j.error.Problem;
import io.github.dataconnect4j.pipeline.Copy;
import io.github.dataconnect4j.pipeline.ExistingPipeline;
import io.github.dataconnect4j.pipeline.PipelineRun;
import io.github.dataconnect4j.pipeline.PipelineRunner;
import io.github.dataconnect4j.pipeline.RunOutput;
import io.github.dataconnect4j.spi.CloudAccount;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.Connections;
import io.github.dataconnect4j.spi.Pipelines.PipelineSpec;
import io.github.dataconnect4j.spi.Pipelines.RunState;
import io.github.dataconnect4j.spi.Pipelines.Window;
import io.github.dataconnect4j.spi.RegistrationPortal.Entry;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs copies on the host of a landing. */
final class HostedRunner implements PipelineRunner {

  private static final Logger LOG = LoggerFactory.getLogger(HostedRunner.class);

  private final CloudAccount account;
  private final Registration registration;
  private final Entry entry;
  private final StorageAccount storage;
  private final Landing landing;
  private final Pipelines pipelines;

  HostedRunner(
      CloudAccount account, Registration registration, Entry entry, StorageAccount storage) {
    this.account = account;
    this.registration = registration;
    this.entry = entry;
    this.storage = storage;
    this.landing = registration.landing();
    this.pipelines = landing.host().connect(account, landing.resourceGroup());
  }

  @Override
  public PipelineRun start(Copy copy) {
    PipelineSpec spec = spec(copy);
    requireConsent(spec);
    int writes = pipelines.deploy(spec);
    String key = RunNames.newKey(account.cloud().time().now(), account.cloud().chance());
    String id =
        new RunStart(account, pipelines).send(spec.name(), parameters(copy, key), Optional.of(key));
    LOG.info("started runId={} runKey={} pipeline={} writes={}", id, key, spec.name(), writes);
    return new PolledRun(
        account,
        pipelines,
        RunId.of(id, key, spec.name()),
        OutputPlace.own(output(RunNames.runFolder(spec, key))),
        Optional.empty());
  }

  @Override
  public PipelineRun attach(String runId) {
    RunState state =
        pipelines.find(runId).orElseThrow(() -> notOurs(runId, "the host knows no such run."));
    String key = state.parameters().get(Pipelines.RUN_KEY);
    Optional<String> dataset = RunNames.dataset(landing.application(), state.pipeline());
    // Another application's prefix may begin with this one's: then no dataset is left of the name.
    if (key == null || dataset.flatMap(Catalog.builtIn()::find).isEmpty()) {
      throw notOurs(runId, "it is a run of pipeline '" + state.pipeline() + "'.");
    }
    String folder = RunNames.folder(landing.storage().folder(), dataset.get());
    return new PolledRun(
        account,
        pipelines,
        RunId.of(runId, key, state.pipeline()),
        OutputPlace.own(output(folder + "/" + key + "/")),
        Optional.of(state));
  }

  @Override
  public ExistingPipeline existing(String name) {
    return HandmadePipeline.find(account, pipelines, folders(), name);
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

  private PipelineSpec spec(Copy copy) {
    List<String> faults = new ArrayList<>(copy.faults());
    Optional<AuthorizedDataset> registered = registration.find(copy.dataset());
    if (registered.isEmpty()) {
      faults.add(
          copy.dataset().name()
              + " is not registered. Add it to the registration, or copy one of "
              + registration.datasets().stream()
                  .map(one -> one.selection().dataset().name())
                  .toList()
              + ".");
    }
    registered.ifPresent(
        one -> {
          columnFault(copy, one).ifPresent(faults::add);
          scopeFault(copy, one).ifPresent(faults::add);
        });
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
    return spec(copy, registered.orElseThrow());
  }

  private static Optional<String> columnFault(Copy copy, AuthorizedDataset registered) {
    Set<String> beyond = new LinkedHashSet<>();
    copy.selection().map(Selection::columns).ifPresent(beyond::addAll);
    beyond.removeAll(Set.copyOf(registered.selection().columns()));
    return beyond.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Columns "
                + beyond
                + " of "
                + copy.dataset().name()
                + " are not registered. Leave them out, or register them and have them approved.");
  }

  private static Optional<String> scopeFault(Copy copy, AuthorizedDataset registered) {
    return copy.scope()
        .filter(scope -> !scope.isWithin(registered.scope()))
        .map(
            scope ->
                "Scope '"
                    + scope
                    + "' of "
                    + copy.dataset().name()
                    + " is not within the registered one, '"
                    + registered.scope()
                    + "'. Leave out withScope(…) or narrow it, or register the scope and have it"
                    + " approved.");
  }

  private PipelineSpec spec(Copy copy, AuthorizedDataset registered) {
    String dataset = copy.dataset().shortName();
    List<String> columns = copy.selection().orElse(registered.selection()).columns();
    Scope scope = copy.scope().orElse(registered.scope());
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

  /** Refuses a run that must fail, before anything is made or charged for it. */
  private void requireConsent(PipelineSpec spec) {
    LoggedConsent consent = new LoggedConsent(account, entry);
    try {
      consent.refresh();
    } catch (NotPermittedException e) {
      // The service judges the run anyway; this check only saves the cost of one that must fail.
      LOG.warn("consent not checked before the run: {}", e.getMessage());
      return;
    }
    AccessRequest request =
        new AccessRequest(
            spec.connections().applicationId(),
            spec.connections().tenantId(),
            spec.dataset(),
            spec.columns(),
            destination(spec),
            entry.tenantId(),
            spec.scope());
    Verdict verdict =
        AuthorizationRules.judge(
            request, Optional.of(consent.decided()), account.cloud().time().now());
    if (!verdict.isAllowed()) {
      throw new ConsentException(
          RunFailures.consentProblem("start a copy of " + spec.dataset(), verdict)
              .andId("applicationId", entry.applicationId()),
          verdict,
          null);
    }
  }

  private static URI destination(PipelineSpec spec) {
    String account = spec.connections().storageEndpoint().toString();
    return URI.create(
        account + (account.endsWith("/") ? "" : "/") + spec.container() + "/" + spec.folder());
  }

  private static Map<String, String> parameters(Copy copy, String key) {
    return Map.of(
        Pipelines.RUN_KEY, key,
        Pipelines.START, copy.start().map(Instant::toString).orElse(""),
        Pipelines.END, copy.end().map(Instant::toString).orElse(""));
  }

  private HandmadeOutput.Folders folders() {
    return new HandmadeOutput.Folders() {
      @Override
      public RunOutput at(String folder) {
        return output(folder);
      }

      @Override
      public RunOutput at(String container, String folder) {
        return output(container, folder);
      }
    };
  }

  private RunOutput output(String folder) {
    return output(landing.storage().container(), folder);
  }

  private RunOutput output(String container, String folder) {
    // Whatever it was written through, every account is read through its blob endpoint.
    return new RunOutput(account.storage(), storage.blobEndpoint(), container, folder);
  }
}
