package io.github.dataconnect4j.synapse;

import com.azure.resourcemanager.datafactory.fluent.models.ActivityRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.fluent.models.CreateRunResponseInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.models.RunFilterParameters;
import io.github.dataconnect4j.azure.pipelines.JsonTree;
import io.github.dataconnect4j.azure.pipelines.RunService;
import io.github.dataconnect4j.synapse.DataPlane.Answer;
import java.util.Map;
import java.util.Optional;

/** The runs of one workspace: Data Factory's JSON on the workspace's own endpoint. */
final class WorkspaceRuns implements RunService {

  private final DataPlane dataPlane;

  WorkspaceRuns(DataPlane dataPlane) {
    this.dataPlane = dataPlane;
  }

  @Override
  public Optional<String> createRun(String pipeline, Map<String, String> parameters) {
    Answer answer =
        dataPlane.post(
            DataPlane.path("pipelines", pipeline, "createRun"), JsonTree.write(parameters));
    return Optional.ofNullable(
            answer.as(json -> JsonTree.to(json, CreateRunResponseInner::fromJson)))
        .map(CreateRunResponseInner::runId);
  }

  @Override
  public PipelineRunsQueryResponseInner queryRuns(RunFilterParameters filter) {
    return dataPlane
        .post(DataPlane.path("queryPipelineRuns"), JsonTree.write(filter))
        .as(json -> JsonTree.to(json, PipelineRunsQueryResponseInner::fromJson));
  }

  @Override
  public PipelineRunInner run(String runId) {
    return dataPlane
        .get(DataPlane.path("pipelineruns", runId))
        .as(json -> JsonTree.to(json, PipelineRunInner::fromJson));
  }

  @Override
  public ActivityRunsQueryResponseInner queryActivities(
      PipelineRunInner run, RunFilterParameters filter) {
    return dataPlane
        .post(
            DataPlane.path(
                "pipelines", run.pipelineName(), "pipelineruns", run.runId(), "queryActivityruns"),
            JsonTree.write(filter))
        .as(json -> JsonTree.to(json, ActivityRunsQueryResponseInner::fromJson));
  }

  @Override
  public void cancel(String runId) {
    dataPlane.post(DataPlane.path("pipelineruns", runId, "cancel") + "?isRecursive=true");
  }

  @Override
  public String toString() {
    return dataPlane.toString();
  }
}
