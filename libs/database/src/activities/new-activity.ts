import { randomBytes } from 'node:crypto';
import type { ActivityKind, ActivityResult, ActivitySubjectType, ActorType } from '@roundtrip/contracts';
import type { ErasableName } from '../documents.js';
import { boundedDetails, wellFormed } from './activity-details.rules.js';
import { erasableName } from './activity-names.rules.js';
import type { ActivityEntry } from './chain.rules.js';

/** What somebody does, as those say it who do it. */
export interface Activity {
  at: Date;
  actor: { type: ActorType; id: string; name?: string | undefined };
  kind: ActivityKind;
  subject?: { type: ActivitySubjectType; id: string; name?: string | undefined } | undefined;
  /** Cut to its network. */
  address?: string | undefined;
  result?: ActivityResult | undefined;
  /** Plain values, never one of a contact, and no name or address of a person. */
  details?: Readonly<Record<string, unknown>> | undefined;
  /** Of what may be asked or told again. */
  key?: string | undefined;
}

export function newActivity({
  at,
  actor,
  kind,
  subject,
  address,
  result = 'ok',
  details,
  key,
}: Activity): ActivityEntry {
  return {
    at,
    actor: { type: actor.type, id: actor.id, ...named(actor.name) },
    kind,
    ...(subject && { subject: { type: subject.type, id: subject.id, ...named(subject.name) } }),
    ...(address !== undefined && { address }),
    result,
    ...(details && { details: boundedDetails(details) }),
    ...(key !== undefined && { key }),
  };
}

const named = (name: string | undefined): ErasableName =>
  name === undefined ? {} : erasableName(wellFormed(name), randomBytes(24).toString('base64url'));
