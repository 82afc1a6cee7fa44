// What both hosts are told of a copy, in the words that their clients share.

const RUNTIME = 'from-the-mailboxes-region';
const reference = (kind, name) => ({ type: `${kind}Reference`, referenceName: name });

export const PIPELINE = 'copy-messages';
export const COLUMNS = ['subject', 'sender', 'receivedDateTime'];
export const DATASET = 'BasicDataSet_v0.Message_v1';

/** A managed runtime that stays in one region, since Data Connect copies within one only. */
export function runtime(at) {
  return [RUNTIME, { type: 'Managed', computeProperties: { location: at.location } }];
}

export function linkedServices(at, app, serviceEndpoint) {
  const servicePrincipalKey = { type: 'SecureString', value: app.secret };
  return {
    'microsoft-365': {
      type: 'Office365',
      connectVia: reference('IntegrationRuntime', RUNTIME),
      office365TenantId: at.tenant,
      servicePrincipalTenantId: at.tenant,
      servicePrincipalId: app.id,
      servicePrincipalKey,
    },
    storage: {
      type: 'AzureBlobStorage',
      serviceEndpoint,
      accountKind: 'StorageV2',
      tenant: at.tenant,
      servicePrincipalId: app.id,
      servicePrincipalKey,
    },
  };
}

export function datasets(container, folderPath) {
  return {
    messages: {
      type: 'Office365Table',
      linkedServiceName: reference('LinkedService', 'microsoft-365'),
      tableName: DATASET,
    },
    extract: {
      type: 'Binary',
      linkedServiceName: reference('LinkedService', 'storage'),
      location: { type: 'AzureBlobStorageLocation', container, folderPath },
    },
  };
}

export function pipeline() {
  return {
    parameters: { start: { type: 'String' }, end: { type: 'String' } },
    activities: [
      {
        type: 'Copy',
        name: 'Copy',
        inputs: [reference('Dataset', 'messages')],
        outputs: [reference('Dataset', 'extract')],
        source: {
          type: 'Office365Source',
          dateFilterColumn: 'receivedDateTime',
          startTime: expression('start'),
          endTime: expression('end'),
          outputColumns: COLUMNS.map((name) => ({ name })),
        },
        sink: { type: 'BinarySink', storeSettings: { type: 'AzureBlobStorageWriteSettings' } },
      },
    ],
  };
}

function expression(parameter) {
  return { value: `@pipeline().parameters.${parameter}`, type: 'Expression' };
}

/**
 * Asks until the run ends.
 *
 * @param status gives the run's own status
 * @param activities gives its activity runs
 * @returns the stages that were seen, in their order
 */
export async function watch(status, activities) {
  const seen = [];
  for (;;) {
    const run = await status();
    const [copy] = await activities();
    const stage = copy?.output?.executionDetails?.[0]?.status;
    for (const one of [run.status, stage]) {
      if (one && !seen.includes(one)) {
        seen.push(one);
      }
    }
    if (!['Queued', 'InProgress'].includes(run.status)) {
      if (run.status !== 'Succeeded') {
        throw new Error(`Run ${run.runId} ended ${run.status}: ${run.message} ${copy?.error?.message}`);
      }
      return seen;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Any time at which the run may have been seen. */
export function anyTime() {
  const day = 24 * 60 * 60 * 1000;
  return { lastUpdatedAfter: new Date(Date.now() - day), lastUpdatedBefore: new Date(Date.now() + day) };
}
