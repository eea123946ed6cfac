import { Injectable } from '@nestjs/common';
import {
  isDuplicateKey,
  type RefusalDocument,
  retryTransient,
  type SaveRequestDocument,
  type SaveCommand,
} from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';

/** What users want saved: written before it is said, so that a message need only say which it is. */
@Injectable()
export class SaveRequestsRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** The request that stands: the first one when it is repeated. */
  async insert(request: SaveRequestDocument): Promise<SaveRequestDocument> {
    const whole = { ...request, wish: withoutUndefined(request.wish) };
    try {
      await retryTransient(() => this.database.requests.insertOne(whole));
      return whole;
    } catch (error) {
      const first = isDuplicateKey(error) ? await this.database.requests.findOne({ _id: request._id }) : null;
      if (!first) throw error;
      return first;
    }
  }

  /** @throws Error when there is none: targets writes it before it says so */
  async refusal(requestId: string): Promise<RefusalDocument> {
    const found = await retryTransient(() => this.database.refusals.findOne({ _id: { $eq: requestId } }));
    if (!found) throw new Error('A refusal is not there');
    return found;
  }
}

/** The driver would store null for what is not said. */
const withoutUndefined = (command: SaveCommand): SaveCommand => JSON.parse(JSON.stringify(command)) as SaveCommand;
