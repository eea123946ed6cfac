import { createHmac, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as client from 'openid-client';
import type { Person } from './people.js';
import { newSigningKey } from './signing-keys.js';
import { type Provider, type ProviderOptions, startProvider } from './start-provider.js';
import { Visitor } from './visitor.js';

// A real relying party, openid-client, signs people in here.

const people: Person[] = [
  { sub: 'p1', name: 'Ada Quill', email: 'ada@example.org', groups: ['editors', 'staff'], institutions: ['one'] },
  { sub: 'p2', name: 'Ben <b>Roe</b>', email: 'ben@example.org', groups: [], institutions: ['one', 'two'] },
  { sub: 'p3', name: 'Cy Lot', email: 'cy@example.org', groups: ['x'], institutions: [], claims: { groups: 'x' } },
];
const redirectUri = 'http://127.0.0.1:9/v1/session/callback';
const clients = [
  {
    clientId: 'console',
    clientSecret: 'secret',
    redirectUris: [redirectUri],
    postLogoutRedirectUris: ['http://127.0.0.1:9/sign-in'],
  },
];

let provider: Provider;
afterEach(() => provider.stop());
const start = async (options: Partial<ProviderOptions> = {}): Promise<Provider> => {
  provider = await startProvider({ clients, people, onError: (error) => console.error(error), ...options });
  return provider;
};

const discover = (): Promise<client.Configuration> =>
  client.discovery(new URL(provider.issuer), 'console', 'secret', client.ClientSecretBasic('secret'), {
    execute: [client.allowInsecureRequests],
  });

interface Attempt {
  configuration: client.Configuration;
  url: URL;
  checks: client.AuthorizationCodeGrantChecks;
}

async function begin(parameters: Record<string, string> = {}): Promise<Attempt> {
  const configuration = await discover();
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...parameters,
  });
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
  return { configuration, url, checks };
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

async function signIn(
  as: string,
  {
    visitor = new Visitor(),
    parameters = {},
    atToken = {},
  }: { visitor?: Visitor; parameters?: Record<string, string>; atToken?: Record<string, string> } = {},
): Promise<{ configuration: client.Configuration; tokens: Tokens }> {
  const { configuration, url, checks } = await begin(parameters);
  const back = await visitor.visit(url.href, { as });
  const tokens = await client.authorizationCodeGrant(configuration, new URL(back), checks, atToken);
  return { configuration, tokens };
}

