// The application in Microsoft Entra, through Microsoft Graph.
import { Client } from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import { require } from './setting.mjs';

export function graph(at, credential) {
  return Client.initWithMiddleware({
    baseUrl: at.graph.replace(/v1\.0$/, ''),
    defaultVersion: 'v1.0',
    // The client gives its token to Microsoft's hosts only, unless told.
    customHosts: new Set([new URL(at.graph).hostname]),
    authProvider: new TokenCredentialAuthenticationProvider(credential, {
      scopes: ['https://graph.microsoft.com/.default'],
    }),
  });
}

/** An application with a secret, a service principal, and an owner who is a person. */
export async function application(client, name, ownerName) {
  const app = await client.api('/applications').post({ displayName: name, signInAudience: 'AzureADMyOrg' });
  const password = await client
    .api(`/applications/${app.id}/addPassword`)
    .post({ passwordCredential: { displayName: 'onboarding' } });
  const principal = await client.api('/servicePrincipals').post({ appId: app.appId });
  const owner = await client.api(`/users/${encodeURIComponent(ownerName)}`).select('id,displayName').get();
  await client
    .api(`/applications/${app.id}/owners/$ref`)
    .post({ '@odata.id': `${client.config.baseUrl}v1.0/directoryObjects/${owner.id}` });

  const found = await client.api('/applications').filter(`appId eq '${app.appId}'`).get();
  require(found.value.length === 1 && found.value[0].id === app.id, 'The application is not found by its appId.');
  const owners = await client.api(`/applications/${app.id}/owners`).get();
  require(owners.value.some((one) => one.id === owner.id), `${ownerName} does not own the application.`);
  return { id: app.appId, secret: password.secretText, principal: principal.id };
}

/** Every user, page by page, as `@odata.nextLink` leads. */
export async function countUsers(client) {
  let count = 0;
  let pages = 0;
  for (let page = await client.api('/users').top(7).get(); page; pages++) {
    count += page.value.length;
    const next = page['@odata.nextLink'];
    page = next ? await client.api(next).get() : undefined;
  }
  require(pages > 1, 'The users came in one page.');
  return count;
}
