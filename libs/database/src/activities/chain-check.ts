import type { ActivityDocument, ActivityHeadDocument } from '../documents.js';
import { isNameAsWritten } from './activity-names.rules.js';
import { activityHash, activityId, type ActivityLink, chainOrigin } from './chain.rules.js';

/**
 * `changed`: it is not what was hashed. `name-changed`: a name was put in the place of another. `removed`: these are not there any more.
 * `added`: its place is taken, or never was. `unlinked`: the one before it is another than the one that it was written after. `head-…`: the
 * document that says how far they go is not there, or says another end. `anchor`: the hash that was noted is not that of this one.
 */
export type ChainFaultKind =
  'changed' | 'name-changed' | 'removed' | 'added' | 'unlinked' | 'head-missing' | 'head-changed' | 'anchor';

export interface ChainFault {
  fault: ChainFaultKind;
  seq: number;
  /** Of several that were removed: the last. */
  until?: number;
}

/** Looks at the activities of an institution one after the other, as they are read: there may be millions. */
export class ChainCheck {
  readonly faults: ChainFault[] = [];
  /** How many were there. */
  entries = 0;
  private readonly cut: ActivityLink;
  /** The last that was seen at its place. */
  private last: ActivityLink;
  private headSeen: boolean;

  /**
   * @param head undefined: there is none
   * @param anchor what somebody has noted of an earlier check
   */
  constructor(
    private readonly institution: string,
    private readonly head: ActivityHeadDocument | undefined,
    private readonly anchor?: ActivityLink,
  ) {
    const { cutSeq, cutHash } = head ?? {};
    this.cut = cutSeq === undefined || cutHash === undefined ? chainOrigin : { seq: cutSeq, hash: cutHash };
    this.last = this.cut;
    this.headSeen = head?.seq === this.cut.seq && head.hash === this.cut.hash;
  }

  next(activity: ActivityDocument): void {
    const { seq, hash, previous } = activity;
    // Of those that are being removed some may still be there.
    if (seq <= this.cut.seq && this.cut.seq > 0) return;
    this.entries += 1;
    if (!Number.isSafeInteger(seq) || seq <= this.last.seq) {
      this.find('added', seq);
      return;
    }
    if (seq > this.last.seq + 1) this.removed(this.last.seq + 1, seq - 1);
    else if (previous !== this.last.hash) this.find('unlinked', seq);
    if (!this.isAsWritten(activity)) this.find('changed', seq);
    else if (![activity.actor, activity.subject ?? {}].every(isNameAsWritten)) this.find('name-changed', seq);
    this.last = { seq, hash };
    if (seq === this.head?.seq && hash === this.head.hash) this.headSeen = true;
    if (seq === this.anchor?.seq && hash !== this.anchor.hash) this.find('anchor', seq);
  }

  /** @returns all that is wrong */
  end(): readonly ChainFault[] {
    const { head, last, anchor } = this;
    if (!head && this.entries > 0) this.find('head-missing', 0);
    if (head && head.seq > last.seq) this.removed(last.seq + 1, head.seq);
    else if (head && !this.headSeen) this.find('head-changed', head.seq);
    if (anchor && anchor.seq > Math.max(last.seq, head?.seq ?? 0)) this.removed(last.seq + 1, anchor.seq);
    return this.faults;
  }

  /** Where they end: what may be noted as an anchor. */
  get tail(): ActivityLink {
    return this.last;
  }

  private isAsWritten(activity: ActivityDocument): boolean {
    const { _id, institution, seq, hash } = activity;
    return (
      _id === activityId(this.institution, seq) && institution === this.institution && hash === activityHash(activity)
    );
  }

  private removed(seq: number, until: number): void {
    this.faults.push({ fault: 'removed', seq, ...(until > seq && { until }) });
  }

  private find(fault: ChainFaultKind, seq: number): void {
    this.faults.push({ fault, seq });
  }
}

/** @returns what is wrong with the activities of an institution, in the order of their numbers; empty: nothing */
export function verifyChain(
  institution: string,
  activities: Iterable<ActivityDocument>,
  head: ActivityHeadDocument | undefined,
  anchor?: ActivityLink,
): readonly ChainFault[] {
  const check = new ChainCheck(institution, head, anchor);
  for (const activity of activities) check.next(activity);
  return check.end();
}
