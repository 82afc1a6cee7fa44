// Where everything is: the 13 lines that the emulator prints, and nothing else.

const NAMES = {
  authority: 'AZURE_AUTHORITY_HOST',
  tenant: 'AZURE_TENANT_ID',
  client: 'AZURE_CLIENT_ID',
  secret: 'AZURE_CLIENT_SECRET',
  subscription: 'AZURE_SUBSCRIPTION_ID',
  arm: 'DATACONNECT_ARM_ENDPOINT',
  graph: 'DATACONNECT_GRAPH_ENDPOINT',
  synapse: 'DATACONNECT_SYNAPSE_ENDPOINT',
  blob: 'DATACONNECT_BLOB_ENDPOINT',
  dfs: 'DATACONNECT_DFS_ENDPOINT',
  location: 'DATACONNECT_LOCATION',
  certificate: 'DATACONNECT_CA_CERTIFICATE',
  portal: 'DATACONNECT_PORTAL_ENDPOINT',
};

export function setting(environment) {
  const missing = Object.values(NAMES).filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new Error(`The environment lacks ${missing.join(', ')}. Take the lines that the emulator prints.`);
  }
  return Object.freeze(
    Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, environment[name]])));
}

/** One result, for whoever started this program. */
export function say(name, value) {
  console.log(`${name}=${value}`);
}

export function require(condition, otherwise) {
  if (!condition) {
    throw new Error(otherwise);
  }
}
