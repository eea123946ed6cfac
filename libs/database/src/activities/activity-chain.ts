import { institutionIdRange } from '../contact-id.js';
import type { DatabaseOf } from '../database.js';
import type { ActivityDocument } from '../documents.js';
import { isDuplicateKey } from '../transient-errors.js';
import { activityId, type ActivityEntry, type ActivityLink, chainOrigin, linked } from './chain.rules.js';

/** Two writers that always meet would have to be many: of two one is first each time. */
const MOST_TRIES = 200;

type Activities = Pick<DatabaseOf<'gateway'>, 'activities' | 'activityHeads'>;

/**
 * Hangs entries on to the activities of an institution. Nobody has a lock: the next number is taken by who writes it first, and whoever
 * finds it taken goes on behind that one. What is written by us is known by its hash, which no other entry has.
 */
export class ActivityChain {
  /** Where each institution was last seen to end. An old one does no harm: its next number is taken. */
  private readonly tails = new Map<string, ActivityLink>();

  constructor(private readonly database: Activities) {}

  /**
   * In this order, with nothing of ours missing; others may write in between. One whose key is there already is left out.
   *
   * @throws what the database says; then some may have been written
   */
  async append(institution: string, entries: readonly ActivityEntry[]): Promise<void> {
    let open = await this.withoutKnown(institution, entries);
    for (let tries = 1; open.length > 0; tries++) {
      const documents = linked(institution, await this.tailOf(institution), open);
      const stand = await this.insert(documents);
      const last = documents[stand - 1];
      if (last) await this.advance(institution, last);
      if (stand === documents.length) return;
      if (tries === MOST_TRIES) throw new Error('the activities of an institution are written by too many at once');
      this.tails.delete(institution);
      open = await this.withoutKnown(institution, open.slice(stand));
    }
  }

  /** @returns how many of them stand now: all before the first that does not */
  private async insert(documents: readonly ActivityDocument[]): Promise<number> {
    try {
      await this.database.activities.insertMany([...documents], { ordered: true });
      return documents.length;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    // Another was first; or these very ones were, and the answer was lost.
    const ids = documents.map(({ _id }) => _id);
    const found = await this.database.activities.find({ _id: { $in: ids } }, { projection: { hash: 1 } }).toArray();
    const standing = new Map(found.map(({ _id, hash }) => [_id, hash]));
    const missing = documents.findIndex(({ _id, hash }) => standing.get(_id) !== hash);
    return missing === -1 ? documents.length : missing;
  }

  private async tailOf(institution: string): Promise<ActivityLink> {
    const known = this.tails.get(institution);
    if (known) return known;
    // The head is there before the first entry, so that who verifies can miss it.
    const { stands: head } = await this.database.activityHeads.insertOnce({ _id: institution, ...chainOrigin });
    const [last] = await this.database.activities
      .find(
        { _id: { $gt: activityId(institution, head.seq), $lt: institutionIdRange(institution).$lt } },
        { projection: { seq: 1, hash: 1 } },
      )
      .sort({ _id: -1 })
      .limit(1)
      .toArray();
    // Never behind the head: whoever cut off the end must not find us growing it again.
    return last ?? head;
  }

  private async advance(institution: string, { seq, hash }: ActivityLink): Promise<void> {
    this.tails.set(institution, { seq, hash });
    // The entries stand: a head that is a little behind is right, and the next one takes it along.
    await this.database.activityHeads
      .updateOne({ _id: institution, seq: { $lt: seq } }, { $set: { seq, hash } })
      .catch(() => undefined);
  }

  private async withoutKnown(institution: string, entries: readonly ActivityEntry[]): Promise<ActivityEntry[]> {
    const keys = entries.flatMap(({ key }) => key ?? []);
    if (keys.length === 0) return [...entries];
    const found = await this.database.activities
      .find({ institution, key: { $in: keys } }, { projection: { key: 1 } })
      .toArray();
    const known = new Set<string | undefined>(found.map(({ key }) => key));
    return entries.filter(({ key }, at) => {
      if (key === undefined) return true;
      return !known.has(key) && entries.findIndex((other) => other.key === key) === at;
    });
  }
}
