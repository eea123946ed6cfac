import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  type TemplateFormat,
  type EventData,
  type Rule,
  templateLineBytes,
  templateLinesHead,
  templateLinesKey,
  type templateResolved,
} from '@roundtrip/contracts';
import {
  type ContactDocument,
  contactId,
  Database,
  type TemplateJobDocument,
  type WholeDatabase,
} from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { startTestService, type TestService } from '@roundtrip/test-kit';
import { openWorkbook } from '@roundtrip/xlsx';
import { parse } from 'csv-parse/sync';
import yauzl from 'yauzl';
import { AppModule } from '../src/app.module.js';
import { TemplateExportConfig } from '../src/config.js';

export const resolvedAt = '2026-03-01T09:05:30.000Z';
interface Asked {
  rule?: Rule;
  count?: number;
  format?: TemplateFormat;
  refusal?: { outcome: 'refused'; code: string; detail: string };
}
type Contact = Partial<ContactDocument> & { contactNumber: string };

/** The service on real stores, with an institution of its own. */
export class TemplateFixture {
  readonly institution = `spec-${randomUUID().slice(0, 8)}`;
  private readonly templateIds: string[] = [];

  private constructor(
    readonly service: TestService,
    readonly database: WholeDatabase,
    readonly objects: ObjectStore,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<TemplateFixture> {
    const service = await startTestService(AppModule, { name: 'template-export', config: TemplateExportConfig, env });
    const fixture = new TemplateFixture(
      service,
      service.app.get<WholeDatabase>(Database),
      service.app.get(ObjectStore),
    );
    const { institution: _id } = fixture;
    await fixture.database.institutions.insertOne({
      _id,
      name: 'Spec',
      delimiter: ';',
      language: 'en',
      allowedEmailDomains: [],
    });
    const about = { institution: _id, active: true, version: 1, appliedRequests: [] };
    const likes = ['JAZZ', 'OPERA'].map((code, rank) => ({ code, name: code, rank, active: true }));
    await fixture.database.criteria.insertMany([
      { ...about, _id: `${_id}:NOTE`, code: 'NOTE', name: 'Note', kind: 'TEXT', rank: 1, values: [] },
      { ...about, _id: `${_id}:LIKES`, code: 'LIKES', name: 'Likes', kind: 'MULTI_LIST', rank: 2, values: likes },
    ]);
    return fixture;
  }

  async add(...contacts: Contact[]): Promise<void> {
    const at = new Date('2026-01-01T00:00:00Z');
    await this.database.contacts.insertMany(
      contacts.map((contact) => ({
        _id: contactId(this.institution, contact.contactNumber),
        institution: this.institution,
        kind: 'person' as const,
        criteria: {},
        authorisations: {},
        valid: true,
        anonymised: false,
        rev: 1,
        lastChange: null,
        createdAt: at,
        updatedAt: at,
        ...contact,
      })),
    );
  }

  /** A template of criteria as the gateway and targets have written it down; everybody in the target unless a rule is given. */
  async request({ rule = { all: [] }, count = 1, format, refusal }: Asked = {}): Promise<
    EventData<typeof templateResolved>
  > {
    const templateId = `tpl_${randomUUID()}`;
    this.templateIds.push(templateId);
    const { institution } = this;
    const dataType = 'criteria' as const;
    const target = { targetId: 'tgt_1', code: 'ALL', name: 'Everybody' };
    const job: Partial<TemplateJobDocument> = { type: 'template', institution, dataType, target, state: 'QUEUED' };
    await this.database.jobs.insertOne({ _id: templateId, ...job, ...(format && { format }) } as TemplateJobDocument);
    const fields = [
      { code: 'NOTE', name: 'Note', kind: 'TEXT' as const },
      { code: 'LIKES', name: 'Likes', kind: 'MULTI_LIST' as const },
    ];
    const resolved = { outcome: 'resolved' as const, target: { ...target, version: 3 }, rule, fields, count };
    const [_id, at, resolution] = [templateId, new Date(resolvedAt), refusal ?? resolved];
    await this.database.resolutions.insertOne({ _id, institution, dataType, resolvedAt: at, resolution });
    const common = { templateId, institution, dataType, resolvedAt, outcome: resolution.outcome };
    return refusal ? common : { ...common, target: { targetId: 'tgt_1', version: 3 }, count };
  }

  async stored(templateId: string): Promise<Buffer> {
    return buffer(await this.objects.get('templates', `${templateId}.zip`));
  }

  /** How many lines the record beside the file has; undefined when there is none. */
  async recordedLines(templateId: string): Promise<number | undefined> {
    const stored = await this.objects.stat('templates', templateLinesKey(templateId));
    if (!stored) return undefined;
    const bytes = await buffer(await this.objects.get('templates', templateLinesKey(templateId)));
    const headEnd = 4 + bytes.readUInt32LE(0);
    const head = templateLinesHead.parse(JSON.parse(bytes.subarray(4, headEnd).toString()));
    return (bytes.length - headEnd) / templateLineBytes(head.columns.length);
  }

  /** Files of the stored .zip, read by other libraries than those that wrote it. */
  async files(templateId: string): Promise<{ name: string; text: string; rows: string[][] }[]> {
    const files = await unzip(await this.stored(templateId));
    return files.map(({ name, content }) => {
      const text = content.toString('utf8');
      return { name, text, rows: parse(text, { bom: true, delimiter: ';' }) };
    });
  }

  /** Sheets of the stored workbook, or of each in the stored .zip. */
  async workbooks(templateId: string): Promise<{ name: string; sheets: Record<string, string[][]> }[]> {
    const bytes = await this.stored(templateId);
    const files = await unzip(bytes);
    const isWorkbook = files.some(({ name }) => name === 'xl/workbook.xml');
    const workbooks = isWorkbook ? [{ name: '', content: bytes }] : files;
    return Promise.all(workbooks.map(async ({ name, content }) => ({ name, sheets: await sheetsOf(content) })));
  }

  /** As when the database forgets a cursor: after a restart, or one that idled for too long. */
  async killCursor(cursor: unknown): Promise<void> {
    await this.database.models.jobs.db.db?.command({ killCursors: 'contacts', cursors: [cursor] });
  }

  async close(): Promise<void> {
    for (const templateId of this.templateIds) {
      await this.objects.remove('templates', `${templateId}.zip`);
      await this.objects.remove('templates', `${templateId}.lines`);
      await this.objects.remove('templates', `${templateId}.json`);
      await this.objects.remove('templates', `${templateId}.failed.json`);
    }
    await this.database.dropDatabase();
    await this.service.close();
  }
}

export async function unzip(bytes: Buffer): Promise<{ name: string; content: Buffer }[]> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const files = [];
  for await (const entry of zip.eachEntry()) {
    files.push({ name: entry.fileName, content: await buffer(await zip.openReadStreamPromise(entry)) });
  }
  return files;
}

/** Of a workbook, as our own reader reads them. */
export async function sheetsOf(workbook: Buffer): Promise<Record<string, string[][]>> {
  const parts = new Map((await unzip(workbook)).map(({ name, content }) => [name, content]));
  async function* bytes(name: string): AsyncGenerator<Uint8Array> {
    yield parts.get(name)!;
  }
  const opened = await openWorkbook(
    { names: [...parts.keys()], open: bytes },
    { spoolPath: join(tmpdir(), `spec-template-${randomUUID()}`), maxTextLength: 100_000 },
  );
  const sheets: Record<string, string[][]> = {};
  for (const sheet of opened.sheets) {
    const limits = { maxRecordBytes: 1_000_000, maxColumns: 1000, maxRows: 100_000 };
    const rows: string[][] = [];
    for await (const batch of opened.rows(sheet, limits).batches) rows.push(...batch.map(({ cells }) => cells));
    sheets[sheet.name] = rows;
  }
  opened.close();
  return sheets;
}
