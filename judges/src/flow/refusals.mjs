// How the clients understand what is refused.
import { ClientSecretCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';

async function refusalOf(call) {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('What should have been refused was done.');
}

export async function wrongSecret(at, options) {
  const wrong = new ClientSecretCredential(at.tenant, at.client, 'wrong', options);
  const error = await refusalOf(() => wrong.getToken('https://management.azure.com/.default'));
  return /AADSTS\d+/.exec(error.message)?.[0];
}

export async function missingGroup(ground) {
  return (await refusalOf(() => ground.resources.resourceGroups.get('missing'))).code;
}

export async function missingApplication(directory) {
  const id = '00000000-0000-0000-0000-00000000dead';
  return (await refusalOf(() => directory.api(`/applications/${id}`).get())).code;
}

/** It is asked for by HEAD, whose answer has no body: the code comes in a header. */
export async function missingBlob(at, credential, account, container) {
  const client = new BlobServiceClient(`${at.blob}/${account}`, credential).getContainerClient(container);
  const error = await refusalOf(() => client.getBlobClient('missing').getProperties());
  return error.code ?? error.details?.errorCode;
}
