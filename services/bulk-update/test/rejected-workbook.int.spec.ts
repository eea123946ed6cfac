import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Plan } from '@roundtrip/contracts';
import type { WholeDatabase } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { startOnOwnDatabase, type TestService } from '@roundtrip/test-kit';
import yauzl from 'yauzl';
import { AppModule } from '../src/app.module.js';
import { BulkUpdateConfig } from '../src/config.js';
import { RejectedWorkbook } from '../src/rejected-workbook.js';
import { ReportFile } from '../src/report.file.js';
import { begins, contactOf, emailConsent, genre, type GivenImport, givenImport, worksToTheEnd } from './imports.js';

/** The rejected lines of an import whose file was a workbook. */
describe('rejected lines', () => {
  let database: WholeDatabase;
  let store: ObjectStore;
  let service: TestService;
  let close: () => Promise<void>;
  let folder: string;
  let institution: string;
  let importId: string;

  beforeAll(async () => {
    ({ database, service, store, close } = await startOnOwnDatabase(AppModule, {
      name: 'bulk-update',
      config: BulkUpdateConfig,
    }));
    folder = await mkdtemp(join(tmpdir(), 'spec-rejected-'));
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    institution = `i${randomBytes(4).toString('hex')}`;
    importId = `imp_${randomBytes(8).toString('hex')}`;
  });

  const partsOf = async (bytes: Buffer): Promise<Record<string, Buffer>> => {
    const zip = await yauzl.fromBufferPromise(bytes);
    const parts: Record<string, Buffer> = {};
    for await (const entry of zip.eachEntry()) {
      parts[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry));
    }
    return parts;
  };
  const stored = async (name: string) => partsOf(await buffer(await store.get('reports', `${importId}/${name}`)));
  const sheetOf = (parts: Record<string, Buffer>, at = 1) => parts[`xl/worksheets/sheet${at}.xml`]!.toString();
  /** Text and fill of each cell of a row. */
  const rowsOf = (parts: Record<string, Buffer>): Record<string, [text: string, fill: string]>[] => {
    const styles = parts['xl/styles.xml']!.toString();
    const fills = styles.match(/<fill>[^]*?<\/fill>/g)!.map((fill) => /fgColor rgb="FF(\w+)"/.exec(fill)?.[1] ?? '');
    const formats = /<cellXfs[^]*?<\/cellXfs>/.exec(styles)![0].match(/fillId="(\d+)"/g)!;
    const fillOf = (style: string) => fills[Number(/\d+/.exec(formats[Number(style)]!)![0])]!;
    return [...sheetOf(parts).matchAll(/<row [^]*?<\/row>/g)].map(([row]) =>
      Object.fromEntries(
        [...row.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"(?:\/>| t="inlineStr"><is><t[^>]*>([^<]*))/g)].map(
          ([, column = '', style = '', text = '']) => [column, [text, fillOf(style)]],
        ),
      ),
    );
  };
  const red = 'FFC7CE';

  it.each(['check', 'update'] as const)(
    'of the %s of a workbook are a workbook with the wrong cells marked, fresh [old] values and no guards',
    async (action) => {
      await database.contacts.insertMany([contactOf(institution, '001', { authorisations: { EMAIL: false } })]);
      const given: GivenImport = {
        importId,
        institution,
        action,
        isWorkbook: true,
        chunks: [
          [
            {
              contactNumber: '001',
              changes: [{ field: 0, old: { value: null }, new: true }],
              raw: ['001', 'Empty', 'TRUE', "'=1", '', 'too much'],
            },
            {
              contactNumber: '999',
              changes: [{ field: 0, old: { value: null }, new: true }],
              raw: ['999', '', 'TRUE'],
            },
          ],
        ],
      };
      await givenImport(database, store, given);
      await begins(service, given);
      await worksToTheEnd(service, importId);

      const parts = await stored('rejected-lines.xlsx');
      const [header, refused, unknown, ...others] = rowsOf(parts);
      expect(others).toEqual([]);
      expect(
        Object.values(header!)
          .map(([text]) => text)
          .at(-1),
      ).toBe('[errors]');
      expect(refused).toMatchObject({
        A: ['001', ''],
        B: ['FALSE', 'EDEDED'],
        C: ['', red],
        D: ['=1', 'EDEDED'],
        F: [expect.stringContaining('CONFLICT_REFUSAL'), ''],
        G: ['too much', ''],
      });
      expect(unknown).toMatchObject({
        A: ['999', red],
        C: ['TRUE', ''],
        F: [expect.stringMatching(/^CONTACT_UNKNOWN/), ''],
      });
      expect(sheetOf(parts, 4)).toContain('formVersion');
      expect(await store.stat('reports', `${importId}/rejected-lines.csv`)).toBeUndefined();
      expect(await store.stat('reports', `${importId}/changes.csv`)).toBeDefined();
    },
  );

  it('that are too many for one workbook come in several, in a .zip', async () => {
    const plan: Plan = {
      chunks: 1,
      lines: 5,
      blankLines: 0,
      header: ['CONTACT_NUMBER'],
      delimiter: ',',
      sheetColumns: ['A'],
      fields: [],
      warnings: [],
    };
    const options = {
      dataType: 'criteria' as const,
      language: 'en' as const,
      definitions: { criteria: [], authorisations: [] },
      linesPerPart: 2,
    };
    const spool = new ReportFile(join(folder, importId));
    const rejected = new RejectedWorkbook(plan, options, spool);
    for (let line = 2; line < 7; line++) {
      await rejected.add({ line, rejected: true, issues: [], raw: [`00${line}`] }, new Date('2026-03-01T00:00:00Z'));
    }
    await rejected.store(store, `${importId}/rejected-lines`);
    const parts = await stored('rejected-lines.zip');
    expect(Object.keys(parts)).toEqual([1, 2, 3].map((part) => `rejected-lines_${part}.xlsx`));
    const numbers = await Promise.all(
      Object.values(parts).map(async (part) =>
        rowsOf(await partsOf(part))
          .slice(1)
          .map(({ A }) => A?.[0]),
      ),
    );
    expect(numbers).toEqual([['002', '003'], ['004', '005'], ['006']]);
  });

  it('of a CSV stay one', async () => {
    const given: GivenImport = { importId, institution, chunks: [[{ contactNumber: '999', changes: [] }]] };
    await givenImport(database, store, { ...given, fields: [emailConsent, genre] });
    await begins(service, given);
    await worksToTheEnd(service, importId);
    expect(await store.stat('reports', `${importId}/rejected-lines.csv`)).toBeDefined();
    expect(await store.stat('reports', `${importId}/rejected-lines.xlsx`)).toBeUndefined();
  });
});
