// The copy on Azure Data Factory.
import { DataFactoryManagementClient } from '@azure/arm-datafactory';
import { anyTime, datasets, linkedServices, pipeline, PIPELINE, runtime, watch } from './copy.mjs';
import { armOptions } from './ground.mjs';
import { require } from './setting.mjs';

export async function copyByDataFactory(at, credential, group, app, sink, window) {
  const client = new DataFactoryManagementClient(credential, at.subscription, armOptions(at));
  const factory = 'judged-factory';
  const created = await client.factories.createOrUpdate(group, factory, {
    location: at.location,
    identity: { type: 'SystemAssigned' },
  });
  require(created.identity.principalId, 'The factory has no identity of its own.');
  const [runtimeName, properties] = runtime(at);
  await client.integrationRuntimes.createOrUpdate(group, factory, runtimeName, { properties });
  for (const [name, one] of Object.entries(linkedServices(at, app, sink.endpoint))) {
    await client.linkedServices.createOrUpdate(group, factory, name, { properties: one });
  }
  const stored = await client.linkedServices.get(group, factory, 'storage');
  require(stored.properties.serviceEndpoint === sink.endpoint, 'The linked service did not keep its endpoint.');
  require(!JSON.stringify(stored).includes(app.secret), 'The linked service gives its secret away.');
  for (const [name, one] of Object.entries(datasets(sink.container, sink.folder))) {
    await client.datasets.createOrUpdate(group, factory, name, { properties: one });
  }
  await client.pipelines.createOrUpdate(group, factory, PIPELINE, pipeline());

  const { runId } = await client.pipelines.createRun(group, factory, PIPELINE, { parameters: window });
  const stages = await watch(
    () => client.pipelineRuns.get(group, factory, runId),
    async () => (await client.activityRuns.queryByPipelineRun(group, factory, runId, anyTime())).value);
  const runs = await client.pipelineRuns.queryByFactory(group, factory, {
    ...anyTime(),
    filters: [{ operand: 'PipelineName', operator: 'Equals', values: [PIPELINE] }],
  });
  require(runs.value.length === 1 && runs.value[0].runId === runId, 'The run is not found by its pipeline.');
  return stages;
}
