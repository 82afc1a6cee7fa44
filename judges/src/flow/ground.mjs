// What must exist in Azure, through Azure Resource Manager.
import { randomUUID } from 'node:crypto';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ResourceManagementClient } from '@azure/arm-resources';
import { StorageManagementClient } from '@azure/arm-storage';
import { require } from './setting.mjs';

const PROVIDERS = ['Microsoft.Storage', 'Microsoft.DataFactory', 'Microsoft.Synapse', 'Microsoft.GraphServices'];
const BLOB_DATA_CONTRIBUTOR = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe';
const SOON = { updateIntervalInMs: 200 };

/** What every client of Resource Manager is told. */
export function armOptions(at) {
  return { endpoint: at.arm, credentialScopes: 'https://management.azure.com/.default' };
}

export class Ground {
  constructor(at, credential, group) {
    this.at = at;
    this.group = group;
    this.resources = new ResourceManagementClient(credential, at.subscription, armOptions(at));
    this.storage = new StorageManagementClient(credential, at.subscription, armOptions(at));
    this.roles = new AuthorizationManagementClient(credential, at.subscription, armOptions(at));
  }

  async resourceGroup() {
    await this.resources.resourceGroups.createOrUpdate(this.group, { location: this.at.location });
    const { body } = await this.resources.resourceGroups.checkExistence(this.group);
    require(body, `Resource group ${this.group} is not there.`);
  }

  async registerProviders() {
    for (const namespace of PROVIDERS) {
      await this.resources.providers.register(namespace);
    }
    for (const namespace of PROVIDERS) {
      while ((await this.resources.providers.get(namespace)).registrationState !== 'Registered') {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  async account(name, container) {
    const available = await this.storage.storageAccounts.checkNameAvailability({
      name,
      type: 'Microsoft.Storage/storageAccounts',
    });
    require(available.nameAvailable, `The name ${name} is taken.`);
    const parameters = {
      sku: { name: 'Standard_LRS' },
      kind: 'StorageV2',
      location: this.at.location,
      isHnsEnabled: true,
    };
    const account = await this.storage.storageAccounts.beginCreateAndWait(this.group, name, parameters, SOON);
    await this.storage.blobContainers.create(this.group, name, container, {});
    return account;
  }

  async letWrite(accountId, principalId) {
    await this.roles.roleAssignments.create(accountId, randomUUID(), {
      principalId,
      principalType: 'ServicePrincipal',
      roleDefinitionId:
        `/subscriptions/${this.at.subscription}/providers/Microsoft.Authorization/roleDefinitions/` +
        BLOB_DATA_CONTRIBUTOR,
    });
    const assigned = [];
    for await (const one of this.roles.roleAssignments.listForScope(accountId, { filter: 'atScope()' })) {
      assigned.push(one.principalId);
    }
    require(assigned.includes(principalId), 'The role assignment is not listed.');
  }

  /** Who pays for what the application reads. */
  async billing(name, appId) {
    const account = await this.resources.resources.beginCreateOrUpdateAndWait(
      this.group, 'Microsoft.GraphServices', '', 'accounts', name, '2023-04-13',
      { location: 'global', properties: { appId } }, SOON);
    return account.properties.provisioningState;
  }

  /** A container for the workspace's own files, by a template. */
  async deploy(accountName, containerName) {
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters: { account: { type: 'string' }, container: { type: 'string' } },
      resources: [
        {
          type: 'Microsoft.Storage/storageAccounts/blobServices/containers',
          apiVersion: '2021-06-01',
          name: "[concat(parameters('account'), '/default/', parameters('container'))]",
        },
      ],
      outputs: { group: { type: 'string', value: '[resourceGroup().name]' } },
    };
    const deployment = {
      properties: {
        mode: 'Incremental',
        template,
        parameters: { account: { value: accountName }, container: { value: containerName } },
      },
    };
    const { deployments } = this.resources;
    await deployments.beginValidateAndWait(this.group, 'lake', deployment, SOON);
    const done = await deployments.beginCreateOrUpdateAndWait(this.group, 'lake', deployment, SOON);
    require(done.properties.outputs.group.value === this.group, 'The outputs of the deployment are wrong.');
    const container = await this.storage.blobContainers.get(this.group, accountName, containerName);
    require(container.name === containerName, `The template made no container ${containerName}.`);
    return done.properties.provisioningState;
  }

  async resourceTypes() {
    const types = [];
    for await (const one of this.resources.resources.listByResourceGroup(this.group)) {
      types.push(one.type);
    }
    return types.sort();
  }
}
