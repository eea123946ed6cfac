import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@roundtrip/contracts';
import {
  type ActivityDocument,
  type ActivityHeadDocument,
  activityId,
  type ActivityLink,
  institutionIdRange,
} from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';

export interface ActivityFilter {
  /** personId, keyId, or what a command is called. */
  actor?: string | undefined;
  kind?: ActivityKind | undefined;
  from?: Date | undefined;
  /** Not included. */
  to?: Date | undefined;
}

/** The activities as they stand. They are written by `Activities` alone; here they are read, a name is erased, and the oldest go. */
@Injectable()
export class ActivitiesRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** The newest first, from the one before `before`. */
  page(
    institution: string,
    filter: ActivityFilter,
    before: number | undefined,
    limit: number,
  ): Promise<ActivityDocument[]> {
    const { actor, kind, from, to } = filter;
    const at = { ...(from && { $gte: from }), ...(to && { $lt: to }) };
    return this.database.activities
      .find({
        institution,
        _id: {
          ...institutionIdRange(institution),
          ...(before !== undefined && { $lt: activityId(institution, before) }),
        },
        ...(actor !== undefined && { 'actor.id': actor }),
        ...(kind !== undefined && { kind }),
        ...(Object.keys(at).length > 0 && { at }),
      })
      .sort({ _id: -1 })
      .limit(limit)
      .toArray();
  }

  /** Takes the name of a person out of all activities of the institution: as who did something, and as whom it was done to. */
  async eraseName(institution: string, personId: string): Promise<void> {
    await this.database.activities.updateMany(
      { institution, 'actor.id': personId, 'actor.type': 'person' },
      { $unset: { 'actor.name': '', 'actor.salt': '' } },
    );
    await this.database.activities.updateMany(
      { institution, 'subject.id': personId, 'subject.type': 'person' },
      { $unset: { 'subject.name': '', 'subject.salt': '' } },
    );
  }

  async institutions(): Promise<string[]> {
    const heads = await this.database.activityHeads.find({}, { projection: { _id: 1 } }).toArray();
    return heads.map(({ _id }) => _id);
  }

  async head(institution: string): Promise<ActivityHeadDocument | undefined> {
    return (await this.database.activityHeads.findOne({ _id: institution })) ?? undefined;
  }

  /** Undefined when there is none at that place. */
  async link(institution: string, seq: number): Promise<ActivityLink | undefined> {
    const there = { _id: activityId(institution, seq) };
    const found = await this.database.activities.findOne(there, { projection: { seq: 1, hash: 1 } });
    return found ? { seq: found.seq, hash: found.hash } : undefined;
  }

  /** Hands over those that stand after a place, one after the other. */
  async after(institution: string, seq: number, take: (activity: ActivityDocument) => void): Promise<void> {
    const later = { $gt: activityId(institution, seq), $lt: institutionIdRange(institution).$lt };
    for await (const activity of this.database.activities.find({ _id: later }).sort({ _id: 1 })) take(activity);
  }

  /** Removes those older than `before`: always a beginning, and what it ends with is written down first. */
  async cut(institution: string, before: Date): Promise<void> {
    const theirs = institutionIdRange(institution);
    const [kept] = await this.database.activities
      .find({ _id: theirs, at: { $gte: before } }, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(1)
      .toArray();
    const older = { $gte: theirs.$gte, $lt: kept?._id ?? theirs.$lt };
    const [last] = await this.database.activities
      .find({ _id: older }, { projection: { seq: 1, hash: 1 } })
      .sort({ _id: -1 })
      .limit(1)
      .toArray();
    if (!last) return;
    const { seq: cutSeq, hash: cutHash } = last;
    const isFurther = { $or: [{ cutSeq: { $exists: false } }, { cutSeq: { $lt: cutSeq } }] };
    await this.database.activityHeads.updateOne({ _id: institution, ...isFurther }, { $set: { cutSeq, cutHash } });
    await this.database.activities.deleteMany({ _id: { $gte: theirs.$gte, $lte: last._id } });
  }
}
