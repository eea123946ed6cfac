// What a run has come to, as its users can see it by REST, without what differs between any two runs: ids, times.
import { Readable } from 'node:stream';
import { type ContactDocument, institutionIdRange, type WholeDatabase } from '@roundtrip/database';
import csvParser from 'csv-parser';
import { unzipFirst } from '@roundtrip/test-kit/client';
import type { PatientClient } from './patient-client.js';
import type { Played } from './play-scenario.js';

export interface ImportFacts {
  state: string;
  problem: string | undefined;
  counts: Record<string, number>;
  transitions: unknown[];
  warnings: unknown[];
  issueCounts: Record<string, number>;
  errors: unknown[];
  /** Byte for byte. */
  rejectedLines: string;
  /** Rows without CHANGED_AT and IMPORT. */
  changes: string[][];
  mail: string;
}

export interface TemplateFacts {
  state: string;
  lines: number | null;
  csv: string;
  mail: string;
}

export interface Facts {
  imports: Map<string, ImportFacts>;
  template: TemplateFacts | undefined;
  contacts: ContactDocument[];
  /** Jobs of the institution that nobody asked for. */
  strangers: string[];
}

interface ImportAnswer {
  importId: string;
  state: string;
  problem: { code: string } | null;
  counts: Record<string, number> | null;
  transitions: unknown[];
  warnings: unknown[];
  issueCounts: Record<string, number>;
  mail: { state: string } | null;
}

export async function gatherFacts(
  client: PatientClient,
  database: WholeDatabase,
  institution: string,
  played: Played,
): Promise<Facts> {
  const imports = new Map<string, ImportFacts>();
  let template: TemplateFacts | undefined;
  for (const [label, { id, type }] of played) {
    if (type === 'import') imports.set(label, await importFacts(client, id));
    else template = await templateFacts(client, id);
  }
  const contacts = await database.contacts
    .find({ _id: institutionIdRange(institution) })
    .sort({ _id: 1 })
    .toArray();
  return { imports, template, contacts, strangers: await strangersOf(client, played) };
}

async function importFacts(client: PatientClient, importId: string): Promise<ImportFacts> {
  const path = `/v1/imports/${importId}`;
  const found = await client.get<ImportAnswer>(path);
  const ended = found.counts !== null;
  return {
    state: found.state,
    problem: found.problem?.code,
    counts: found.counts ?? {},
    transitions: found.transitions,
    warnings: found.warnings,
    issueCounts: found.issueCounts,
    errors: ended ? await errorsOf(client, path) : [],
    rejectedLines: ended ? (await client.bytes(`${path}/rejected-lines`)).toString('utf8') : '',
    changes: ended ? await changesOf(await client.bytes(`${path}/changes`)) : [],
    mail: found.mail?.state ?? 'none',
  };
}

async function errorsOf(client: PatientClient, path: string): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const url = `${path}/errors?limit=200${more}`;
    const page: { items: unknown[]; nextCursor: string | null } = await client.get(url);
    errors.push(...page.items);
    cursor = page.nextCursor;
  }
  return errors;
}

async function templateFacts(client: PatientClient, templateId: string): Promise<TemplateFacts> {
  const path = `/v1/templates/${templateId}`;
  const found = await client.get<{ state: string; lines: number | null; mail: { state: string } | null }>(path);
  const csv = found.state === 'READY' ? await unzipFirst(await client.bytes(`${path}/file`)) : '';
  return { state: found.state, lines: found.lines, csv, mail: found.mail?.state ?? 'none' };
}

/** With another parser than the product's own. */
export async function recordsOf(bytes: Buffer): Promise<string[][]> {
  const records: string[][] = [];
  const parser = csvParser({ headers: false });
  for await (const record of Readable.from([bytes]).pipe(parser)) {
    records.push(Object.values(record as Record<string, string>));
  }
  return records;
}

async function changesOf(bytes: Buffer): Promise<string[][]> {
  const [header = [], ...rows] = await recordsOf(bytes);
  const kept = header.flatMap((name, index) => (['CHANGED_AT', 'IMPORT', 'CHANGED_BY'].includes(name) ? [] : [index]));
  return rows.map((row) => kept.map((index) => row[index] ?? ''));
}

async function strangersOf(client: PatientClient, played: Played): Promise<string[]> {
  const known = new Set([...played.values()].map(({ id }) => id));
  const { items: imports } = await client.get<{ items: { importId: string }[] }>('/v1/imports?limit=200');
  const { items: templates } = await client.get<{ items: { templateId: string }[] }>('/v1/templates?limit=200');
  return [...imports.map(({ importId }) => importId), ...templates.map(({ templateId }) => templateId)].filter(
    (id) => !known.has(id),
  );
}
