import { type KeyObject, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider as OidcProvider } from 'oidc-provider';
import { type Client, configurationOf, makeGrant, originsOf } from './configuration.js';
import { countRequests, type Endpoint } from './count-requests.js';
import { forgeToken, type TokenRequest } from './forge-token.js';
import { memoryStore } from './memory-store.js';
import { type Page, problemPage, signInPage } from './pages.js';
import type { ClaimNames, Person } from './people.js';
import { type Algorithm, newSigningKey, privateKeyOf, publicKeyOf, type SigningKey } from './signing-keys.js';

export interface ProviderOptions {
  /** One that is free if absent. */
  port?: number;
  /** 127.0.0.1 if absent. */
  host?: string;
  /** Its own address if absent. */
  issuer?: string;
  clients: readonly Client[];
  people: readonly Person[];
  /** How the claims are called; `institution` and `groups` if absent. */
  claims?: Partial<ClaimNames>;
  /** RS256 if absent. */
  alg?: Algorithm;
  /** Of access tokens for an API; the origin of the first redirect URI of the first client if absent. */
  audience?: string;
  accessTokenSeconds?: number;
  /** The first signs. Made anew if absent. */
  keys?: readonly SigningKey[];
  /** What went wrong within the provider. */
  onError?: (error: Error) => void;
}

/** A real OpenID provider that runs, and what a spec does to it. */
export interface Provider {
  readonly issuer: string;
  readonly port: number;
  readonly audience: string;
  /** Signs at the moment. */
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly keyId: string;
  /** How often each endpoint was asked since the start, or since `resetRequests`. */
  readonly requests: Readonly<Record<Endpoint, number>>;
  resetRequests(): void;
  /** Signs with a new key from now on. The former stay published, unless they are forgotten; sessions and refresh tokens go on. */
  rotateKeys(options?: { forgetFormer?: boolean }): Promise<void>;
  /** Holds from the next token on. */
  setGroups(sub: string, groups: readonly string[]): void;
  setInstitutions(sub: string, institutions: readonly string[]): void;
  addPerson(person: Person): void;
  /** The person is unknown from now on: neither a session nor a refresh token helps. */
  removePerson(sub: string): void;
  /** Takes requests and does not answer them until `resume`. */
  pause(): void;
  resume(): void;
  /** Nobody listens any more, and open connections break; what it knows is kept for `start`. */
  stop(): Promise<void>;
  /** Listens again, on the same port. */
  start(): Promise<void>;
  /** An access token for the API as this provider would make it, or as somebody would forge it. */
  token(request: TokenRequest): Promise<string>;
}

export async function startProvider(options: ProviderOptions): Promise<Provider> {
  const { host = '127.0.0.1', clients, alg = 'RS256', onError = () => {} } = options;
  const people = new Map(options.people.map((person) => [person.sub, person]));
  const names: ClaimNames = { institution: 'institution', roles: 'groups', ...options.claims };
  const audience = options.audience ?? new URL(String(clients[0]?.redirectUris[0])).origin;
  const personBy = (address: unknown): Person | undefined =>
    [...people.values()].find(({ email }) => email === address);
  const store = memoryStore();
  const cookieSecret = randomBytes(32).toString('hex');
  const counter = countRequests();
  let keys = options.keys ?? [await newSigningKey(alg)];
  let gate: PromiseWithResolvers | undefined;

  const server = createServer((request, response) => {
    counter.count(request);
    answer(request, response).catch((error: unknown) => fail(response, error as Error));
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const issuer = options.issuer ?? `http://${host}:${String(port)}`;

  const make = (): OidcProvider => {
    const made = new OidcProvider(
      issuer,
      configurationOf({
        clients,
        personOf: (sub) => people.get(sub),
        personBy,
        names,
        alg,
        keys,
        audience,
        accessTokenSeconds: options.accessTokenSeconds ?? 300,
        cookieSecret,
        adapter: store.adapter,
      }),
    );
    made.on('server_error', (_context, error) => onError(error));
    return made;
  };
  // The keys of one cannot be changed: another takes its place, with the same store.
  let oidc = make();
  let handle = oidc.callback();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await gate?.promise;
    if (request.url?.startsWith('/interaction/')) await interact(request, response);
    else await handle(request, response);
  }

  function fail(response: ServerResponse, error: Error): void {
    // An interaction that is over, or of another browser.
    const isTheirs = error.name === 'SessionNotFound';
    if (!isTheirs) onError(error);
    show(response, problemPage(isTheirs ? 'This sign-in is over, or was begun elsewhere.' : 'Something went wrong.'), {
      status: isTheirs ? 400 : 500,
    });
  }

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session, uid } = await oidc.interactionDetails(request, response);
    if (prompt.name === 'consent') {
      const clientId = String(params['client_id']);
      const grant = await makeGrant(oidc, { clientId, accountId: String(session?.accountId), audience });
      await oidc.interactionFinished(request, response, { consent: { grantId: grant.jti } });
      return;
    }
    const path = `/interaction/${uid}`;
    if (request.method === 'POST') {
      const form = await formOf(request);
      const person = people.get(form.get('person') ?? '');
      const refusal = { error: 'access_denied', error_description: 'the person did not sign in' };
      const outcome = person ? { login: { accountId: person.sub, remember: true } } : refusal;
      await oidc.interactionFinished(request, response, outcome, { mergeWithLastSubmission: false });
      return;
    }
    const all = [...people.values()];
    const wantsAll = request.url === `${path}?everybody`;
    const hinted = wantsAll ? undefined : personBy(params['login_hint']);
    const page = { people: all, hinted, othersAt: `${path}?everybody`, action: path, leadsTo: originsOf(clients) };
    show(response, signInPage(page));
  }

  const change = (sub: string, changes: Partial<Person>): void => {
    const person = people.get(sub);
    if (!person) throw new Error(`${sub} is nobody whom the provider knows`);
    people.set(sub, { ...person, ...changes });
  };
  const signingKey = (): SigningKey => keys[0] as SigningKey;

  return {
    issuer,
    port,
    audience,
    get privateKey() {
      return privateKeyOf(signingKey());
    },
    get publicKey() {
      return publicKeyOf(signingKey());
    },
    get keyId() {
      return signingKey().kid;
    },
    requests: counter.requests,
    resetRequests: () => counter.reset(),
    async rotateKeys({ forgetFormer = false } = {}) {
      keys = [await newSigningKey(alg), ...(forgetFormer ? [] : keys)];
      oidc = make();
      handle = oidc.callback();
    },
    setGroups: (sub, groups) => change(sub, { groups }),
    setInstitutions: (sub, institutions) => change(sub, { institutions }),
    addPerson: (person) => void people.set(person.sub, person),
    removePerson(sub) {
      people.delete(sub);
      store.forget(sub);
    },
    pause() {
      gate ??= withResolvers();
    },
    resume() {
      gate?.resolve();
      gate = undefined;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    start: () => listen(port),
    token: (request) =>
      forgeToken(request, { issuer, audience, person: people.get(request.sub), names, signingKey: signingKey() }),
  };
}

interface PromiseWithResolvers {
  promise: Promise<void>;
  resolve(): void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

function show(response: ServerResponse, { html, policy }: Page, { status = 200 } = {}): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(html);
}
