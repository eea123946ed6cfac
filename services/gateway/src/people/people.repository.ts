import { Injectable } from '@nestjs/common';
import type { Role } from '@roundtrip/contracts';
import type { PersonDocument } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';
import type { ClaimedPerson } from '../sign-in/claims.rules.js';

const MINUTE_MS = 60_000;

/** The people who have signed in to an institution, or tried to. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly database: GatewayDatabase) {}

  async find(institution: string, personId: string): Promise<PersonDocument | undefined> {
    return (await this.database.people.findOne({ _id: idOf(institution, personId) })) ?? undefined;
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
}

const idOf = (institution: string, personId: string): string => `${institution}:${personId}`;
