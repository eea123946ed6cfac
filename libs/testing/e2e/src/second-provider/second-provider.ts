// npm run second-provider: a person signs in to the product, once, by a provider that is not ours: Keycloak, installed from Maven's registry,
// with other names of claims and ES256. By HTTP, through every redirect and form, there and back, and out again. Needs a JDK and Maven. Ends with 1
// when something is not as it must be.
import { deepStrictEqual, ok } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts } from '@roundtrip/local-stack';
import { Visitor } from '@roundtrip/provider';
import { Client } from '@roundtrip/test-kit/client';
import { startStack } from '../start-stack.js';
import { startKeycloak } from './keycloak.js';
import type { Office } from './realm.js';

const parent = join(import.meta.dirname, '../../../../../.roundtrip');
mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(join(parent, 'second-provider-'));
const ports = await freePorts();
const url = `http://127.0.0.1:${String(ports.gateway)}`;
const random = (): string => randomBytes(24).toString('base64url');

const office: Office = {
  realm: 'office',
  client: {
    clientId: 'bulk-editor',
    clientSecret: random(),
    redirectUri: `${url}/v1/session/callback`,
    postLogoutRedirectUri: `${url}/sign-in`,
  },
  audience: url,
  claims: { institution: 'tenant', roles: 'teams' },
  person: {
    username: 'olga',
    password: random(),
    firstName: 'Olga',
    lastName: 'Brandt',
    email: 'olga@example.org',
    institution: 'demo',
    groups: ['box-office', 'staff'],
  },
};
const { person, client } = office;
const credentials = { username: person.username, password: person.password };

interface Me {
  type: string;
  name: string;
  role: string;
  institution: { institutionId: string };
}

const say = (text: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);

/** A token for the API as a program gets it that has no browser. */
async function tokenForApi(issuer: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'password',
    client_id: client.clientId,
    client_secret: client.clientSecret,
    scope: 'openid profile email',
    ...credentials,
  });
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  ok(token, `no token: ${String(answer.status)}`);
  return token;
}

async function signInAndOut(issuer: string): Promise<void> {
  const visitor = new Visitor();
  const begun = await visitor.ask(`${url}/v1/session/start?returnTo=/targets`);
  const there = String(begun.headers.get('location'));
  ok(there.startsWith(issuer), `the sign-in leads to ${there}: ${String(begun.status)} ${await begun.text()}`);
  say(`the gateway sends the browser to ${new URL(there).origin}${new URL(there).pathname}`);

  const back = await visitor.visit(there, { fields: credentials });
  ok(back.startsWith(client.redirectUri), `Keycloak sends the browser to ${back}`);
  const landed = await visitor.ask(back);
  deepStrictEqual([landed.status, new URL(String(landed.headers.get('location')), url).href], [303, `${url}/targets`]);
  say('back with a code; the gateway has made a session of it');

  const me = (await (await visitor.ask(`${url}/v1/me`)).json()) as Me;
  const { type, name, role, institution } = me;
  deepStrictEqual([type, name, role, institution.institutionId], ['person', 'Olga Brandt', 'operator', 'demo']);
  say(`GET /v1/me: ${name}, ${role} of ${institution.institutionId}`);

  const token = await tokenForApi(issuer);
  const byToken = await new Client(url, token).get<Me>('/v1/me');
  deepStrictEqual([byToken.type, byToken.name, byToken.role], ['person', 'Olga Brandt', 'operator']);
  say('GET /v1/me with a token of Keycloak: the same');

  const out = await visitor.ask(`${url}/v1/session`, { method: 'DELETE', headers: { origin: url } });
  const { signOutAt } = (await out.json()) as { signOutAt: string };
  deepStrictEqual(new URL(await visitor.visit(signOutAt)).pathname, '/sign-in');
  deepStrictEqual((await visitor.ask(`${url}/v1/me`)).status, 401);
  say('signed out at both');
}

/** Its log goes with the stack. */
async function complaintsOf(home: string): Promise<string> {
  const lines = (await readFile(join(home, 'logs/gateway.log'), 'utf8')).split('\n');
  return lines.filter((line) => /"level":"(?:warn|error)"/.test(line)).join('\n');
}

const keycloak = await startKeycloak(folder, ports.provider, office);
try {
  say(`Keycloak answers at ${keycloak.issuer}`);
  const stack = await startStack({
    contacts: 10,
    ports,
    env: {
      OIDC_ISSUER: keycloak.issuer,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      OIDC_INSTITUTION_CLAIM: office.claims.institution,
      OIDC_ROLES_CLAIM: office.claims.roles,
      // Its refresh tokens come without being asked for, and end with the session.
      OIDC_SCOPES: 'openid profile email',
      OIDC_NAME: 'the office',
    },
  });
  try {
    const groupRoles = [{ group: 'box-office', role: 'operator' as const }];
    await stack.database.institutions.updateOne({ _id: person.institution }, { $set: { groupRoles } });
    await signInAndOut(keycloak.issuer).catch(async (error: unknown) => {
      say(`what the gateway says of it:\n${await complaintsOf(stack.home)}`);
      throw error;
    });
  } finally {
    await stack.stop();
  }
} finally {
  await keycloak.stop();
  await rm(folder, { recursive: true, force: true });
}
