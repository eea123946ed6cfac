import { Injectable } from '@nestjs/common';
import type { WantedDefinition } from '@roundtrip/contracts';
import { Activities, type Deed } from '../activities/activities.service.js';
import type { Principal } from '../http/principal.js';
import { requestOf } from '../requests/request-of.js';
import { SaveRequests } from '../requests/save-requests.js';
import { DefinitionsRepository } from './definitions.repository.js';

interface Command {
  intent: 'create' | 'replace';
  definition: WantedDefinition;
}

/** What a user wants saved of the definitions; the service targets does it. */
@Injectable()
export class DefinitionRequests {
  constructor(
    private readonly requests: SaveRequests,
    private readonly definitions: DefinitionsRepository,
    private readonly activities: Activities,
  ) {}

  /** Whether it is done; if not, it is still open. @throws Problem with the refusal */
  async save(who: Principal, requestId: string, command: Command): Promise<boolean> {
    const { type, code, ...after } = command.definition;
    const before = await this.present(who.institution, command.definition);
    const deed: Deed = {
      kind: 'definition-saved',
      subject: { type: type === 'authorisation' ? 'authorisation' : 'criterion', id: code },
      details: { before, after },
      key: `definition-saved:${requestId}`,
    };
    return this.activities.recorded(who, deed, async () => {
      const { state } = await this.requests.ask(requestOf(who, requestId, { type: 'definition-save', ...command }));
      return state === 'done';
    });
  }

  /** As far as it is to be replaced. */
  private async present(institution: string, wanted: WantedDefinition): Promise<object | undefined> {
    if (wanted.type === 'authorisation') {
      const found = await this.definitions.authorisation(institution, wanted.code);
      return found && { name: found.name, rank: found.rank, active: found.active };
    }
    const found = await this.definitions.criterion(institution, wanted.code);
    if (!found) return undefined;
    if (wanted.type === 'criterion-value') return found.values.find(({ code }) => code === wanted.value.code);
    const { name, kind, rank, active, values } = found;
    return { name, kind, rank, active, values };
  }
}
