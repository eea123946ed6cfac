import { Injectable } from '@nestjs/common';
import { type ChunkDocument, type ChunkEntry, Database } from '@roundtrip/database';

export interface HistoryEntry extends ChunkEntry {
  importId: string;
  at: Date;
  by: ChunkDocument['requestedBy'];
}

/** The decisions that changed a contact, followed from the last one back: `lastChange → previous → previous …`. */
@Injectable()
export class ContactHistoryRepository {
  constructor(private readonly database: Database) {}

  /** @param from `_id` of the first chunk to read; undefined when there is none of the institution or it does not name the contact */
  async entry(institution: string, contactNumber: string, from: string): Promise<HistoryEntry | undefined> {
    const chunk = await this.database.chunks.findOne<
      Pick<ChunkDocument, 'importId' | 'decidedAt' | 'requestedBy' | 'entries'>
    >(
      { _id: from, institution },
      { projection: { importId: 1, decidedAt: 1, requestedBy: 1, entries: { $elemMatch: { contactNumber } } } },
    );
    const entry = chunk?.entries?.find((candidate) => candidate.contactNumber === contactNumber);
    if (!chunk || !entry) return undefined;
    return { ...entry, importId: chunk.importId, at: chunk.decidedAt, by: chunk.requestedBy };
  }
}
