package io.github.dataconnect4j.synapse;

import com.azure.resourcemanager.datafactory.fluent.models.ActivityRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.fluent.models.CreateRunResponseInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.models.RunFilterParameters;
import io.github.dataconnect4j.azure.pipelines.HostEndpoint;
import io.github.dataconnect4j.azure.pipelines.HostEndpoint.Answer;
import io.github.dataconnect4j.azure.pipelines.JsonTree;
import io.github.dataconnect4j.azure.pipelines.RunService;
import java.util.Map;
import java.util.Optional;

/** The runs of one workspace: Data Factory's JSON on the workspace's own endpoint. */
final class WorkspaceRuns implements RunService {

  private final HostEndpoint endpoint;

  WorkspaceRuns(HostEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Optional<String> createRun(String pipeline, Map<String, String> parameters) {
    Answer answer =
        endpoint.post(
            HostEndpoint.path("pipelines", pipeline, "createRun"), JsonTree.write(parameters));
    return Optional.ofNullable(
            answer.as(json -> JsonTree.to(json, CreateRunResponseInner::fromJson)))
        .map(CreateRunResponseInner::runId);
  }

  @Override
  public PipelineRunsQueryResponseInner queryRuns(RunFilterParameters filter) {
    return endpoint
        .post(HostEndpoint.path("queryPipelineRuns"), JsonTree.write(filter))
        .as(json -> JsonTree.to(json, PipelineRunsQueryResponseInner::fromJson));
  }

  @Override
  public PipelineRunInner run(String runId) {
    return endpoint
        .get(HostEndpoint.path("pipelineruns", runId))
        .as(json -> JsonTree.to(json, PipelineRunInner::fromJson));
  }

  @Override
  public ActivityRunsQueryResponseInner queryActivities(
      PipelineRunInner run, RunFilterParameters filter) {
    return endpoint
        .post(
            HostEndpoint.path(
                "pipelines", run.pipelineName(), "pipelineruns", run.runId(), "queryActivityruns"),
            JsonTree.write(filter))
        .as(json -> JsonTree.to(json, ActivityRunsQueryResponseInner::fromJson));
  }

  @Override
  public void cancel(String runId) {
    endpoint.post(HostEndpoint.path("pipelineruns", runId, "cancel") + "?isRecursive=true");
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}
