import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { SessionDocument, SignedInPerson } from '@roundtrip/database';
import { sentence } from '@roundtrip/words';
import { Activities } from '../activities/activities.service.js';
import { GatewayConfig } from '../config.js';
import { Problem, unauthorised } from '../http/problem.errors.js';
import { seal, unseal } from '../http/sealed-text.js';
import { PeopleRepository } from '../people/people.repository.js';
import { SessionsRepository } from '../session/sessions.repository.js';
import { type Membership, Memberships } from './memberships.service.js';
import { Provider, RefusedByProvider, type SignedIn } from './provider.js';

/** The groups of somebody are asked for again with the first request that is later than so long after the last time. */
export const CHECK_AFTER_MS = 5 * 60_000;
/** So long one gateway has to ask, the others wait; and after so long a provider that was away is asked again. */
const CHECKING_MS = 30_000;
const LOOK_MS = 100;
const PATIENCE_MS = 6_000;

/** A session of a person, good at this moment, and what that person is in its institution. */
export interface PersonSession {
  session: SessionDocument & { person: SignedInPerson };
  membership: Membership & { role: NonNullable<Membership['role']> };
}

/** Sessions of people: what the provider says of them is looked at again, and what they may do follows from it. */
@Injectable()
export class PersonSessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly people: PeopleRepository,
    private readonly memberships: Memberships,
    private readonly provider: Provider,
    private readonly activities: Activities,
    private readonly config: GatewayConfig,
  ) {}

  /** @returns the token of a session that begins */
  async begin(institution: string, signedIn: SignedIn, now: Date): Promise<{ token: string; expiresAt: Date }> {
    const expiresAt = new Date(now.getTime() + this.config.SESSION_HOURS * 3600_000);
    const person = this.personOf(signedIn, now);
    const language = (await this.people.find(institution, person.personId))?.language;
    const session = { institution, person, ...(language && { language }), createdAt: now, expiresAt };
    return { token: await this.sessions.begin(session), expiresAt };
  }

  /** @throws Problem 401 when the provider, or the institution, does not know the person any more */
  async good(found: PersonSession['session'], now: Date): Promise<PersonSession> {
    const session = isDue(found.person, now) ? await this.checked(found, now) : found;
    const membership = await this.memberships.in(session.institution, session.person);
    const role = membership?.role;
    if (!membership || role === undefined) {
      await this.endOf(session, 'role');
      throw unauthorised(
        sentence('sign-in-no-longer', { name: membership?.name ?? session.institution }),
        'invalid_token',
      );
    }
    void this.people.noteUse(session.institution, session.person.personId, now);
    return { session, membership: { ...membership, role } };
  }

  idTokenOf({ person }: SessionDocument): string | undefined {
    return person?.idToken === undefined ? undefined : unseal(person.idToken, this.config.SESSION_SECRET);
  }

  /** Asks the provider again, or waits for who is asking. While it is away, sessions go on. */
  private async checked(session: PersonSession['session'], now: Date): Promise<PersonSession['session']> {
    const later = new Date(now.getTime() + CHECKING_MS);
    if (!(await this.sessions.claimCheck(session, later, now))) return this.afterCheckOf(session);
    const { idToken, subject } = session.person;
    let { refreshToken } = session.person;
    const keep = async (next: string): Promise<void> => {
      refreshToken = seal(next, this.config.SESSION_SECRET);
      await this.sessions.keepRefreshToken(session._id, refreshToken);
    };
    try {
      if (refreshToken === undefined) throw new RefusedByProvider('no_refresh_token');
      const again = await this.provider.again(subject, unseal(refreshToken, this.config.SESSION_SECRET), keep);
      // Where it gives no new ones, the old ones are still good.
      const person = { refreshToken, ...(idToken !== undefined && { idToken }), ...this.personOf(again, now) };
      await this.sessions.keepPerson(session._id, person);
      const role = (await this.memberships.in(session.institution, person))?.role;
      await this.people.noteGroups(session.institution, again, role);
      return { ...session, person };
    } catch (error) {
      if (error instanceof RefusedByProvider) {
        await this.endOf(session, 'provider');
        throw ended();
      }
      if (!(error instanceof Problem)) throw error;
      const person = { ...session.person, ...(refreshToken !== undefined && { refreshToken }), awayUntil: later };
      await this.sessions.keepPerson(session._id, person);
      return { ...session, person };
    }
  }

  private async afterCheckOf(session: PersonSession['session']): Promise<PersonSession['session']> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(LOOK_MS)) {
      const found = await this.sessions.findById(session._id);
      if (!found?.person) throw ended();
      if (!isDue(found.person, new Date())) return { ...found, person: found.person };
    }
    return session;
  }

  /** @param why none of the groups has a role any more, or the provider does not know the person so */
  private async endOf({ _id, institution, person }: PersonSession['session'], why: 'role' | 'provider'): Promise<void> {
    const who = { institution, type: 'person' as const, id: person.personId, name: person.name };
    // Of requests at the same moment each finds it out.
    const deed = { kind: 'sessions-ended' as const, details: { why }, key: `session-ended:${_id}` };
    await this.activities.recorded(who, deed, () => this.sessions.endById(_id));
  }

  private personOf({ refreshToken, idToken, ...person }: SignedIn, checkedAt: Date): SignedInPerson {
    const { SESSION_SECRET } = this.config;
    return {
      ...person,
      checkedAt,
      ...(refreshToken !== undefined && { refreshToken: seal(refreshToken, SESSION_SECRET) }),
      ...(idToken !== undefined && { idToken: seal(idToken, SESSION_SECRET) }),
    };
  }
}

const isDue = ({ checkedAt, awayUntil }: SignedInPerson, now: Date): boolean =>
  now.getTime() - checkedAt.getTime() > CHECK_AFTER_MS && !(awayUntil !== undefined && awayUntil > now);

const ended = (): Problem => unauthorised(sentence('session-ended'), 'invalid_token');
