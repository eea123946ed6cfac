import { setTimeout as sleep } from 'node:timers/promises';
import { type ImportRecord, importRequested, openJobStates, type StoredRequester } from '@roundtrip/contracts';
import { ActivityChain, type ImportJobDocument, newActivity, type WholeDatabase } from '@roundtrip/database';
import type { OperatorTopics } from '@roundtrip/kafka';

const lookEveryMs = 250;
const open = { $in: [...openJobStates] };

/** Asks for imports again, in place of the gateway whose documents were lost. */
export class ImportReplayer {
  constructor(
    private readonly database: WholeDatabase,
    private readonly topics: OperatorTopics,
  ) {}

  /** Imports of the institution that the backup held open: the gateway asks for them again by itself. */
  async untilNoneIsOpen(institution: string): Promise<void> {
    while ((await this.database.jobs.findOne({ institution, type: 'import', state: open })) !== null)
      await sleep(lookEveryMs);
  }

  /** Asks for the import, unless it was asked for meanwhile, and waits for its end. */
  async replay(record: ImportRecord): Promise<ImportJobDocument> {
    const { importId, institution } = record;
    const at = new Date();
    // Written down before it is done.
    const activity = newActivity({
      at,
      actor: { type: 'operations', id: 'replay-imports' },
      kind: 'import-replayed',
      subject: { type: 'import', id: importId, name: record.file?.name },
      details: { requestedAt: record.requestedAt },
      key: `import-replayed:${importId}`,
    });
    await new ActivityChain(this.database).append(institution, [activity]);
    const job = jobOf(record, await this.named(institution, record.requestedBy), at);
    await this.database.jobs.insertOnce(job);
    await this.topics.publish(importRequested, { importId, institution, requestedAt: record.requestedAt });
    return this.untilOver(importId);
  }

  private async untilOver(importId: string): Promise<ImportJobDocument> {
    for (;;) {
      const job = await this.database.jobs.findOne<ImportJobDocument>({ _id: importId, type: 'import' });
      if (job && !openJobStates.some((state) => state === job.state)) return job;
      await sleep(lookEveryMs);
    }
  }

  /** A record has of a person the id alone; her name stands in the database, unless she was erased. */
  private async named(institution: string, requester: StoredRequester): Promise<StoredRequester> {
    if (!('type' in requester) || requester.type !== 'person') return requester;
    const person = await this.database.people.findOne({ _id: `${institution}:${requester.id}` });
    return person?.name === undefined ? requester : { ...requester, name: person.name };
  }
}

/** As the gateway wrote it, but for the address of a mail: that mail was sent. */
function jobOf(record: ImportRecord, requestedBy: StoredRequester, at: Date): ImportJobDocument {
  const { version: _, importId, requestedAt, ...wanted } = record;
  return {
    ...wanted,
    _id: importId,
    type: 'import',
    requestedBy,
    requestedAt: new Date(requestedAt),
    state: 'QUEUED',
    progress: { linesDone: 0, linesTotal: 0 },
    version: 1,
    changedAt: at,
    // The watch would say it as well, a little later.
    publishedAt: at,
  };
}
