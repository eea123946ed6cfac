import { Injectable } from '@nestjs/common';
import type { PlannedField } from '@roundtrip/contracts';
import type { ImportJobDocument } from '@roundtrip/database';
import { z } from 'zod';
import { type Page, type PageQuery, readCursor, writeCursor } from '../http/page.js';
import {
  type ChangeFilter,
  type ImportChange,
  isWanted,
  toImportChange,
  type WantedChange,
  wantedChange,
} from './changes.rules.js';
import { chunkOf, type DecisionsReader, ImportChangesRepository } from './import-changes.repository.js';

/** What one request reads and answers at most; what is left comes with the next page. */
const maxChunks = 16;
const maxCharacters = 2_000_000;

/** A document of decisions, by what follows the import's id in its own, and an entry of it. */
const position = z.strictObject({ at: z.string().regex(/^\d{5,9}(:\d{3,9})?$/), entry: z.int().nonnegative() });

interface PageOptions {
  start: z.output<typeof position> | undefined;
  limit: number;
  fields: readonly PlannedField[];
  wanted: WantedChange | undefined;
}

/** The changes of an import as pages of rows, in the order of the file. They stay as long as the history of the contacts does. */
@Injectable()
export class ChangesService {
  constructor(private readonly changes: ImportChangesRepository) {}

  /** @throws Problem 400 for a field that the file does not have, or a cursor of elsewhere; 429 when too many are read at once */
  async page(
    job: ImportJobDocument,
    { limit, cursor, ...filter }: PageQuery & ChangeFilter,
  ): Promise<Page<ImportChange>> {
    const start = readCursor(cursor, position);
    const fields = await this.changes.fields(job._id);
    const wanted = wantedChange(filter, fields);
    return this.changes.read(job.institution, (decisions) =>
      this.pageFrom(decisions, job, { start, limit, fields, wanted }),
    );
  }

  private async pageFrom(
    decisions: DecisionsReader,
    { _id: importId, state, requestedBy }: ImportJobDocument,
    { start, limit, fields, wanted }: PageOptions,
  ): Promise<Page<ImportChange>> {
    const first = `${importId}:${start?.at ?? ''}`;
    const [chunks, [next]] = splitAt(
      maxChunks,
      await decisions.chunks(importId, {
        wanted,
        from: start ? chunkOf(first) : first,
        limit: maxChunks + 1,
        whole: state === 'FAILED',
      }),
    );
    const at = (documentId: string, entry: number): string =>
      writeCursor({ at: documentId.slice(importId.length + 1), entry });

    const items: ImportChange[] = [];
    let characters = 0;
    for (const [index, chunk] of chunks.entries()) {
      if (items.length === limit) return { items, nextCursor: at(chunk, 0) };
      for await (const document of decisions.decisions(chunk, index === 0 ? first : chunk)) {
        const skipped = start && document._id === first ? start.entry : 0;
        for (const [place, entry] of document.entries.entries()) {
          if (place < skipped || !isWanted(entry, wanted)) continue;
          if (items.length === limit || characters > maxCharacters) {
            return { items, nextCursor: at(document._id, place) };
          }
          const item = toImportChange(entry, { decidedAt: document.decidedAt, requestedBy }, fields);
          characters += JSON.stringify(item).length;
          items.push(item);
        }
      }
    }
    return { items, nextCursor: next === undefined ? null : at(next, 0) };
  }
}

const splitAt = <T>(index: number, list: readonly T[]): [T[], T[]] => [list.slice(0, index), list.slice(index)];
