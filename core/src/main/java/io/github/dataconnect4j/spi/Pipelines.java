package io.github.dataconnect4j.spi;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.cloud.StorageKind;
import io.github.dataconnect4j.dataset.Scope;
import io.github.dataconnect4j.pipeline.RunStage;
import io.github.dataconnect4j.spi.Directory.AddedSecret;
import io.github.dataconnect4j.spi.Storage.StorageAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The pipelines of one host.
 *
 * <p>Resources compare by what was asked for: whatever else the service or a person added to one is
 * left alone.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface Pipelines {

  /** The parameter that a run's key travels in. */
  String RUN_KEY = "runKey";

  /** The parameter for the first instant of the window. */
  String START = "start";

  /** The parameter for the first instant after the window. */
  String END = "end";

  boolean hostExists();

  /** Makes the host; one that exists is left as it is. Returns when it can be used. */
  void createHost(HostSpec host);

  /** Whether there is an integration runtime of that name, fixed to that region. */
  boolean integrationRuntimeExists(String name, Region region);

  void createIntegrationRuntime(String name, Region region);

  /**
   * Whether the connections stand as asked for, with that credential.
   *
   * @param isGood whether a client secret, told by its key id, may still be used; not asked for a
   *     credential that takes none
   */
  boolean isConnected(Connections connections, AppCredential credential, Predicate<String> isGood);

  /**
   * Makes the connections to Microsoft 365 and to the storage account where they do not stand as
   * asked for, or replaces them. Looks at each once.
   *
   * @param isGood as for {@link #isConnected}
   * @param signIn what they sign in with; asked for only if they are to be written, after the look
   * @return whether they were written
   */
  boolean connect(
      Connections connections,
      AppCredential credential,
      Predicate<String> isGood,
      Supplier<SignIn> signIn);

  /** Makes or replaces the connections with what they sign in with, which is new. */
  default void connect(Connections connections, SignIn signIn) {
    connect(connections, signIn.credential(), keyId -> false, () -> signIn);
  }

  /**
   * Makes a pipeline and its datasets, or brings them up to date.
   *
   * @return how many resources were written; 0 if all stood as asked
   */
  int deploy(PipelineSpec pipeline);

  /** What a pipeline is made of, whoever made it; empty if there is none of that name. */
  Optional<FoundPipeline> describe(String name);

  /**
   * The names of all pipelines, in no order. They may be many: a stream that is cut short leaves
   * the rest unasked for.
   */
  Stream<String> names();

  /**
   * Starts a pipeline.
   *
   * @return the run's id
   * @throws io.github.dataconnect4j.error.OutcomeUnknownException if the request was sent and no
   *     answer came
   */
  String start(String pipeline, Map<String, String> parameters);

  /** The id of the run that has the key among its parameters and was started since. */
  Optional<String> findRun(String pipeline, String runKey, Instant since);

  /** The state of a run; empty if the host does not know it, or not yet. */
  Optional<RunState> find(String runId);

  void cancel(String runId);

  /**
   * A host to be made.
   *
   * @param region where
   * @param tags its tags
   * @param storage the landing's storage account, for a host that needs one of its own
   * @param container the landing's container, likewise
   */
  record HostSpec(
      Region region, Map<String, String> tags, StorageAccount storage, String container) {
    public HostSpec {
      tags = Map.copyOf(tags);
    }
  }

  /**
   * The two linked services of an app.
   *
   * @param appName the app's name, which the linked services are named after
   * @param integrationRuntime the runtime that reads Microsoft 365
   * @param tenantId the tenant of data and app
   * @param applicationId the client id that both sign in with
   * @param storageKind what the storage account is used as
   * @param storageEndpoint the storage account's endpoint of that kind
   */
  record Connections(
      String appName,
      String integrationRuntime,
      String tenantId,
      String applicationId,
      StorageKind storageKind,
      URI storageEndpoint) {}

  /**
   * What the connections sign in with.
   *
   * @param credential as the landing has it
   * @param secret the client secret that was just added to the application; empty for a credential
   *     that takes none
   */
  record SignIn(AppCredential credential, Optional<AddedSecret> secret) {
    public SignIn {
      if (credential.takesClientSecret() != secret.isPresent()) {
        throw new IllegalArgumentException(
            "A " + credential + " goes with " + (secret.isPresent() ? "no" : "a") + " secret.");
      }
    }
  }

  /**
   * A pipeline with one copy activity, which takes the parameters {@value #RUN_KEY}, {@value
   * #START} and {@value #END} and writes into {@code <folder>/<run key>}.
   *
   * @param name the pipeline's name
   * @param connections what it reads and writes through
   * @param dataset the dataset's name on the wire
   * @param columns the columns, in order
   * @param window whether it takes a window; the parameters are ignored where it takes none
   * @param scope whose data
   * @param container the container that it writes to
   * @param folder the folder above the runs' own, without a closing slash
   */
  record PipelineSpec(
      String name,
      Connections connections,
      String dataset,
      List<String> columns,
      Window window,
      Scope scope,
      String container,
      String folder) {
    public PipelineSpec {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What a window stands on.
   *
   * @param taken whether there is one at all
   * @param column the date column; empty where a window stands on none
   */
  record Window(boolean taken, Optional<String> column) {
    public static final Window NONE = new Window(false, Optional.empty());
  }

  /**
   * A look at a run.
   *
   * @param runId the run
   * @param pipeline its pipeline
   * @param parameters its parameters
   * @param stage how far it is
   * @param rawStatus the service's own word for that
   * @param startedAt when it started
   * @param endedAt when it ended; empty while it runs
   * @param bytesWritten as the activity's output tells; empty where it does not
   * @param filesWritten as the activity's output tells; empty where it does not
   * @param failure what the service says about a failure; empty unless there is one
   * @param columns by the name of each copy activity, the columns that it was run with, as its
   *     input tells; one that has not begun, or does not tell, is not in it
   */
  record RunState(
      String runId,
      String pipeline,
      Map<String, String> parameters,
      RunStage stage,
      String rawStatus,
      Instant startedAt,
      Optional<Instant> endedAt,
      OptionalLong bytesWritten,
      OptionalLong filesWritten,
      Optional<Failure> failure,
      Map<String, List<String>> columns) {
    public RunState {
      parameters = Map.copyOf(parameters);
      columns = Map.copyOf(columns);
    }

    /** From the start to the end, or nothing while it runs. */
    public Optional<Duration> duration() {
      return endedAt.map(end -> Duration.between(startedAt, end));
    }
  }

  /**
   * An activity's error, as the service tells it.
   *
   * @param code such as {@code 2200}
   * @param message the whole envelope
   * @param target the activity
   */
  record Failure(String code, String message, String target) {}
}
