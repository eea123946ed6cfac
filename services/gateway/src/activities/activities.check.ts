import { Injectable } from '@nestjs/common';
import { type ActivityLink, ChainCheck, chainOrigin } from '@roundtrip/database';
import { IntegrityCheck } from '@roundtrip/service';
import { ActivitiesRepository } from './activities.repository.js';

export const activitiesGauge = {
  name: 'roundtrip_activities_broken',
  help: 'Institutions whose record of activities was not as it was written when it was last looked at',
};
/** How far back a process looks when it has not looked before: all of it is read by `npm run activities:verify`. */
const lookedBack = 1_000;

/**
 * Looks once an hour whether it still stands who did what: what was added since it looked last, hung on to what it saw then. Which
 * institution it is says the command, to an operator.
 */
@Injectable()
export class ActivitiesCheck extends IntegrityCheck {
  /** Of each institution how far all was as it was written. */
  private readonly seen = new Map<string, ActivityLink>();

  constructor(private readonly activities: ActivitiesRepository) {
    super(ActivitiesCheck.name, activitiesGauge);
  }

  protected async countBroken(): Promise<number> {
    let broken = 0;
    for (const institution of await this.activities.institutions()) if (!(await this.isWhole(institution))) broken += 1;
    return broken;
  }

  private async isWhole(institution: string): Promise<boolean> {
    // Before the entries: one that is written meanwhile is none that the head misses.
    const head = await this.activities.head(institution);
    if (!head) return true;
    const from = await this.from(institution, head);
    const cut = from.seq === 0 ? {} : { cutSeq: from.seq, cutHash: from.hash };
    const check = new ChainCheck(institution, { _id: head._id, seq: head.seq, hash: head.hash, ...cut });
    await this.activities.after(institution, from.seq, (activity) => check.next(activity));
    if (check.end().length > 0) return false;
    this.seen.set(institution, check.tail);
    return true;
  }

  /** Where it begins: what was seen last, unless that was old enough to go; never beyond the head, which may be a little behind. */
  private async from(
    institution: string,
    { seq, hash, cutSeq, cutHash }: ActivityLink & { cutSeq?: number; cutHash?: string },
  ): Promise<ActivityLink> {
    const cut = cutSeq === undefined || cutHash === undefined ? chainOrigin : { seq: cutSeq, hash: cutHash };
    const seen = this.seen.get(institution);
    if (seen && seen.seq <= seq) return seen.seq > cut.seq ? seen : cut;
    if (seen) return { seq, hash };
    return seq - lookedBack > cut.seq ? ((await this.activities.link(institution, seq - lookedBack)) ?? cut) : cut;
  }
}
