import { Injectable } from '@nestjs/common';
import type { Requester } from '@roundtrip/contracts';
import {
  isDuplicateKey,
  type RefusalDocument,
  retryTransient,
  type SaveRequestDocument,
  type SaveWish,
} from '@roundtrip/database';
import { UntrueMessage } from '@roundtrip/kafka';
import { requireTruth } from '@roundtrip/service';
import { TargetsDatabase } from './database.js';
import type { Refusal } from './refusal.js';

interface Asked {
  requestId: string;
  institution: string;
  requestedBy: Requester;
  requestedAt: string;
}
/** A request of a user as the gateway has written it down; its message only says which one. */
export type RequestOf<T extends SaveWish['type']> = Asked & Omit<Extract<SaveWish, { type: T }>, 'type'>;

@Injectable()
export class RequestsRepository {
  constructor(private readonly database: TargetsDatabase) {}

  /** @throws UntrueMessage when nobody has asked for that */
  async find<T extends SaveWish['type']>(
    type: T,
    said: { requestId: string } & Record<string, unknown>,
  ): Promise<RequestOf<T>> {
    const { requestId } = said;
    const found = await retryTransient(() => this.database.requests.findOne({ _id: { $eq: requestId } }));
    if (!found || !isOfType(found.wish, type)) {
      throw new UntrueMessage('The message is about an unknown request', { code: 'REQUEST_UNKNOWN' });
    }
    const { type: _type, ...wish } = found.wish;
    const { institution, requestedBy, requestedAt } = found;
    const request = { requestId, institution, requestedBy, requestedAt: requestedAt.toISOString(), ...wish };
    requireTruth(said, { ...request, ...namesOf(found) });
    return request;
  }

  /** How the request was refused before, if it was: a refusal stands. */
  async refusalOf(requestId: string): Promise<RefusalDocument | undefined> {
    return (await retryTransient(() => this.database.refusals.findOne({ _id: { $eq: requestId } }))) ?? undefined;
  }

  /** @returns the refusal that stands: another worker may have had the same message, and have been first */
  async refuse({ requestId, institution }: Asked, refusal: Refusal, refusedAt: Date): Promise<RefusalDocument> {
    const refused: RefusalDocument = { _id: requestId, institution, ...refusal, refusedAt };
    try {
      await retryTransient(() => this.database.refusals.insertOne(refused));
      return refused;
    } catch (error) {
      const first = isDuplicateKey(error) ? await this.refusalOf(requestId) : undefined;
      if (!first) throw error;
      return first;
    }
  }
}

const isOfType = <T extends SaveWish['type']>(wish: SaveWish, type: T): wish is Extract<SaveWish, { type: T }> =>
  wish.type === type;

/** What the message about a definition calls it by. */
const namesOf = ({ wish }: SaveRequestDocument): Record<string, unknown> =>
  wish.type === 'definition-save' ? { type: wish.definition.type, code: wish.definition.code } : {};
