import { Injectable } from '@nestjs/common';
import type { PersonDocument } from '@roundtrip/database';
import { ActivitiesRepository } from '../activities/activities.repository.js';
import { Activities } from '../activities/activities.service.js';
import type { Principal } from '../http/principal.js';
import { notFound } from '../http/problem.errors.js';
import { SessionsRepository } from '../session/sessions.repository.js';
import { PeopleRepository } from './people.repository.js';

const MOST_GROUPS = 1_000;

/** The people of an institution, as far as the provider has sent them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly activities: Activities,
    private readonly record: ActivitiesRepository,
  ) {}

  /** @param after when and who the page before ended with */
  async page(
    institution: string,
    after: [string, string] | undefined,
    limit: number,
  ): Promise<{ person: PersonDocument; sessions: number }[]> {
    const found = await this.people.page(institution, after && { at: new Date(after[0]), personId: after[1] }, limit);
    const counts = await this.sessions.countsOfPeople(
      institution,
      found.map(({ personId }) => personId),
    );
    return found.map((person) => ({ person, sessions: counts.get(person.personId) ?? 0 }));
  }

  async groups(institution: string): Promise<{ group: string; people: number }[]> {
    const counts = new Map<string, number>();
    for (const group of await this.people.groups(institution)) counts.set(group, (counts.get(group) ?? 0) + 1);
    return Array.from(counts, ([group, people]) => ({ group, people }))
      .toSorted((one, other) => other.people - one.people || (one.group < other.group ? -1 : 1))
      .slice(0, MOST_GROUPS);
  }

  /** @throws Problem 404 */
  async endSessions(who: Principal, personId: string, now: Date): Promise<void> {
    const { name } = await this.get(who, personId);
    const deed = { kind: 'sessions-ended' as const, subject: { type: 'person' as const, id: personId, name } };
    await this.activities.recorded(who, deed, () => this.end(who, personId, now));
  }

  /** What is interrupted in between can be asked for again: who it was goes last from the list. @throws Problem 404 */
  async erase(who: Principal, personId: string, now: Date): Promise<void> {
    await this.get(who, personId);
    const deed = { kind: 'person-erased' as const, subject: { type: 'person' as const, id: personId } };
    await this.activities.recorded(who, deed, async () => {
      await this.end(who, personId, now);
      await this.people.eraseFromWork(who.institution, personId);
      await this.record.eraseName(who.institution, personId);
      await this.people.erase(who.institution, personId, now);
    });
  }

  /** Tokens first: whoever has one cannot begin a session with it, but the other way round is not so. */
  private async end({ institution }: Principal, personId: string, now: Date): Promise<void> {
    await this.people.endTokens(institution, personId, now);
    await this.sessions.endAllOfPerson(institution, personId);
  }

  private async get({ institution }: Principal, personId: string): Promise<PersonDocument> {
    const person = await this.people.find(institution, personId);
    if (!person) throw notFound('person');
    return person;
  }
}
