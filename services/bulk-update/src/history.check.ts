import { Injectable, Logger } from '@nestjs/common';
import {
  type ChunkDocument,
  chunkIdRange,
  contactId,
  Database,
  decisionsReader,
  walkHistory,
} from '@roundtrip/database';
import { IntegrityCheck } from '@roundtrip/service';

export const historiesGauge = {
  name: 'roundtrip_histories_broken',
  help: 'Contacts whose history did not hang together when some that were changed lately were looked at',
};
const imports = 20;
const chunksOfImport = 5;
const contactsOfImport = 20;

/**
 * Looks once an hour at some contacts that were changed lately: whether each carries its whole history, and the values that it says. All of
 * them are looked at by `npm run histories:verify`.
 */
@Injectable()
export class HistoryCheck extends IntegrityCheck {
  private readonly log = new Logger(HistoryCheck.name);

  constructor(private readonly database: Database) {
    super(HistoryCheck.name, historiesGauge);
  }

  protected async countBroken(): Promise<number> {
    let broken = 0;
    for (const importId of await this.latest()) {
      const found = await this.brokenOf(importId);
      // Which contacts they are is personal data: an operator asks for them.
      if (found > 0) this.log.error({ message: 'Histories of contacts do not hang together', importId });
      broken += found;
    }
    return broken;
  }

  private async latest(): Promise<string[]> {
    const over = { state: { $in: ['DONE' as const, 'DONE_WITH_ERRORS' as const] } };
    const found = await this.database.jobs
      .find(over, { projection: { _id: 1 } })
      .sort({ requestedAt: -1 })
      .limit(imports)
      .toArray();
    return found.map(({ _id }) => _id);
  }

  /** One of its last chunks: one by one, as they may be large, and few, as an import may have changed nothing. */
  private async changedChunk(importId: string): Promise<ChunkDocument | undefined> {
    const last = this.database.chunks.find({ _id: chunkIdRange(importId) }, { batchSize: 1 }).sort({ _id: -1 });
    for await (const chunk of last.limit(chunksOfImport)) if (chunk.entries.length > 0) return chunk;
    return undefined;
  }

  /** Of the contacts of one of its chunks. */
  private async brokenOf(importId: string): Promise<number> {
    const chunk = await this.changedChunk(importId);
    if (!chunk) return 0;
    const { institution, entries } = chunk;
    const ids = entries.slice(0, contactsOfImport).map(({ contactNumber }) => contactId(institution, contactNumber));
    // Who is anonymised has lost values on purpose.
    const contacts = await this.database.contacts.find({ _id: { $in: ids }, anonymised: false }).toArray();
    const decisionsOf = decisionsReader(this.database);
    let broken = 0;
    for (const contact of contacts) {
      let isWhole = true;
      // Each link that it yields was found.
      for await (const _ of walkHistory(contact, decisionsOf, () => (isWhole = false)));
      if (!isWhole) broken += 1;
    }
    return broken;
  }
}
