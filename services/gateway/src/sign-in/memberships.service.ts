import { Injectable } from '@nestjs/common';
import type { Role } from '@roundtrip/contracts';
import type { InstitutionDocument } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';
import type { ClaimedPerson } from './claims.rules.js';
import { roleOf } from './group-roles.rules.js';

/** What somebody is in an institution. */
export interface Membership {
  institutionId: string;
  name: string;
  /** Undefined: none of the groups has a role there. */
  role: Role | undefined;
}

type Claimed = Pick<ClaimedPerson, 'institutions' | 'groups'>;

/** Where somebody belongs, and as what. It is looked up each time: another mapping counts at once. */
@Injectable()
export class Memberships {
  constructor(private readonly database: GatewayDatabase) {}

  /** Of the institutions that are named those which exist, by name. */
  async of(person: Claimed): Promise<Membership[]> {
    if (person.institutions.length === 0) return [];
    const found = await this.database.institutions
      .find({ _id: { $in: person.institutions } }, { projection: { name: 1, groupRoles: 1 } })
      .toArray();
    return found
      .map((one) => membership(one, person))
      .toSorted(
        (one, other) => one.name.localeCompare(other.name) || (one.institutionId < other.institutionId ? -1 : 1),
      );
  }

  /** Undefined where the institution does not exist, or is not one of theirs. */
  async in(institution: string, person: Claimed): Promise<Membership | undefined> {
    if (!person.institutions.includes(institution)) return undefined;
    const found = await this.database.institutions.findOne(
      { _id: institution },
      { projection: { name: 1, groupRoles: 1 } },
    );
    return found ? membership(found, person) : undefined;
  }
}

const membership = (
  { _id, name, groupRoles }: Pick<InstitutionDocument, '_id' | 'name' | 'groupRoles'>,
  { groups }: Claimed,
): Membership => ({ institutionId: _id, name, role: roleOf(groups, groupRoles) });
