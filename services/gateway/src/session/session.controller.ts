import { Controller, Req } from '@nestjs/common';
import { type ApiKeyDocument, hashOfKey, isLiveKey } from '@roundtrip/database';
import type { Request } from 'express';
import { z } from 'zod';
import { sentence } from '@roundtrip/words';
import { Activities } from '../activities/activities.service.js';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import { requireLive } from '../api-keys/require-live.js';
import { GatewayConfig } from '../config.js';
import { Answer } from '../http/answer.js';
import { networkOf } from '../http/network-of.js';
import type { Principal } from '../http/principal.js';
import { notFound, Problem } from '../http/problem.errors.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { requireOwnPage } from '../auth/same-origin.js';
import { InstitutionsRepository } from '../institution/institutions.repository.js';
import { sessionCookie, signToken } from '../auth/session-cookie.js';
import { Memberships } from '../sign-in/memberships.service.js';
import { PersonSessions } from '../sign-in/person-sessions.service.js';
import { Provider } from '../sign-in/provider.js';
import { signOutBody } from '../sign-in/sign-in.schemas.js';
import { meBody } from './session.schemas.js';
import { SessionEnds } from './session-ends.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInCodesRepository } from './sign-in-codes.repository.js';

const tag = 'Session';

export const getMe = route({
  operation: 'getMe',
  method: 'get',
  path: '/v1/me',
  tag,
  role: 'any',
  summary: 'Who you are: institution, role, settings.',
  answers: { 200: { description: 'You.', schema: meBody } },
});

export const createSession = route({
  operation: 'createSession',
  method: 'post',
  path: '/v1/session',
  tag,
  role: 'none',
  summary: 'Sign in: exchange an API key for a session cookie.',
  description:
    'The cookie is http-only and SameSite=Strict. With it, changes are accepted from the pages of PUBLIC_URL only. A session that the browser had before ends.',
  body: z.strictObject({ key: z.string().min(1).max(200) }),
  example: { key: 'rt_0123456789abcdefghjkmnpqrstvwxyz' },
  answers: { 200: { description: 'Who you are now.', schema: meBody, headers: { 'Set-Cookie': 'The session' } } },
  problems: { 401: ['UNAUTHORISED'], 403: ['FORBIDDEN_ORIGIN'], 429: ['TOO_MANY_SIGN_INS'] },
});

export const createSessionFromCode = route({
  operation: 'createSessionFromCode',
  method: 'post',
  path: '/v1/session/code',
  tag,
  role: 'none',
  summary: 'Sign in by a link: exchange the code of a sign-in link for a session cookie.',
  description:
    'A code is good once, for ten minutes. The commands that make an institution or start a demo print such links.',
  body: z.strictObject({ code: z.string().min(1).max(200) }),
  example: { code: '0123456789abcdefghjkmnpqrstvwxyz' },
  answers: { 200: { description: 'Who you are now.', schema: meBody, headers: { 'Set-Cookie': 'The session' } } },
  problems: { 403: ['FORBIDDEN_ORIGIN'], 410: ['SIGN_IN_CODE_GONE'], 429: ['TOO_MANY_SIGN_INS'] },
});

export const deleteSession = route({
  operation: 'deleteSession',
  method: 'delete',
  path: '/v1/session',
  tag,
  role: 'none',
  summary: 'Sign out: the session ends, here and wherever else its cookie may be.',
  answers: {
    200: {
      description: 'The cookie is removed; who signed in by the provider is still signed in there.',
      schema: signOutBody,
      headers: { 'Set-Cookie': 'Empty and expired' },
    },
    204: { description: 'The cookie is removed.', headers: { 'Set-Cookie': 'Empty and expired' } },
  },
  problems: { 403: ['FORBIDDEN_ORIGIN'] },
});

export const putSessionInstitution = route({
  operation: 'putSessionInstitution',
  method: 'put',
  path: '/v1/session/institution',
  tag,
  role: 'any',
  summary: 'Go on in another of your institutions.',
  description: 'For sessions of people who belong to several; those that they may choose are in /v1/me.',
  body: z.strictObject({ institutionId: z.string().min(1).max(100) }),
  example: { institutionId: 'museum' },
  answers: { 200: { description: 'Who you are there.', schema: meBody } },
  problems: { 403: ['FORBIDDEN_ORIGIN'], 404: ['NOT_FOUND'], 409: ['SESSION_OF_KEY'] },
});

