import { Injectable } from '@nestjs/common';
import type { WantedDefinition } from '@roundtrip/contracts';
import type { Principal } from '../http/principal.js';
import { requestOf } from '../requests/request-of.js';
import { SaveRequests } from '../requests/save-requests.js';

/** What a user wants saved of the definitions; the service targets does it. */
@Injectable()
export class DefinitionRequests {
  constructor(private readonly requests: SaveRequests) {}

  /** Whether it is done; if not, it is still open. @throws Problem with the refusal */
  async save(
    who: Principal,
    requestId: string,
    command: { intent: 'create' | 'replace'; definition: WantedDefinition },
  ): Promise<boolean> {
    const { state } = await this.requests.ask(requestOf(who, requestId, { type: 'definition-save', ...command }));
    return state === 'done';
  }
}
