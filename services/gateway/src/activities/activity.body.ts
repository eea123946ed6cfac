import type { Language } from '@roundtrip/contracts';
import { BOM, type Delimiter, encodeRecord } from '@roundtrip/csv';
import type { ActivityDocument } from '@roundtrip/database';
import { guardFormula } from '@roundtrip/fields';
import { saidText } from '@roundtrip/words';
import type { ActivityBody } from './activities.schemas.js';
import { activitySentences } from './activity-words.rules.js';

export const toActivityBody = (activity: ActivityDocument, language: Language): ActivityBody => ({
  activityId: activity._id,
  seq: activity.seq,
  at: activity.at.toISOString(),
  actor: shown(activity.actor),
  kind: activity.kind,
  subject: activity.subject ? shown(activity.subject) : null,
  address: activity.address ?? null,
  result: activity.result,
  details: activity.details ?? {},
  text: saidText(language, activitySentences(activity)),
  hash: activity.hash,
});

const shown = <T extends string>({ type, id, name }: { type: T; id: string; name?: string }) => ({
  type,
  id,
  name: name ?? null,
});

const columns = [
  'seq',
  'at',
  'actorType',
  'actorId',
  'actor',
  'kind',
  'subject',
  'address',
  'result',
  'text',
  'details',
  'hash',
];

export const activitiesHeader = (delimiter: Delimiter): string => BOM + encodeRecord(columns, delimiter);

/** What people may have written is guarded against being taken for a formula. */
export function activityRecord(activity: ActivityDocument, language: Language, delimiter: Delimiter): string {
  const { seq, at, actor, kind, subject, address, result, text, details, hash } = toActivityBody(activity, language);
  const cells = [
    String(seq),
    at,
    actor.type,
    guardFormula(actor.id),
    guardFormula(actor.name ?? ''),
    kind,
    guardFormula(subject === null ? '' : (subject.name ?? subject.id)),
    address ?? '',
    result,
    guardFormula(text),
    JSON.stringify(details),
    hash,
  ];
  return encodeRecord(cells, delimiter);
}