@Controller()
export class SessionController {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly sessions: SessionsRepository,
    private readonly ends: SessionEnds,
    private readonly codes: SignInCodesRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly memberships: Memberships,
    private readonly personSessions: PersonSessions,
    private readonly provider: Provider,
    private readonly activities: Activities,
    private readonly config: GatewayConfig,
  ) {}

  @Serves(getMe)
  me(@Who() who: Principal): Promise<z.output<typeof meBody>> {
    return this.describe(who);
  }

  @Serves(createSession)
  async signIn(@Input() input: RouteInput<typeof createSession>, @Req() request: Request): Promise<Answer> {
    requireOwnPage(request, this.config.PUBLIC_URL);
    const key = await this.keys.findByHash(hashOfKey(input.body.key));
    requireLive(key, new Date());
    return this.begin(key, request, 'key');
  }

  @Serves(createSessionFromCode)
  async signInByLink(
    @Input() input: RouteInput<typeof createSessionFromCode>,
    @Req() request: Request,
  ): Promise<Answer> {
    requireOwnPage(request, this.config.PUBLIC_URL);
    const keyId = await this.codes.redeem(input.body.code, new Date());
    const key = keyId === undefined ? undefined : await this.keys.find(keyId);
    if (!key || !isLiveKey(key, new Date())) {
      throw new Problem(410, 'SIGN_IN_CODE_GONE', sentence('sign-in-code-gone'));
    }
    return this.begin(key, request, 'link');
  }

  @Serves(deleteSession)
  async signOut(@Req() request: Request): Promise<Answer> {
    requireOwnPage(request, this.config.PUBLIC_URL);
    const session = await this.ends.signOut(request, new Date());
    const headers = { 'Set-Cookie': sessionCookie(this.config.PUBLIC_URL) };
    const signOutAt = session?.person && (await this.provider.signOutUrl(this.personSessions.idTokenOf(session)));
    return signOutAt === undefined ? new Answer(204, undefined, headers) : new Answer(200, { signOutAt }, headers);
  }

  @Serves(putSessionInstitution)
  async choose(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof putSessionInstitution>,
  ): Promise<z.output<typeof meBody>> {
    const { institutionId } = input.body;
    const session = who.sessionId === undefined ? undefined : await this.sessions.findById(who.sessionId);
    if (!session?.person) throw new Problem(409, 'SESSION_OF_KEY', sentence('session-of-key'));
    const membership = await this.memberships.in(institutionId, session.person);
    if (membership?.role === undefined) throw notFound('institution');
    await this.activities.recorded({ ...who, institution: institutionId }, { kind: 'institution-chosen' }, () =>
      this.sessions.choose(session._id, institutionId),
    );
    return this.describe({ ...who, institution: institutionId, role: membership.role });
  }

  private async begin(key: ApiKeyDocument, request: Request, by: 'key' | 'link'): Promise<Answer> {
    const createdAt = new Date();
    const { institution, _id: keyId, name, role, expiresAt: keyExpiresAt } = key;
    const longest = new Date(createdAt.getTime() + this.config.SESSION_HOURS * 3600_000);
    const expiresAt = keyExpiresAt && keyExpiresAt < longest ? keyExpiresAt : longest;
    const who = { institution, type: 'key' as const, id: keyId, name, address: networkOf(request.ip) };
    const token = await this.activities.recorded(who, { kind: 'signed-in', details: { by } }, () =>
      this.sessions.begin({ institution, keyId, createdAt, expiresAt }),
    );
    await this.ends.endThatOf(request);
    void this.keys.noteUse(key, createdAt);
    const ends = { expiresAt, ...(keyExpiresAt && { keyExpiresAt }) };
    const me = await this.describe({ institution, type: 'key', id: keyId, name, role, via: 'cookie', ...ends });
    const value = signToken(token, this.config.SESSION_SECRET);
    return new Answer(200, me, { 'Set-Cookie': sessionCookie(this.config.PUBLIC_URL, { value, expiresAt }) });
  }

  private async describe(who: Omit<Principal, 'language'>): Promise<z.output<typeof meBody>> {
    const { institution, type, id, name, role, chosenLanguage, keyExpiresAt, expiresAt } = who;
    const settings = await this.institutions.get(institution);
    const { delimiter, language, allowedEmailDomains } = settings;
    return {
      institution: { institutionId: institution, name: settings.name },
      type,
      id,
      keyId: type === 'key' ? id : null,
      name,
      role,
      institutions: await this.institutionsOf(who, { institutionId: institution, name: settings.name, role }),
      language: chosenLanguage ?? null,
      settings: { delimiter, language, allowedEmailDomains },
      limits: { uploadMaxBytes: this.config.UPLOAD_MAX_BYTES },
      keyExpiresAt: keyExpiresAt?.toISOString() ?? null,
      sessionExpiresAt: expiresAt?.toISOString() ?? null,
    };
  }

  /** Those that one may go on in. */
  private async institutionsOf(
    { sessionId }: Pick<Principal, 'sessionId'>,
    present: MyInstitution,
  ): Promise<MyInstitution[]> {
    const session = sessionId === undefined ? undefined : await this.sessions.findById(sessionId);
    if (!session?.person) return [present];
    const all = await this.memberships.of(session.person);
    return all.flatMap(({ role, ...one }) => (role === undefined ? [] : [{ ...one, role }]));
  }
}

type MyInstitution = z.output<typeof meBody>['institutions'][number];
