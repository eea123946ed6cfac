import type { WholeDatabase } from '@roundtrip/database';
import { Client, downloadTemplate, editAuthorisations, finished, type ImportAnswer } from '@roundtrip/test-kit/client';
import { comparableContact } from '../compare.js';

export const institution = 'demo';

/** How things stand at one moment in which nobody works. */
export interface Snapshot {
  /** By contact number. */
  contacts: Map<string, string>;
  imports: Map<string, Pick<ImportAnswer, 'state' | 'counts'>>;
}

/** Imports of one officer, one after the other: they meet each other's values, and stale files meet refusals. */
export class DrilledWork {
  /** The files of updates, by import. */
  private readonly files = new Map<string, string>();

  private constructor(
    private readonly client: Client,
    private readonly template: string,
  ) {}

  static async begin(client: Client, contacts: number): Promise<DrilledWork> {
    return new DrilledWork(client, await downloadTemplate(client, 'authorisations', contacts));
  }

  /** Asks for an import of a share of all cells. @returns importId */
  async ask(share: number, seed: number, action: 'check' | 'update' = 'update'): Promise<string> {
    const { csv } = editAuthorisations(this.template, share, seed);
    const importId = await this.client.import(csv, { dataType: 'authorisations', action });
    this.files.set(importId, csv);
    return importId;
  }

  async do(share: number, seed: number, action: 'check' | 'update' = 'update'): Promise<string> {
    return this.end(await this.ask(share, seed, action));
  }

  async updateFrom(checkId: string): Promise<string> {
    const { importId } = await this.client.post<{ importId: string }>(`/v1/imports/${checkId}/update`);
    this.files.set(importId, this.files.get(checkId) ?? '');
    return this.end(importId);
  }

  /** The lines of an undo are those of what it undoes. */
  async undo(undoOf: string): Promise<string> {
    const { importId } = await this.client.post<{ importId: string }>(`/v1/imports/${undoOf}/undo`);
    this.files.set(importId, this.files.get(undoOf) ?? '');
    return this.end(importId);
  }

  async cancelled(share: number, seed: number): Promise<string> {
    const importId = await this.ask(share, seed);
    await this.client.send('POST', `/v1/imports/${importId}/cancel`, {});
    return this.end(importId);
  }

  /** Something that is no import. */
  async saveTarget(code: string): Promise<string> {
    const rule = { any: [{ field: 'contact.contactNumber', is: 'notEmpty' }] };
    const { targetId } = await this.client.post<{ targetId: string }>('/v1/targets', { code, name: code, rule });
    return targetId;
  }

  async end(importId: string): Promise<string> {
    await finished(this.client, importId);
    return importId;
  }

  /** Contacts that a file asks to change. */
  changedBy(importId: string): Set<string> {
    const untouched = new Set(rowsOf(this.template));
    return new Set(
      rowsOf(this.files.get(importId) ?? '').flatMap((row) => (untouched.has(row) ? [] : [numberIn(row)])),
    );
  }

  /** The contact of a line, as the report names it. */
  contactOf(importId: string, line: number): string {
    return numberIn(rowsOf(this.files.get(importId) ?? '')[line - 2] ?? '');
  }
}

const rowsOf = (csv: string): string[] =>
  csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(1);
const numberIn = (row: string): string => row.split(/[;,]/, 1)[0] ?? '';

export async function snapshot(client: Client, database: WholeDatabase): Promise<Snapshot> {
  const contacts = await database.contacts.find({ institution }).toArray();
  const { items } = await client.get<{ items: ImportAnswer[] }>('/v1/imports?limit=200');
  return {
    contacts: new Map(contacts.map((contact) => [contact.contactNumber, comparableContact(contact)])),
    imports: new Map(items.map(({ importId, state, counts }) => [importId, { state, ...(counts && { counts }) }])),
  };
}
