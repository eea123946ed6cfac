import { Injectable } from '@nestjs/common';
import { type Requester, requesterIn } from '@roundtrip/contracts';
import type { RefusalDocument, SaveCommand, SaveRequestDocument } from '@roundtrip/database';
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
export type RequestOf<T extends SaveCommand['type']> = Asked & Omit<Extract<SaveCommand, { type: T }>, 'type'>;

@Injectable()
export class RequestsRepository {
  constructor(private readonly database: TargetsDatabase) {}

  /** @throws UntrueMessage when nobody has asked for that */
  async find<T extends SaveCommand['type']>(
    type: T,
    said: { requestId: string } & Record<string, unknown>,
  ): Promise<RequestOf<T>> {
    const { requestId } = said;
    const found = await this.database.requests.findOne({ _id: { $eq: requestId } });
    if (!found || !isOfType(found.wish, type)) {
      throw new UntrueMessage('The message is about an unknown request', { code: 'REQUEST_UNKNOWN' });
    }
    const { type: _type, ...command } = found.wish;
    const { institution, requestedBy, requestedAt } = found;
    const request = { requestId, institution, requestedAt: requestedAt.toISOString(), ...command };
    requireTruth(said, { ...request, requestedBy, ...namesOf(found) });
    return { ...request, requestedBy: requesterIn(requestedBy) };
  }

  /** How the request was refused before, if it was: a refusal stands. */
  async refusalOf(requestId: string): Promise<RefusalDocument | undefined> {
    return (await this.database.refusals.findOne({ _id: { $eq: requestId } })) ?? undefined;
  }

  /** @returns the refusal that stands: another worker may have had the same message, and have been first */
  async refuse({ requestId, institution }: Asked, refusal: Refusal, refusedAt: Date): Promise<RefusalDocument> {
    const refused: RefusalDocument = { _id: requestId, institution, ...refusal, refusedAt };
    return (await this.database.refusals.insertOnce(refused)).stands;
  }
}

const isOfType = <T extends SaveCommand['type']>(
  command: SaveCommand,
  type: T,
): command is Extract<SaveCommand, { type: T }> => command.type === type;

/** What the message about a definition calls it by. */
const namesOf = ({ wish: command }: SaveRequestDocument): Record<string, unknown> =>
  command.type === 'definition-save' ? { type: command.definition.type, code: command.definition.code } : {};
