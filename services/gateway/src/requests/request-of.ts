import type { SaveRequestDocument, SaveCommand } from '@roundtrip/database';
import { type Principal, requesterOf } from '../http/principal.js';

export const requestOf = (who: Principal, requestId: string, command: SaveCommand): SaveRequestDocument => ({
  _id: requestId,
  institution: who.institution,
  requestedBy: requesterOf(who),
  requestedAt: new Date(),
  wish: command,
});
