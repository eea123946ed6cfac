import { activityKinds, activityResults, activitySubjects, actorTypes } from '@roundtrip/contracts';
import type { ActivityActor, ActivityDocument, ActivityHeadDocument, ActivitySubject } from '../documents.js';
import { date, number, optionalFree, optionalNumber, optionalText, partOf, schemaOf, text } from './schema-of.js';

const hash = { ...text, match: /^[0-9a-f]{64}$/ } as const;
const optionalHash = { ...optionalText, match: /^[0-9a-f]{64}$/ } as const;
const erasableName = { name: optionalText, salt: optionalText, commitment: optionalHash } as const;

const actor = partOf<ActivityActor>({ type: { ...text, enum: actorTypes }, id: text, ...erasableName });
const subject = partOf<ActivitySubject>({ type: { ...text, enum: activitySubjects }, id: text, ...erasableName });

export const activities = schemaOf<ActivityDocument>({
  _id: text,
  institution: text,
  seq: number,
  at: date,
  actor: { type: actor, required: true },
  kind: { ...text, enum: activityKinds },
  subject: { type: subject },
  address: optionalText,
  result: { ...text, enum: activityResults },
  // By what is done.
  details: optionalFree,
  key: optionalText,
  previous: hash,
  hash,
})
  .index({ institution: 1, key: 1 }, { unique: true, partialFilterExpression: { key: { $exists: true } } })
  .index({ institution: 1, at: -1 })
  .index({ institution: 1, kind: 1, _id: -1 })
  .index({ institution: 1, 'actor.id': 1, _id: -1 });

export const activityHeads = schemaOf<ActivityHeadDocument>({
  _id: text,
  seq: number,
  hash,
  cutSeq: optionalNumber,
  cutHash: optionalHash,
});
