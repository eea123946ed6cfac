import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { recordedIssue } from '@roundtrip/contracts';
import { readCsv } from '@roundtrip/csv';
import { ObjectNotFound, type ObjectStore } from '@roundtrip/files';
import type { ImportReport, LineReport } from './report-differences.rules.js';

/** changes.csv ends with these; what a run decided stands before them. */
const lastColumns = ['LINE', 'CHANGED_AT', 'CHANGED_BY', 'IMPORT'];
/** Ours: nothing in it is longer than what a file may hold. */
const limits = { maxRecordBytes: 64 * 1024 * 1024, maxColumns: 10_000, maxRows: Number.MAX_SAFE_INTEGER };

/** What the reports of an import say, line by line; undefined when none are kept. */
export async function readReport(store: ObjectStore, importId: string): Promise<ImportReport | undefined> {
  const lines = new Map<string, LineReport>();
  const of = (line: string): LineReport => {
    const known = lines.get(line) ?? { codes: [] };
    lines.set(line, known);
    return known;
  };
  try {
    await readChanges(store, importId, (line, changed) => {
      of(line).changed = changed;
    });
    await readIssues(store, importId, (line, code) => of(line).codes.push(code));
    return lines;
  } catch (error) {
    if (error instanceof ObjectNotFound) return undefined;
    throw error;
  }
}

async function readChanges(
  store: ObjectStore,
  importId: string,
  take: (line: string, changed: string) => void,
): Promise<void> {
  const source = (await store.get('reports', `${importId}/changes.csv`)) as AsyncIterable<Buffer>;
  const isKnownColumn = (cell: string): boolean => lastColumns.includes(cell);
  const { batches } = await readCsv(source, { encoding: 'utf-8', limits, isKnownColumn });
  for await (const batch of batches) {
    for (const { cells } of batch) {
      const decided = cells.slice(0, -lastColumns.length);
      const hash = createHash('sha256').update(JSON.stringify(decided)).digest('base64');
      take(cells.at(-lastColumns.length) ?? '', hash);
    }
  }
}

async function readIssues(
  store: ObjectStore,
  importId: string,
  take: (line: string, code: string) => void,
): Promise<void> {
  const input = await store.get('reports', `${importId}/errors/all.ndjson`);
  for await (const text of createInterface({ input })) {
    if (text === '') continue;
    const { line, part, code } = recordedIssue.parse(JSON.parse(text));
    if (line !== undefined) take(part === undefined ? String(line) : `${part}:${line}`, code);
  }
}
