import { Injectable } from '@nestjs/common';
import { definitionSaveRequested, type EventData } from '@roundtrip/contracts';
import { type Principal, requesterOf } from '../http/principal.js';
import { SaveRequests } from '../requests/save-requests.js';

type SaveRequest = EventData<typeof definitionSaveRequested>;

/** What a user wants saved of the definitions; the service targets does it. */
@Injectable()
export class DefinitionRequests {
  constructor(private readonly requests: SaveRequests) {}

  /** Whether it is done; if not, it is still open. @throws Problem with the refusal */
  async save(who: Principal, requestId: string, wish: Pick<SaveRequest, 'intent' | 'definition'>): Promise<boolean> {
    const { state } = await this.requests.ask(definitionSaveRequested, {
      requestId,
      institution: who.institution,
      requestedBy: requesterOf(who),
      requestedAt: new Date().toISOString(),
      ...wish,
    });
    return state === 'done';
  }
}
