import type { SaveRequestDocument, SaveWish } from '@roundtrip/database';
import { type Principal, requesterOf } from '../http/principal.js';

export const requestOf = (who: Principal, requestId: string, wish: SaveWish): SaveRequestDocument => ({
  _id: requestId,
  institution: who.institution,
  requestedBy: requesterOf(who),
  requestedAt: new Date(),
  wish,
});
