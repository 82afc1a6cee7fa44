package io.github.dataconnect4j.synapse;

import io.github.dataconnect4j.AppCredential;
import io.github.dataconnect4j.Region;
import io.github.dataconnect4j.azure.pipelines.Deployment;
import io.github.dataconnect4j.azure.pipelines.PipelineRuns;
import io.github.dataconnect4j.spi.Pipelines;
import io.github.dataconnect4j.spi.TimeSource;
import io.github.dataconnect4j.spi.Waiting;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The pipelines of one workspace: the workspace through Azure Resource Manager, all else on its own
 * endpoint. Thread-safe.
 */
final class SynapsePipelines implements Pipelines {

  private final Workspace workspace;
  private final Deployment deployment;
  private final PipelineRuns runs;

  SynapsePipelines(Workspace workspace, DataPlane dataPlane, Waiting waiting, TimeSource time) {
    this.workspace = workspace;
    this.deployment = new Deployment(new WorkspaceArtifacts(dataPlane, waiting));
    this.runs = new PipelineRuns(new WorkspaceRuns(dataPlane), time);
  }

  @Override
  public boolean hostExists() {
    return workspace.stands();
  }

  @Override
  public void createHost(HostSpec host) {
    workspace.create(host);
  }

  @Override
  public boolean integrationRuntimeExists(String name, Region region) {
    return workspace.findRuntime(name).filter(found -> found.isFixedTo(region)).isPresent();
  }

  @Override
  public void createIntegrationRuntime(String name, Region region) {
    workspace.createRuntime(name, region);
  }

  @Override
  public boolean isConnected(
      Connections connections, AppCredential credential, Predicate<String> isGood) {
    return deployment.isConnected(connections, credential, isGood);
  }

  @Override
  public void connect(Connections connections, SignIn signIn) {
    deployment.connect(connections, signIn);
  }

  @Override
  public int deploy(PipelineSpec pipeline) {
    return deployment.deploy(pipeline);
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
