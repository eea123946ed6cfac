import { randomUUID } from 'node:crypto';
import type { Issue } from '@roundtrip/contracts';
import { type Client, eventually, finished, type ImportAnswer, unzipFirst } from '@roundtrip/test-kit/client';
import { textOf } from './cast.js';
import type { Content, UploadForm } from './code-case.js';
import { sheetOf } from './sheet-of-workbook.js';

/** A check or an update as its user sees the end of it. */
export interface Ended extends ImportAnswer {
  firstErrors: Issue[];
  warnings: Issue[];
  issueCounts: Record<string, number>;
  transitions: unknown[];
  /** The list of all errors and warnings, and the list of each code. */
  issues: Issue[];
  issuesByCode: Record<string, Issue[]>;
  /** Of a workbook: its rows as the text of a CSV. */
  rejectedLines: { status: number; text: string };
  /** Absent where the file was a CSV. */
  rejectedWorkbook?: Buffer;
}

export interface Refusal {
  status: number;
  contentType: string | null;
  problem: { code: string; detail: string };
}

export const isRefusal = (end: Ended | Refusal): end is Refusal => 'status' in end;

/** Somebody who uploads files by REST, waits, and looks at everything that there is to see. */
export class ImportUser {
  constructor(private readonly client: Client) {}

  async importFile(
    content: Content,
    form: UploadForm,
    action: 'check' | 'update',
    fileName?: string,
  ): Promise<Ended | Refusal> {
    return this.endOf(await this.client.upload(new Blob([content]), { ...form, action }, fileName));
  }

  /** One of the demo contacts: its .csv, under the name that it has. */
  async template(): Promise<{ fileName: string; text: string }> {
    const code = `DEMO-${randomUUID().slice(0, 8)}`;
    const rule = { any: [{ field: 'contact.contactNumber', is: 'startsWith', value: '00000' }] };
    const { targetId } = await this.client.post<{ targetId: string }>('/v1/targets', {
      code,
      name: 'Demo contacts',
      rule,
    });
    const asked = await this.client.post<{ templateId: string }>('/v1/templates', { dataType: 'criteria', targetId });
    const { file } = await eventually(async () => {
      const path = `/v1/templates/${asked.templateId}`;
      const { state, ...template } = await this.client.get<{ state: string; file: { name: string } }>(path);
      return state === 'READY' ? template : undefined;
    }, 60_000);
    const answer = await this.client.send('GET', `/v1/templates/${asked.templateId}/file`);
    const text = await unzipFirst(Buffer.from(await answer.arrayBuffer()));
    return { fileName: file.name.replace(/zip$/, 'csv'), text };
  }

  async updateFromCheck(checkImportId: string, body: object = {}): Promise<Ended | Refusal> {
    return this.endOf(await this.client.send('POST', `/v1/imports/${checkImportId}/update`, body));
  }

  async undo(importId: string, body: object = {}): Promise<Ended | Refusal> {
    return this.endOf(await this.client.send('POST', `/v1/imports/${importId}/undo`, body));
  }

  /** By path as in the contact document. */
  async contact(contactNumber: string): Promise<Record<string, unknown>> {
    type Field = { code: string; value: unknown };
    const { criteria, authorisations, ...plain } = await this.client.get<{
      criteria: Field[];
      authorisations: Field[];
    }>(`/v1/contacts/${contactNumber}`);
    const values = (path: string, fields: Field[]) => fields.map(({ code, value }) => [`${path}.${code}`, value]);
    return {
      ...plain,
      ...Object.fromEntries([...values('criteria', criteria), ...values('authorisations', authorisations)]),
    };
  }

  /** The newest change first. */
  async history(contactNumber: string): Promise<object[]> {
    return (await this.client.get<{ items: object[] }>(`/v1/contacts/${contactNumber}/history`)).items;
  }

  private async endOf(answer: Response): Promise<Ended | Refusal> {
    if (answer.status !== 202) {
      const problem = (await answer.json()) as Refusal['problem'];
      return { status: answer.status, contentType: answer.headers.get('content-type'), problem };
    }
    const { importId } = (await answer.json()) as ImportAnswer;
    const ended = (await finished(this.client, importId)) as Ended;
    const issues = await this.issues(importId);
    const codes = [...new Set(issues.map(({ code }) => code))];
    const byCode = codes.map(async (code): Promise<[string, Issue[]]> => [code, await this.issues(importId, code)]);
    const rejected = await this.client.send('GET', `/v1/imports/${importId}/rejected-lines`);
    const isWorkbook = rejected.headers.get('content-type')?.endsWith('.sheet');
    const rejectedWorkbook = isWorkbook ? Buffer.from(await rejected.arrayBuffer()) : undefined;
    const text = rejectedWorkbook ? textOf(await sheetOf(rejectedWorkbook)) : await textWithMark(rejected);
    return {
      ...ended,
      issues,
      issuesByCode: Object.fromEntries(await Promise.all(byCode)),
      rejectedLines: { status: rejected.status, text },
      ...(rejectedWorkbook && { rejectedWorkbook }),
    };
  }

  private async issues(importId: string, code?: string): Promise<Issue[]> {
    const path = `/v1/imports/${importId}/errors${code === undefined ? '' : `?code=${code}`}`;
    return (await this.client.get<{ items: Issue[] }>(path)).items;
  }
}

/** `text()` of an answer would drop the byte order mark, which is part of the file. */
const textWithMark = async (answer: Response): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
