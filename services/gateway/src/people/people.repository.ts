import { Injectable } from '@nestjs/common';
import type { Language, Role } from '@roundtrip/contracts';
import type { PersonDocument } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';
import { keptLanguage } from '../session/kept-language.js';
import type { ClaimedPerson } from '../sign-in/claims.rules.js';

const MINUTE_MS = 60_000;

/** The people who have signed in to an institution, or tried to. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly database: GatewayDatabase) {}

  async find(institution: string, personId: string): Promise<PersonDocument | undefined> {
    return (await this.database.people.findOne({ _id: idOf(institution, personId) })) ?? undefined;
  }

  /** Their names as they are now, by personId; who was erased has none. */
  async names(institution: string, personIds: readonly string[]): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const ids = personIds.map((personId) => idOf(institution, personId));
    const found = await this.database.people
      .find({ _id: { $in: ids } }, { projection: { personId: 1, name: 1 } })
      .toArray();
    return new Map(found.flatMap(({ personId, name }) => (name === undefined ? [] : [[personId, name]])));
  }

  /** @param role undefined: none of the groups has one here, the person was not let in */
  async noteSignIn(institution: string, person: ClaimedPerson, role: Role | undefined, at: Date): Promise<void> {
    const { personId, name, email, groups } = person;
    const gone = {
      erasedAt: '' as const,
      ...(email === undefined && { email: '' as const }),
      ...(role === undefined && { role: '' as const }),
    };
    await this.database.people.updateOne(
      { _id: idOf(institution, personId) },
      {
        $setOnInsert: { institution, personId, firstSignInAt: at },
        $set: {
          name,
          groups,
          lastSignInAt: at,
          ...(email !== undefined && { email }),
          ...(role !== undefined && { role }),
        },
        $unset: gone,
      },
      { upsert: true },
    );
  }

  /** What the provider said when it was asked again. */
  async noteGroups(institution: string, { personId, groups }: ClaimedPerson, role: Role | undefined): Promise<void> {
    await this.database.people.updateOne(
      { _id: idOf(institution, personId) },
      role === undefined ? { $set: { groups }, $unset: { role: '' } } : { $set: { groups, role } },
    );
  }

  /** At most once a minute. Never rejects: that it fails hurts nobody, and nobody needs to wait for it. */
  async noteUse(institution: string, personId: string, at: Date): Promise<void> {
    const isOlder = {
      $or: [{ lastSeenAt: { $exists: false } }, { lastSeenAt: { $lte: new Date(at.getTime() - MINUTE_MS) } }],
    };
    await this.database.people.sentOnce
      .updateOne({ _id: idOf(institution, personId), ...isOlder }, { $set: { lastSeenAt: at } })
      .catch(() => undefined);
  }

  /**
   * In each of the institutions: nobody knows where the next session begins.
   *
   * @param language null: none any more
   * @returns false where the person is known in none of them
   */
  async keepLanguage(institutions: readonly string[], personId: string, language: Language | null): Promise<boolean> {
    const ids = institutions.map((institution) => idOf(institution, personId));
    const isKnown = { _id: { $in: ids }, erasedAt: { $exists: false } };
    const { matchedCount } = await this.database.people.updateMany(isKnown, keptLanguage(language));
    return matchedCount > 0;
  }

  /** The latest sign-in first, from the one after `after`. */
  page(
    institution: string,
    after: { at: Date; personId: string } | undefined,
    limit: number,
  ): Promise<PersonDocument[]> {
    const earlier = after && {
      $or: [{ lastSignInAt: { $lt: after.at } }, { lastSignInAt: after.at, personId: { $gt: after.personId } }],
    };
    return this.database.people
      .find({ institution, ...earlier })
      .sort({ lastSignInAt: -1, personId: 1 })
      .limit(limit)
      .toArray();
  }

  /** Those of each person, one after the other. */
  async groups(institution: string): Promise<string[]> {
    const found = this.database.people.find({ institution }, { projection: { groups: 1 } });
    return (await found.toArray()).flatMap(({ groups }) => groups);
  }

  /** Tokens that were issued until then are worth nothing. */
  async endTokens(institution: string, personId: string, endedAt: Date): Promise<void> {
    await this.database.people.updateOne({ _id: idOf(institution, personId) }, { $set: { endedAt } });
  }

  /** In what was asked for the id takes the place of the name. */
  async eraseFromWork(institution: string, personId: string): Promise<void> {
    const { jobs, requests, apiKeys } = this.database;
    await jobs.updateMany({ institution, 'requestedBy.id': personId }, { $set: { 'requestedBy.name': personId } });
    await jobs.updateMany(
      { institution, 'cancelRequestedBy.id': personId },
      { $set: { 'cancelRequestedBy.name': personId } },
    );
    await requests.updateMany({ institution, 'requestedBy.id': personId }, { $set: { 'requestedBy.name': personId } });
    await apiKeys.updateMany({ institution, createdBy: personId }, { $set: { createdByName: personId } });
  }

  async erase(institution: string, personId: string, erasedAt: Date): Promise<void> {
    await this.database.people.updateOne(
      { _id: idOf(institution, personId) },
      { $set: { groups: [], erasedAt }, $unset: { name: '', email: '', language: '' } },
    );
  }
}

const idOf = (institution: string, personId: string): string => `${institution}:${personId}`;
