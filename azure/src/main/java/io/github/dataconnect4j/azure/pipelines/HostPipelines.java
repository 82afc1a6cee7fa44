package io.github.dataconnect4j.azure.pipelines;

import io.github.dataconnect4j.cloud.AppCredential;
import io.github.dataconnect4j.cloud.Region;
import io.github.dataconnect4j.shared.Waiting;
import io.github.dataconnect4j.spi.FoundPipeline;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.Pipelines.SignIn;
import io.github.dataconnect4j.time.TimeSource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The pipelines of one host, over the three things in which hosts differ: the place itself, the
 * address of its artifacts, and its runs.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class HostPipelines implements Pipelines {

  private final HostResource host;
  private final HostArtifacts artifacts;
  private final Deployment deployment;
  private final PipelineReader reader;
  private final PipelineRuns runs;

  public HostPipelines(
      HostResource host, HostEndpoint endpoint, RunService runs, Waiting waiting, TimeSource time) {
    this.host = host;
    this.artifacts = new HostArtifacts(endpoint, waiting);
    this.deployment = new Deployment(artifacts);
    this.reader = new PipelineReader(artifacts);
    this.runs = new PipelineRuns(runs, time);
  }

  /**
   * What the host keeps, to be read and written as it is. Calls nothing.
   *
   * <p>What is read from one host and written to another runs there, once the other has an
   * integration runtime of the name that the linked services give, and their secrets.
   */
  public ArtifactStore artifacts() {
    return artifacts;
  }

  /**
   * Has a trigger start its pipelines at its times, and returns when it runs. Starting one that
   * runs changes nothing. The trigger itself is written to {@link #artifacts()}, and is stopped
   * then.
   *
   * @throws io.github.dataconnect4j.error.NotFoundException if the host has no such trigger
   * @throws io.github.dataconnect4j.error.RejectedException if the service does not start it as it
   *     stands
   * @throws io.github.dataconnect4j.error.WaitEndedException if it is accepted and does not run
   *     within ten minutes
   */
  public void startTrigger(String name) {
    artifacts.startTrigger(name);
  }

  /**
   * Has a trigger start nothing any more, and returns when it is stopped. Runs that it started go
   * on; stopping one that is stopped changes nothing.
   *
   * @throws io.github.dataconnect4j.error.NotFoundException if the host has no such trigger
   * @throws io.github.dataconnect4j.error.WaitEndedException if it is accepted and not stopped
   *     within ten minutes
   */
  public void stopTrigger(String name) {
    artifacts.stopTrigger(name);
  }

  @Override
  public boolean hostExists() {
    return host.stands();
  }

  @Override
  public void createHost(HostSpec spec) {
    host.create(spec);
  }

  @Override
  public boolean integrationRuntimeExists(String name, Region region) {
    return host.findRuntime(name).filter(found -> found.isFixedTo(region)).isPresent();
  }

  @Override
  public void createIntegrationRuntime(String name, Region region) {
    Optional<RuntimeRegion> found = host.findRuntime(name);
    if (found.isPresent()) {
      found.get().requireFixedTo(region, name, host);
    } else {
      host.createRuntime(name, region);
    }
  }

  @Override
  public boolean isConnected(
      Connections connections, AppCredential credential, Predicate<String> isGood) {
    return deployment.isConnected(connections, credential, isGood);
  }

  @Override
  public boolean connect(
      Connections connections,
      AppCredential credential,
      Predicate<String> isGood,
      Supplier<SignIn> signIn) {
    return deployment.connect(connections, credential, isGood, signIn);
  }

  @Override
  public int deploy(PipelineSpec pipeline) {
    return deployment.deploy(pipeline);
  }

  @Override
  public Optional<FoundPipeline> describe(String name) {
    return reader.read(name);
  }

  @Override
  public Stream<String> names() {
    return artifacts.list(ArtifactKind.PIPELINE).map(ArtifactStore.Listed::name);
  }

  @Override
  public String start(String pipeline, Map<String, String> parameters) {
    return runs.start(pipeline, parameters);
  }

  @Override
  public Optional<String> findRun(String pipeline, String runKey, Instant since) {
    return runs.findRun(pipeline, runKey, since);
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
