// The portal's calls, which are the emulator's own: Microsoft has none.
import { require } from './setting.mjs';

async function call(at, method, path, { token, body, status = [200] } = {}) {
  const response = await fetch(at.portal + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  require(status.includes(response.status), `${method} ${path} answered ${response.status}: ${text}`);
  return text ? JSON.parse(text) : undefined;
}

async function signIn(at, person) {
  const body = { user: person.userPrincipalName };
  return (await call(at, 'POST', '/sign-in', { body })).token;
}

/** Who registers, and who decides: two people. */
export async function people(at) {
  const { value } = await call(at, 'GET', '/people');
  const having = (role) => {
    const person = value.find((one) => one.roles.includes(role));
    require(person, `Nobody is ${role}.`);
    return person;
  };
  return { developer: having('Application Developer'), administrator: having('Global Administrator') };
}

export async function switchOn(at, administrator) {
  if ((await call(at, 'GET', '/settings')).dataConnect !== 'on') {
    const token = await signIn(at, administrator);
    await call(at, 'PUT', '/settings', { token, body: { dataConnect: 'on' } });
  }
}

export async function register(at, developer, applicationId, registration) {
  const token = await signIn(at, developer);
  return call(at, 'PUT', `/registrations/${applicationId}`, { token, body: registration, status: [201] });
}

export async function approve(at, person, applicationId, version) {
  const token = await signIn(at, person);
  return call(at, 'POST', `/registrations/${applicationId}/approve`, { token, body: { version } });
}

/** @returns the code with which it was refused */
export async function approveInVain(at, person, applicationId, version) {
  const token = await signIn(at, person);
  const path = `/registrations/${applicationId}/approve`;
  return (await call(at, 'POST', path, { token, body: { version }, status: [403] })).error.code;
}
