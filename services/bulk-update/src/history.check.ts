import { Injectable, Logger } from '@nestjs/common';
import { chunkIdRange, contactId, Database, walkHistory } from '@roundtrip/database';
import { measureGauges, Retention } from '@roundtrip/service';

export const historiesGauge = {
  name: 'roundtrip_histories_broken',
  help: 'Contacts whose history did not hang together when some that were changed lately were looked at',
};
const imports = 20;
const contactsOfImport = 20;

/**
 * Looks once an hour at some contacts that were changed lately: whether each carries its whole history, and the values that it says. All of
 * them are looked at by `npm run histories:verify`.
 */
@Injectable()
export class HistoryCheck extends Retention {
  private readonly log = new Logger(HistoryCheck.name);
  private broken: number | undefined;

  constructor(private readonly database: Database) {
    super(HistoryCheck.name);
  }

  override onApplicationBootstrap(): void {
    super.onApplicationBootstrap();
    const read = () => (this.broken === undefined ? [] : [{ gauge: historiesGauge.name, value: this.broken }]);
    measureGauges([historiesGauge], read, { keptMs: 0 });
  }

  async sweep(): Promise<void> {
    let broken = 0;
    for (const importId of await this.latest()) {
      const found = await this.brokenOf(importId);
      // Which contacts they are is personal data: an operator asks for them.
      if (found > 0) this.log.error({ message: 'Histories of contacts do not hang together', importId });
      broken += found;
    }
    this.broken = broken;
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

  /** Of the contacts of one of its chunks. */
  private async brokenOf(importId: string): Promise<number> {
    const chunks = { _id: chunkIdRange(importId), 'entries.0': { $exists: true } };
    const chunk = await this.database.chunks.findOne(chunks, { sort: { _id: -1 } });
    if (!chunk) return 0;
    const { institution, entries } = chunk;
    const ids = entries.slice(0, contactsOfImport).map(({ contactNumber }) => contactId(institution, contactNumber));
    // Who is anonymised has lost values on purpose.
    const contacts = await this.database.contacts.find({ _id: { $in: ids }, anonymised: false }).toArray();
    let broken = 0;
    for (const contact of contacts) {
      let isWhole = true;
      // Each link that it yields was found.
      for await (const _ of walkHistory(this.database, contact, () => (isWhole = false)));
      if (!isWhole) broken += 1;
    }
    return broken;
  }
}
