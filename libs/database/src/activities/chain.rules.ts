import { createHash } from 'node:crypto';
import type { ActivityDocument, ActivityHeadDocument } from '../documents.js';

/** How the activities of an institution hang together: each carries the hash of the one before it. */
export type ActivityLink = Pick<ActivityHeadDocument, 'seq' | 'hash'>;

/** What somebody does, before it has its place in the chain. */
export type ActivityEntry = Omit<ActivityDocument, '_id' | 'institution' | 'seq' | 'previous' | 'hash'>;

/** Before the first. */
export const chainOrigin: ActivityLink = { seq: 0, hash: '0'.repeat(64) };

/** In the order of their numbers, also as a text. */
export const activityId = (institution: string, seq: number): string =>
  `${institution}:${String(seq).padStart(12, '0')}`;

/** The entries in this order, hung on to `tail`. */
export function linked(institution: string, tail: ActivityLink, entries: readonly ActivityEntry[]): ActivityDocument[] {
  const documents: ActivityDocument[] = [];
  let { seq, hash } = tail;
  for (const entry of entries) {
    seq += 1;
    const unsealed = { _id: activityId(institution, seq), institution, seq, ...entry, previous: hash };
    hash = activityHash(unsealed);
    documents.push({ ...unsealed, hash });
  }
  return documents;
}

/** SHA-256 of everything that it holds but names and their salts, hex. */
export function activityHash(activity: Omit<ActivityDocument, 'hash'> & { hash?: string }): string {
  const { hash: _hash, actor, subject, ...rest } = activity;
  const hashed = { ...rest, actor: withoutName(actor), ...(subject && { subject: withoutName(subject) }) };
  return createHash('sha256').update(canonicalJson(hashed)).digest('hex');
}

const withoutName = ({ name: _name, salt: _salt, ...rest }: ActivityDocument['actor'] | Subject): object => rest;
type Subject = NonNullable<ActivityDocument['subject']>;

/** JSON that is the same for the same content: names in order, no spaces, times in ISO 8601, what is undefined left out. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
