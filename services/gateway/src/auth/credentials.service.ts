import { Injectable } from '@nestjs/common';
import { type ApiKeyDocument, hashOfKey, isLiveKey, type SessionDocument } from '@roundtrip/database';
import { withTimeout } from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import { requireLive } from '../api-keys/require-live.js';
import { GatewayConfig } from '../config.js';
import { CREDENTIAL_MS, STORE_MS } from '../http/deadlines.js';
import type { Principal } from '../http/principal.js';
import { Problem, unauthorised } from '../http/problem.errors.js';
import { PeopleRepository } from '../people/people.repository.js';
import { SessionsRepository } from '../session/sessions.repository.js';
import { type Membership, Memberships } from '../sign-in/memberships.service.js';
import { PersonSessions } from '../sign-in/person-sessions.service.js';
import { AccessTokens } from './access-tokens.js';
import type { Credential } from './credential.js';
import { readToken } from './session-cookie.js';

export type Holder = Omit<Principal, 'language'>;

/** Whom a credential stands for. It is looked up each time: a deleted key and an ended session are worth nothing at once. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly sessions: SessionsRepository,
    private readonly personSessions: PersonSessions,
    private readonly tokens: AccessTokens,
    private readonly memberships: Memberships,
    private readonly people: PeopleRepository,
    private readonly config: GatewayConfig,
  ) {}

  /** @throws Problem 401, 403, 503 */
  holderOf(credential: Credential, now: Date): Promise<Holder> {
    return withTimeout(CREDENTIAL_MS, this.find(credential, now));
  }

  private find({ type, value, institution }: Credential, now: Date): Promise<Holder> {
    if (type === 'cookie') return this.ofCookie(value, now);
    return this.tokens.isToken(value) ? this.ofToken(value, institution, now) : this.ofKey(value, now);
  }

  private async ofKey(value: string, now: Date): Promise<Holder> {
    const key = await withTimeout(STORE_MS, this.keys.findByHash(hashOfKey(value)));
    requireLive(key, now);
    void this.keys.noteUse(key, now);
    return { ...holderOfKey(key), chosenLanguage: key.language, via: 'bearer' };
  }

  private async ofCookie(value: string, now: Date): Promise<Holder> {
    const token = readToken(value, this.config.SESSION_SECRET);
    const session = token === undefined ? undefined : await withTimeout(STORE_MS, this.sessions.find(token));
    // The database clears away what is over in its own time.
    if (!session || session.expiresAt <= now) throw sessionEnded();
    const { person } = session;
    return person ? this.ofPerson({ ...session, person }, now) : this.ofKeySession(session, now);
  }

  private async ofKeySession(session: SessionDocument, now: Date): Promise<Holder> {
    const { _id: sessionId, keyId = '', language: chosenLanguage, expiresAt } = session;
    const key = await withTimeout(STORE_MS, this.keys.find(keyId));
    if (!key || !isLiveKey(key, now)) throw sessionEnded();
    void this.keys.noteUse(key, now);
    return { ...holderOfKey(key), chosenLanguage, via: 'cookie', sessionId, expiresAt };
  }

  private async ofPerson(found: Parameters<PersonSessions['good']>[0], now: Date): Promise<Holder> {
    const { session, membership } = await this.personSessions.good(found, now);
    const { personId, name } = session.person;
    const { institutionId: institution, role } = membership;
    const ofSession = { sessionId: session._id, expiresAt: session.expiresAt, chosenLanguage: session.language };
    return { institution, type: 'person', id: personId, name, role, via: 'cookie', ...ofSession };
  }

  private async ofToken(value: string, wanted: string | undefined, now: Date): Promise<Holder> {
    const { person, issuedAt, expiresAt } = await this.tokens.holderOf(value);
    const { institutionId: institution, role } = chosen(await this.memberships.of(person), wanted);
    const known = await this.people.find(institution, person.personId);
    if (known?.endedAt && issuedAt <= known.endedAt) throw unauthorised(sentence('token-over'), 'invalid_token');
    if (known) void this.people.noteUse(institution, person.personId, now);
    const { personId: id, name } = person;
    return { institution, type: 'person', id, name, role, chosenLanguage: known?.language, via: 'bearer', expiresAt };
  }
}

const sessionEnded = (): Problem => unauthorised(sentence('session-ended'), 'invalid_token');

/** @throws Problem 403 that says what is missing */
function chosen(theirs: readonly Membership[], wanted: string | undefined): Membership & Pick<Holder, 'role'> {
  const open = theirs.flatMap((one) => (one.role === undefined ? [] : [{ ...one, role: one.role }]));
  const [first, second] = wanted === undefined ? open : open.filter(({ institutionId }) => institutionId === wanted);
  if (!first) throw new Problem(403, 'FORBIDDEN', sentence('token-no-role'));
  if (second) throw new Problem(403, 'INSTITUTION_NEEDED', sentence('token-several-institutions'));
  return first;
}

const holderOfKey = ({ institution, _id: id, name, role, expiresAt }: ApiKeyDocument) => ({
  institution,
  type: 'key' as const,
  id,
  name,
  role,
  ...(expiresAt && { keyExpiresAt: expiresAt }),
});
