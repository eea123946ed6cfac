import { Injectable } from '@nestjs/common';
import type { RefusalDocument, SaveCommand, SaveRequestDocument } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';

/** What users want saved: written before it is said, so that a message need only say which it is. */
@Injectable()
export class SaveRequestsRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** The request that stands: the first one when it is repeated. */
  async insert(request: SaveRequestDocument): Promise<{ stands: SaveRequestDocument; isNew: boolean }> {
    const whole = { ...request, wish: withoutUndefined(request.wish) };
    return this.database.requests.insertOnce(whole);
  }

  /** @throws Error when there is none: targets writes it before it says so */
  async refusal(requestId: string): Promise<RefusalDocument> {
    const found = await this.database.refusals.findOne({ _id: { $eq: requestId } });
    if (!found) throw new Error('A refusal is not there');
    return found;
  }
}

/** The driver would store null for what is not said. */
const withoutUndefined = (command: SaveCommand): SaveCommand => JSON.parse(JSON.stringify(command)) as SaveCommand;