const verify = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${provider.issuer}/jwks`)), { issuer: provider.issuer });

describe('a sign-in by the code flow', () => {
  it('gives an ID token with institution, groups and name, a refresh token, and the same by userinfo', async () => {
    await start();
    const { configuration, tokens } = await signIn('p1');
    const claims = {
      sub: 'p1',
      name: 'Ada Quill',
      email: 'ada@example.org',
      institution: 'one',
      groups: ['editors', 'staff'],
    };
    expect(tokens.claims()).toMatchObject({ ...claims, iss: provider.issuer, aud: 'console' });
    expect(tokens.refresh_token).toEqual(expect.any(String));
    expect(await client.fetchUserInfo(configuration, tokens.access_token, 'p1')).toMatchObject(claims);
    expect(provider.requests).toMatchObject({ discovery: 1, token: 1, userinfo: 1 });
  });

  it('says several institutions as a list, none not at all, and groups as a text where a provider does so', async () => {
    await start();
    expect((await signIn('p2')).tokens.claims()).toMatchObject({ institution: ['one', 'two'], groups: [] });
    const third = (await signIn('p3')).tokens.claims();
    expect(third).toMatchObject({ groups: 'x' });
    expect(third).not.toHaveProperty('institution');
  });

  it('is refused without PKCE, and with a challenge that is the verifier itself', async () => {
    await start();
    const { url } = await begin();
    const without = new URL(url);
    without.searchParams.delete('code_challenge');
    without.searchParams.delete('code_challenge_method');
    const plain = new URL(url);
    plain.searchParams.set('code_challenge_method', 'plain');
    for (const address of [without, plain]) {
      const back = new URL(await new Visitor().visit(address.href, { as: 'p1' }));
      expect(back.searchParams.get('error')).toBe('invalid_request');
      expect(back.searchParams.has('code')).toBe(false);
    }
  });

  it('ends with access_denied where the person cancels', async () => {
    await start();
    const { url } = await begin();
    const back = new URL(await new Visitor().visit(url.href));
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe(url.searchParams.get('state'));
  });

  it('takes a code once', async () => {
    await start();
    const { configuration, url, checks } = await begin();
    const back = new URL(await new Visitor().visit(url.href, { as: 'p1' }));
    await client.authorizationCodeGrant(configuration, back, checks);
    await expect(client.authorizationCodeGrant(configuration, back, checks)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('asks nobody again who is signed in, unless the client wants it', async () => {
    await start();
    const visitor = new Visitor();
    await signIn('p1', { visitor });
    const silent = await signIn('p2', { visitor, parameters: { prompt: 'none' } });
    expect(silent.tokens.claims()).toMatchObject({ sub: 'p1' });
    const asked = await signIn('p2', { visitor, parameters: { prompt: 'login' } });
    expect(asked.tokens.claims()).toMatchObject({ sub: 'p2' });
    const consent = await signIn('p2', { visitor, parameters: { prompt: 'consent', scope: 'openid offline_access' } });
    expect(consent.tokens.claims()).toMatchObject({ sub: 'p2' });
  });
});

describe('a client that names who shall sign in', () => {
  it('gets nobody else silently, though somebody else is signed in', async () => {
    await start();
    const visitor = new Visitor();
    await signIn('p1', { visitor });
    const hint = { login_hint: 'ben@example.org', prompt: 'consent', scope: 'openid offline_access' };
    expect((await signIn('p2', { visitor, parameters: hint })).tokens.claims()).toMatchObject({ sub: 'p2' });
    const same = { login_hint: 'ben@example.org', prompt: 'none' };
    expect((await signIn('p1', { visitor, parameters: same })).tokens.claims()).toMatchObject({ sub: 'p2' });
    const { url } = await begin({ login_hint: 'ada@example.org', prompt: 'none' });
    expect(new URL(await visitor.visit(url.href)).searchParams.get('error')).toBe('login_required');
  });

  it('lets one be somebody else all the same', async () => {
    await start();
    const parameters = { login_hint: 'ben@example.org', prompt: 'consent' };
    expect((await signIn('p1', { parameters })).tokens.claims()).toMatchObject({ sub: 'p1' });
  });
});

describe('a refresh', () => {
  it('tells the groups of now, and takes each refresh token once', async () => {
    await start();
    const { configuration, tokens } = await signIn('p1');
    provider.setGroups('p1', ['admins']);
    const next = await client.refreshTokenGrant(configuration, String(tokens.refresh_token));
    expect(next.claims()).toMatchObject({ sub: 'p1', groups: ['admins'], institution: 'one' });
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    await expect(client.refreshTokenGrant(configuration, String(tokens.refresh_token))).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('is refused to a person who has left, and the provider asks for another', async () => {
    await start();
    const visitor = new Visitor();
    const { configuration, tokens } = await signIn('p1', { visitor });
    provider.removePerson('p1');
    await expect(client.refreshTokenGrant(configuration, String(tokens.refresh_token))).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    expect((await signIn('p2', { visitor })).tokens.claims()).toMatchObject({ sub: 'p2' });
  });
});

describe('a sign-out', () => {
  it('ends the session at the provider and its refresh tokens, and leads back without a question', async () => {
    await start();
    const visitor = new Visitor();
    const { configuration, tokens } = await signIn('p1', { visitor });
    const end = client.buildEndSessionUrl(configuration, {
      id_token_hint: String(tokens.id_token),
      post_logout_redirect_uri: 'http://127.0.0.1:9/sign-in',
      state: 'bye',
    });
    expect(await visitor.visit(end.href)).toBe('http://127.0.0.1:9/sign-in?state=bye');
    await expect(client.refreshTokenGrant(configuration, String(tokens.refresh_token))).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    expect((await signIn('p2', { visitor })).tokens.claims()).toMatchObject({ sub: 'p2' });
  });

  it('leads nowhere that the client has not registered', async () => {
    await start();
    const { configuration, tokens } = await signIn('p1');
    const end = client.buildEndSessionUrl(configuration, {
      id_token_hint: String(tokens.id_token),
      post_logout_redirect_uri: 'http://elsewhere.example/',
    });
    await expect(new Visitor().visit(end.href)).rejects.toThrow('post_logout_redirect_uri not registered');
  });
});

describe('an access token for the API', () => {
  it('is a JWT with institution and groups, for who names the API', async () => {
    await start({ audience: 'http://api.example' });
    const { configuration, tokens } = await signIn('p1', { atToken: { resource: 'http://api.example' } });
    const { payload, protectedHeader } = await verify(tokens.access_token);
    expect(protectedHeader).toMatchObject({ typ: 'at+jwt', alg: 'RS256', kid: provider.keyId });
    expect(payload).toMatchObject({
      sub: 'p1',
      aud: 'http://api.example',
      institution: 'one',
      groups: ['editors', 'staff'],
      name: 'Ada Quill',
    });
    provider.setGroups('p1', ['left']);
    const next = await client.refreshTokenGrant(configuration, String(tokens.refresh_token), {
      resource: 'http://api.example',
    });
    expect((await verify(next.access_token)).payload).toMatchObject({ groups: ['left'] });
  });

  it('can be made at once for a spec, and like no provider would make it', async () => {
    await start();
    const good = await verify(await provider.token({ sub: 'p2' }));
    expect(good.payload).toMatchObject({
      sub: 'p2',
      aud: 'http://127.0.0.1:9',
      institution: ['one', 'two'],
      groups: [],
    });
    expect(good.protectedHeader.typ).toBe('at+jwt');
    await expect(verify(await provider.token({ sub: 'p1', expiresIn: -10 }))).rejects.toThrow('exp');
    await expect(verify(await provider.token({ sub: 'p1', notBefore: 60 }))).rejects.toThrow('nbf');
    await expect(verify(await provider.token({ sub: 'p1', issuer: 'http://other' }))).rejects.toThrow('iss');
    const other = await newSigningKey('RS256');
    const { createPrivateKey } = await import('node:crypto');
    const key = createPrivateKey({ key: other, format: 'jwk' });
    await expect(verify(await provider.token({ sub: 'p1', key }))).rejects.toThrow('signature');
    const odd = await provider.token({
      sub: 'p1',
      header: { jku: 'http://evil', typ: undefined, kid: 'nobody' },
      claims: { groups: 'one', iat: undefined },
    });
    expect(decodeProtectedHeader(odd)).toEqual({ alg: 'RS256', jku: 'http://evil', kid: 'nobody' });
  });

  it('of an algorithm with a shared secret, or without a signature, is what it says it is', async () => {
    await start();
    const key = randomBytes(32);
    const shared = await provider.token({ sub: 'p1', header: { alg: 'HS256' }, key });
    const [header, payload, signature] = shared.split('.');
    expect(signature).toBe(createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url'));
    const unsigned = await provider.token({ sub: 'p1', header: { alg: 'none' } });
    expect(unsigned).toMatch(/^[\w-]+\.[\w-]+\.$/);
    expect(decodeProtectedHeader(unsigned)).toMatchObject({ alg: 'none' });
  });
});

describe('the keys', () => {
  it('rotate: what the former signed stays good until they are forgotten; sessions and refresh tokens go on', async () => {
    await start();
    const visitor = new Visitor();
    const { configuration, tokens } = await signIn('p1', { visitor });
    const [former, old] = [provider.keyId, await provider.token({ sub: 'p1' })];
    await provider.rotateKeys();
    expect(provider.keyId).not.toBe(former);
    await verify(old);
    const next = await client.refreshTokenGrant(configuration, String(tokens.refresh_token));
    expect(decodeProtectedHeader(String(next.id_token)).kid).toBe(provider.keyId);
    expect((await signIn('p2', { visitor, parameters: { prompt: 'none' } })).tokens.claims()).toMatchObject({
      sub: 'p1',
    });
    await provider.rotateKeys({ forgetFormer: true });
    await expect(verify(old)).rejects.toThrow('no applicable key');
    await verify(await provider.token({ sub: 'p1' }));
  });

  it('may be those of before', async () => {
    const key = await newSigningKey('RS256');
    await start({ keys: [key] });
    expect(provider.keyId).toBe(key.kid);
  });

  it.each(['ES256', 'PS256'] as const)('sign by %s, with other names of claims', async (alg) => {
    await start({ alg, claims: { institution: 'tenant', roles: 'https://roles.example/roles' }, audience: 'urn:api' });
    const { tokens } = await signIn('p1', { atToken: { resource: 'urn:api' } });
    const id = await verify(String(tokens.id_token));
    const claims = { tenant: 'one', 'https://roles.example/roles': ['editors', 'staff'] };
    expect([id.protectedHeader.alg, id.payload]).toEqual([alg, expect.objectContaining(claims)]);
    const access = await verify(tokens.access_token);
    expect([access.protectedHeader.alg, access.payload]).toEqual([alg, expect.objectContaining(claims)]);
    expect(id.payload).not.toHaveProperty('institution');
  });
});

describe('a provider that is away', () => {
  it('answers late while it is paused', async () => {
    await start();
    provider.pause();
    let answered = false;
    const asked = fetch(`${provider.issuer}/jwks`).then((response) => {
      answered = true;
      return response.status;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(answered).toBe(false);
    provider.resume();
    expect(await asked).toBe(200);
  });

  it('refuses connections while it is stopped, and knows its sessions when it is there again', async () => {
    await start();
    const visitor = new Visitor();
    await signIn('p1', { visitor });
    await provider.stop();
    await expect(fetch(`${provider.issuer}/jwks`)).rejects.toThrow();
    await provider.start();
    expect((await signIn('p2', { visitor, parameters: { prompt: 'none' } })).tokens.claims()).toMatchObject({
      sub: 'p1',
    });
  });

  it('counts who asks for what', async () => {
    await start();
    await fetch(`${provider.issuer}/jwks`);
    await fetch(`${provider.issuer}/jwks?again`);
    expect(provider.requests.jwks).toBe(2);
    provider.resetRequests();
    expect(provider.requests).toMatchObject({ jwks: 0, token: 0 });
  });
});

describe('its pages', () => {
  const open = async (parameters: Record<string, string> = {}): Promise<Response> => {
    const { url } = await begin(parameters);
    const visitor = new Visitor();
    const first = await visitor.ask(url.href);
    return visitor.ask(new URL(String(first.headers.get('location')), provider.issuer).href);
  };

  it('let one choose among all, as texts, under a policy that lets nothing else in', async () => {
    await start();
    const page = await open();
    const html = await page.text();
    for (const text of [
      'lang="en"',
      '<title>Sign in</title>',
      'Ada Quill',
      'one · editors · staff',
      'Ben &#60;b&#62;Roe',
    ])
      expect(html).toContain(text);
    const policy = String(page.headers.get('content-security-policy'));
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'nonce-[^']+'; form-action 'self' http:\/\/127\.0\.0\.1:9; base-uri 'none'/,
    );
    expect(html).toContain(`<style nonce="${/nonce-([^']+)/.exec(policy)?.[1]}">`);
    expect(html).not.toMatch(/<script|style="/);
  });

  it('offer the person whom the client has hinted at, and the others behind a link', async () => {
    await start();
    const html = await (await open({ login_hint: 'ada@example.org' })).text();
    expect(html).toContain('Continue as Ada Quill');
    expect(html).not.toContain('Ben');
    expect(html).toMatch(/href="\/interaction\/[\w-]+\?everybody"/);
    expect(await (await open({ login_hint: 'nobody@example.org' })).text()).toContain('Ben');
  });

  it('say in words when a sign-in is not theirs', async () => {
    await start();
    const page = await fetch(`${provider.issuer}/interaction/unknown`);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('This sign-in is over, or was begun elsewhere.');
  });

  it('do not lead to an address that the client has not registered', async () => {
    await start();
    const { url } = await begin({ redirect_uri: 'http://elsewhere.example/' });
    const page = await fetch(url, { redirect: 'manual' });
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('redirect_uri')]);
  });
});
