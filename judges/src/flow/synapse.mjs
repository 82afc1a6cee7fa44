// The same copy on Azure Synapse.
import { SynapseManagementClient } from '@azure/arm-synapse';
import { ArtifactsClient } from '@azure/synapse-artifacts';
import { anyTime, datasets, linkedServices, pipeline, PIPELINE, runtime, watch } from './copy.mjs';
import { armOptions } from './ground.mjs';
import { require } from './setting.mjs';

const SOON = { updateIntervalInMs: 200 };

export async function copyBySynapse(at, credential, group, app, sink, window) {
  const management = new SynapseManagementClient(credential, at.subscription, armOptions(at));
  const name = 'judged-workspace';
  const workspace = await management.workspaces.beginCreateOrUpdateAndWait(
    group,
    name,
    {
      location: at.location,
      identity: { type: 'SystemAssigned' },
      defaultDataLakeStorage: sink.lake,
    },
    SOON);
  require(
    workspace.connectivityEndpoints.dev === at.synapse.replace('{workspace}', name),
    `The workspace's own data plane is ${workspace.connectivityEndpoints.dev}.`);
  const [runtimeName, properties] = runtime(at);
  await management.integrationRuntimes.beginCreateAndWait(group, name, runtimeName, { properties }, SOON);

  const client = new ArtifactsClient(credential, workspace.connectivityEndpoints.dev);
  for (const [artifact, one] of Object.entries(linkedServices(at, app, sink.endpoint))) {
    await client.linkedServiceOperations.beginCreateOrUpdateLinkedServiceAndWait(
      artifact, { properties: one }, SOON);
  }
  for (const [artifact, one] of Object.entries(datasets(sink.container, sink.folder))) {
    await client.datasetOperations.beginCreateOrUpdateDatasetAndWait(artifact, { properties: one }, SOON);
  }
  await client.pipelineOperations.beginCreateOrUpdatePipelineAndWait(PIPELINE, pipeline(), SOON);

  const { runId } = await client.pipelineOperations.createPipelineRun(PIPELINE, { parameters: window });
  return watch(
    () => client.pipelineRunOperations.getPipelineRun(runId),
    async () =>
      (await client.pipelineRunOperations.queryActivityRuns(PIPELINE, runId, anyTime())).value);
}
