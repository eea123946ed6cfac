import { type Role, roles } from '@roundtrip/contracts';
import { type Provider, type ProviderOptions, startProvider, Visitor } from '@roundtrip/provider';
import { type Answered, GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

/** Where people reach the gateway; a visitor of a spec asks it where it really listens. */
const publicUrl = 'http://127.0.0.1:8080';

/** The groups of the provider that have a role in both institutions. */
export const groupOf = (role: Role): string => `crew-${role}`;

/** Somebody with a browser that has been at the provider. */
export interface SignedInVisitor {
  visitor: Visitor;
  /** Where the gateway sent the browser in the end. */
  landed: URL;
  /** What the browser shows from now on, as a header. */
  cookie: string;
  ask(method: string, path: string, body?: unknown): Promise<Answered>;
}

/** The gateway beside a real provider whose groups are mapped in its first institution. */
export class ProviderFixture {
  private constructor(
    readonly gateway: GatewayFixture,
    readonly provider: Provider,
  ) {}

  static async start(
    options: Partial<ProviderOptions> & { env?: Record<string, string> } = {},
  ): Promise<ProviderFixture> {
    const { env = {}, ...more } = options;
    const client = {
      clientId: 'roundtrip',
      clientSecret: 'a secret of the client',
      redirectUris: [`${publicUrl}/v1/session/callback`],
      postLogoutRedirectUris: [`${publicUrl}/sign-in`],
    };
    const provider = await startProvider({ clients: [client], people: [], audience: publicUrl, ...more });
    const gateway = await GatewayFixture.start({
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      ...env,
    });
    const fixture = new ProviderFixture(gateway, provider);
    for (const { id } of [gateway.institution, gateway.other]) await fixture.map(id);
    return fixture;
  }

  readonly publicUrl = publicUrl;

  async map(
    institution: string,
    groupRoles = roles.map((role): { group: string; role: Role } => ({ group: groupOf(role), role })),
  ): Promise<void> {
    await this.gateway.database.institutions.updateOne({ _id: institution }, { $set: { groupRoles } });
  }

  /** Adds somebody whom the provider knows. */
  person(
    sub: string,
    groups: readonly string[],
    institutions: readonly string[] = [this.gateway.institution.id],
  ): string {
    this.provider.addPerson({ sub, name: `${sub} of the crew`, email: `${sub}@example.org`, groups, institutions });
    return sub;
  }

  /** From the page of the console to the provider and back. */
  async signIn(sub: string, query = '', visitor = new Visitor()): Promise<SignedInVisitor> {
    const at = await this.begin(visitor, query);
    const back = await visitor.visit(at, { as: sub });
    return this.comeBack(visitor, back);
  }

  /** @returns the address of the provider that the gateway leads to */
  async begin(visitor: Visitor, query = ''): Promise<string> {
    const started = await visitor.ask(`${this.gateway.url}/v1/session/start${query}`);
    return started.headers.get('location') ?? '';
  }

  async comeBack(visitor: Visitor, back: string): Promise<SignedInVisitor> {
    const callback = new URL(back);
    const ended = await visitor.ask(this.gateway.url + callback.pathname + callback.search);
    const landed = new URL(ended.headers.get('location') ?? '', this.publicUrl);
    const set = ended.headers.getSetCookie().find((one) => /^roundtrip_session=[^;]/.test(one)) ?? '';
    const ask: SignedInVisitor['ask'] = (method, path, body) => this.asVisitor(visitor, method, path, body);
    return { visitor, landed, cookie: set.split(';')[0] as string, ask };
  }

  async asVisitor(visitor: Visitor, method: string, path: string, body?: unknown): Promise<Answered> {
    const response = await visitor.ask(this.gateway.url + path, {
      method,
      headers: { origin: this.publicUrl, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const json: Json = isJson ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, json };
  }

  /** What the provider said of all people is too old from now on. */
  async age(minutes = 6): Promise<void> {
    const checkedAt = new Date(Date.now() - minutes * 60_000);
    await this.gateway.database.sessions.updateMany(
      { 'person.checkedAt': { $exists: true } },
      { $set: { 'person.checkedAt': checkedAt }, $unset: { 'person.awayUntil': '' } },
    );
  }

  async close(): Promise<void> {
    await this.gateway.close();
    await this.provider.stop();
  }
}
