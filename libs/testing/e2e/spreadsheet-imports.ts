import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Issue } from '@roundtrip/contracts';
import { ensureApiKeys } from '@roundtrip/demo';
import { inLibreOffice, makeSheetInstitution, missingForLibreOffice, spreadsheetFixture } from '@roundtrip/test-kit';
import { Client, downloadTemplate, downloadWorkbook, finished, type ImportAnswer } from '@roundtrip/test-kit/client';
import type { Stack } from './src/start-stack.js';

const institution = 'sheets';
// Where a change is decided on, LibreOffice has to be there: then the test runs and fails.
const missing = process.env['CI'] === 'true' ? undefined : missingForLibreOffice();
if (missing !== undefined) console.warn(`Not tested: a template edited in LibreOffice. ${missing}.`);

/** What spreadsheets do to a file, as its officer sees it: damage that only the contacts can tell. On the stack of its caller. */
export function spreadsheetImports(stack: () => Stack): void {
  describe('a file that a spreadsheet has saved', () => {
    let client: Client;

    beforeAll(async () => {
      await makeSheetInstitution(stack().database, institution);
      client = new Client(stack().url, (await ensureApiKeys(stack().database, institution)).operator);
    });

    const check = async (name: string, dataType: 'criteria' | 'authorisations') => {
      const file = new Blob([new Uint8Array(spreadsheetFixture(name))]);
      const importId = await client.import(file, { dataType, action: 'check' });
      const result = (await finished(client, importId)) as ImportAnswer & {
        warnings: Issue[];
        issueCounts: Record<string, number>;
      };
      const { items } = await client.get<{ items: Issue[] }>(`/v1/imports/${importId}/errors?limit=200`);
      return { result, told: items.map(({ line, code }) => `${line} ${code}`), issues: items };
    };

    it('with one column sorted apart from the others is told so once, besides each line', async () => {
      const { result, told, issues } = await check('email-sorted-apart.en-US.csv', 'authorisations');
      expect(result).toMatchObject({
        state: 'CHECKED',
        counts: { total: 12, wouldApply: 0, unchanged: 1, rejected: 11, warnings: 1 },
        issueCounts: { EMAIL_MISMATCH: 11 },
      });
      expect(result.warnings).toEqual([
        {
          code: 'EMAIL_MISMATCH',
          column: 'EMAIL',
          message: expect.stringMatching(/^11 of 12 lines .* sorted apart/),
          hint: expect.stringContaining('select the whole table before you sort it'),
          params: { mismatches: 11, lines: 12 },
        },
      ]);
      expect(told).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13].map((line) => `${line} EMAIL_MISMATCH`));
      expect(issues.every(({ hint }) => hint?.includes('sorted apart'))).toBe(true);
    });

    it('that took contact numbers for figures is told which they were, or that they are lost', async () => {
      const { result, told, issues } = await check('numbers-of-a-spreadsheet.en-US.csv', 'authorisations');
      expect(result.counts).toMatchObject({ total: 12, wouldApply: 0, unchanged: 1, rejected: 11, warnings: 8 });
      expect(told).toEqual([
        ...[2, 3, 4, 5, 6, 7, 8, 9].flatMap((line) => [`${line} CONTACT_UNKNOWN`, `${line} LEADING_ZEROS_LOST`]),
        '10 TEXT_TOO_LONG',
        '11 TEXT_TOO_LONG',
        '12 CONTACT_UNKNOWN',
      ]);
      const messageOf = (line: number, code: string) =>
        issues.find((issue) => issue.line === line && issue.code === code)?.message;
      expect(messageOf(2, 'LEADING_ZEROS_LOST')).toContain('"101" looks like "000101" without its leading zeros');
      expect(messageOf(10, 'TEXT_TOO_LONG')).toContain('took a long number for a quantity');
      expect(messageOf(12, 'CONTACT_UNKNOWN')).toContain('spreadsheets make dates of texts');
    });

    it('with shifted cells is told so by the columns that know, and nothing of these lines is applied', async () => {
      const { result, told, issues } = await check('cells-shifted.fr-FR.csv', 'criteria');
      expect(result.counts).toMatchObject({ total: 12, wouldApply: 0, unchanged: 8, rejected: 4 });
      expect(told).toEqual([
        '2 CODE_UNKNOWN',
        '2 NUMBER_INVALID',
        '2 EMAIL_MISMATCH',
        '3 CODE_UNKNOWN',
        '3 CODE_UNKNOWN',
        '4 ROW_WIDTH',
        '5 CONTACT_NUMBER_MISSING',
      ]);
      expect(issues.filter(({ line }) => line === 2 || line === 3).map(({ message }) => message)).toEqual(
        Array.from({ length: 5 }, () => expect.stringContaining('seem to be shifted')),
      );
    });

    it('with dates turned or letters lost conflicts where its [old] cells show it', async () => {
      const turned = await check('dates-month-first.en-US.csv', 'criteria');
      expect(turned.told).toEqual(['2 CONFLICT', '4 DATE_INVALID']);
      expect(turned.issues[0]?.conflict).toEqual({ old: '2024-02-01', now: '2024-01-02', new: '2024-03-01' });
      const french = await check('edited.fr-FR.csv', 'criteria');
      expect(french.told).toEqual(['undefined ENCODING_DETECTED', '4 CONFLICT', '6 NUMBER_INVALID', '6 DATE_INVALID']);
      expect(french.result.counts).toMatchObject({ wouldApply: 2, unchanged: 8, rejected: 2, warnings: 1 });
    });

    (missing === undefined ? it : it.skip)(
      'is applied as it was meant, when a template was opened as text and edited in a French LibreOffice',
      async () => {
        const folder = await mkdtemp(join(tmpdir(), 'e2e-libre-office-'));
        try {
          const [path, edited] = [join(folder, 'template.csv'), join(folder, 'edited.csv')];
          await writeFile(path, await downloadTemplate(client, 'criteria', 12));
          await inLibreOffice('fr-FR', [
            {
              open: { path, delimiter: ';', asText: true },
              steps: [
                { do: 'type', cell: 'F2', text: 'TEACHER' },
                { do: 'type', cell: 'H3', text: 'DANCE|ÉTÉ' },
                { do: 'type', cell: 'J5', text: 'VRAI' },
                { do: 'type', cell: 'L6', text: '1234,5' },
                { do: 'type', cell: 'N7', text: '2025-03-31' },
                { do: 'type', cell: 'P8', text: 'à rappeler' },
                { do: 'type', cell: 'P9', text: 'Empty' },
                { do: 'save', path: edited, delimiter: ';', charset: 'windows-1252' },
              ],
            },
          ]);
          const file = new Blob([new Uint8Array(await readFile(edited))]);
          const importId = await client.import(file, { dataType: 'criteria', action: 'update' });
          expect(await finished(client, importId)).toMatchObject({
            state: 'DONE',
            counts: { total: 12, applied: 7, unchanged: 5, rejected: 0 },
          });
        } finally {
          await rm(folder, { recursive: true });
        }
        const contacts = await stack().database.contacts.find({ institution }).sort({ _id: 1 }).toArray();
        expect(contacts.slice(0, 8).map(({ contactNumber, criteria }) => [contactNumber, criteria])).toEqual([
          ['000101', { JOB: 'TEACHER', MEMBER: true, VISIT: '2024-01-02' }],
          ['000102', { JOB: 'TEACHER', LIKES: ['DANCE', 'ÉTÉ'], GIFTS: 12.5 }],
          ['000103', { MEMBER: false, VISIT: '2024-12-31', NOTE: 'Łódź, then Paris' }],
          ['000104', { MEMBER: true, GIFTS: -3, NOTE: '=SUM(A1:A9)' }],
          ['000105', { JOB: '02', GIFTS: 1234.5, NOTE: 'Empty' }],
          ['000106', { LIKES: ['DANCE'], VISIT: '2025-03-31', NOTE: 'two\nlines; "quoted"' }],
          ['000107', { JOB: '1-2', GIFTS: 1000000, NOTE: 'à rappeler' }],
          ['000108', { MEMBER: true }],
        ]);
      },
      600_000,
    );

    (missing === undefined ? it : it.skip)(
      'is applied as it was meant, when a workbook was edited in a German LibreOffice, which lets nobody into the other columns',
      async () => {
        const folder = await mkdtemp(join(tmpdir(), 'e2e-libre-office-'));
        try {
          const [path, edited] = [join(folder, 'template.xlsx'), join(folder, 'edited.xlsx')];
          await writeFile(path, await downloadWorkbook(client, 'criteria', 12));
          const typed = { F9: '02', L9: '0,5', N9: '31.12.2024', P9: '=1+1', J4: 'leer', A10: '000108', E9: 'TEACHER' };
          const types = Object.entries(typed).map(([cell, text]) => ({ do: 'type' as const, cell, text }));
          await inLibreOffice('de-DE', [{ open: { path }, steps: [...types, { do: 'save', path: edited }] }]);
          const file = new Blob([new Uint8Array(await readFile(edited))]);
          const importId = await client.import(file, { dataType: 'criteria', action: 'update' });
          expect(await finished(client, importId)).toMatchObject({
            state: 'DONE',
            counts: { total: 12, applied: 2, unchanged: 10, rejected: 0 },
            comparison: { linesFound: 12, linesAdded: 0, linesMissing: 0, columns: [] },
          });
        } finally {
          await rm(folder, { recursive: true });
        }
        const contacts = await stack().database.contacts.find({ institution }).sort({ _id: 1 }).toArray();
        expect([2, 7].map((at) => contacts[at]!.criteria)).toEqual([
          { VISIT: '2024-12-31', NOTE: 'Łódź, then Paris' },
          { JOB: '02', MEMBER: true, GIFTS: 0.5, VISIT: '2024-12-31', NOTE: '=1+1' },
        ]);
      },
      600_000,
    );
  });
}
