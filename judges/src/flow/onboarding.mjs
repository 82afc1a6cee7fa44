// The whole onboarding, by Microsoft's own clients for JavaScript, against the emulator on its own.
// Results go to standard output as NAME=value; NodeFlowTest starts this and reads them.
import { ClientSecretCredential, EnvironmentCredential } from '@azure/identity';
import { COLUMNS, DATASET } from './copy.mjs';
import { copyByDataFactory } from './datafactory.mjs';
import { application, countUsers, graph } from './directory.mjs';
import { countRows } from './extract.mjs';
import { Ground } from './ground.mjs';
import { approve, approveInVain, people, register, switchOn } from './portal.mjs';
import { missingApplication, missingBlob, missingGroup, wrongSecret } from './refusals.mjs';
import { say, setting } from './setting.mjs';
import { copyBySynapse } from './synapse.mjs';

const at = setting(process.env);
const group = 'judged';
const storage = 'judgedaccount';
const container = 'extracts';
// Otherwise the client asks login.microsoftonline.com whether the authority is a real one.
const known = { disableInstanceDiscovery: true };
const credential = new EnvironmentCredential(known);

const { developer, administrator } = await people(at);
const directory = graph(at, credential);
say('users', await countUsers(directory));
const app = await application(directory, 'judged', developer.userPrincipalName);

const ground = new Ground(at, credential, group);
await ground.resourceGroup();
await ground.registerProviders();
const account = await ground.account(storage, container);
await ground.letWrite(account.id, app.principal);
say('billing', await ground.billing('judged-billing', app.id));
say('deployment', await ground.deploy(storage, 'workspace'));

await switchOn(at, administrator);
const registration = await register(at, developer, app.id, {
  tenantId: at.tenant,
  description: 'Judges the emulator by JavaScript',
  subscriptionId: at.subscription,
  resourceGroup: group,
  destination: account.primaryEndpoints.blob,
  datasets: [{ dataset: DATASET, columns: COLUMNS, scope: { type: 'All' } }],
});
say('approval-by-the-developer', await approveInVain(at, developer, app.id, registration.version));
await approve(at, administrator, app.id, registration.version);

const sink = { endpoint: account.primaryEndpoints.blob, container };
const lake = { accountUrl: account.primaryEndpoints.dfs, filesystem: 'workspace' };
const end = new Date();
const start = new Date(end.getTime() - 365 * 24 * 60 * 60 * 1000);
const window = { start: start.toISOString(), end: end.toISOString() };
// The application reads what was written for it: it holds a role on the account.
const reader = new ClientSecretCredential(at.tenant, app.id, app.secret, known);

say('data-factory.stages', await copyByDataFactory(
  at, credential, group, app, { ...sink, folder: 'data-factory' }, window));
say('data-factory.rows', await countRows(at, reader, storage, container, 'data-factory'));
say('synapse.stages', await copyBySynapse(
  at, credential, group, app, { ...sink, lake, folder: 'synapse' }, window));
say('synapse.rows', await countRows(at, reader, storage, container, 'synapse'));
say('resources', await ground.resourceTypes());
say('wrong-secret', await wrongSecret(at, known));
say('missing-group', await missingGroup(ground));
say('missing-application', await missingApplication(directory));
say('missing-blob', await missingBlob(at, reader, storage, container));
