package io.github.dataconnect4j.datafactory;

import com.azure.core.util.Context;
import com.azure.resourcemanager.datafactory.fluent.DataFactoryManagementClient;
import com.azure.resourcemanager.datafactory.fluent.models.ActivityRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.fluent.models.CreateRunResponseInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunInner;
import com.azure.resourcemanager.datafactory.fluent.models.PipelineRunsQueryResponseInner;
import com.azure.resourcemanager.datafactory.models.RunFilterParameters;
import io.github.dataconnect4j.azure.pipelines.RunService;
import java.util.Map;
import java.util.Optional;

/** The runs of one data factory. */
final class FactoryRuns implements RunService {

  private final DataFactoryManagementClient client;
  private final String group;
  private final String factory;

  FactoryRuns(DataFactoryManagementClient client, String group, String factory) {
    this.client = client;
    this.group = group;
    this.factory = factory;
  }

  @Override
  public Optional<String> createRun(String pipeline, Map<String, String> parameters) {
    return Optional.ofNullable(
            client
                .getPipelines()
                .createRunWithResponse(
                    group,
                    factory,
                    pipeline,
                    null,
                    null,
                    null,
                    null,
                    Map.copyOf(parameters),
                    Context.NONE)
                .getValue())
        .map(CreateRunResponseInner::runId);
  }

  @Override
  public PipelineRunsQueryResponseInner queryRuns(RunFilterParameters filter) {
    return client.getPipelineRuns().queryByFactory(group, factory, filter);
  }

  @Override
  public PipelineRunInner run(String runId) {
    return client.getPipelineRuns().get(group, factory, runId);
  }

  @Override
  public ActivityRunsQueryResponseInner queryActivities(
      PipelineRunInner run, RunFilterParameters filter) {
    return client.getActivityRuns().queryByPipelineRun(group, factory, run.runId(), filter);
  }

  @Override
  public void cancel(String runId) {
    client.getPipelineRuns().cancelWithResponse(group, factory, runId, true, Context.NONE);
  }

  @Override
  public String toString() {
    return "data factory '" + factory + "'";
  }
}
