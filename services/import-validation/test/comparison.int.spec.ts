import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  importRequested,
  ROUNDTRIP_FORM_VERSION,
  templateComparison,
  type TemplateLinesHead,
  templateLinesKey,
  templateSheets,
  validationRejected,
} from '@roundtrip/contracts';
import { type TemplateJobDocument, type WholeDatabase } from '@roundtrip/database';
import { cellPrint, numberPrint } from '@roundtrip/fields';
import { ObjectStore } from '@roundtrip/files';
import { startOnOwnDatabase, type TestService, workbookFile } from '@roundtrip/test-kit';
import { inWords } from './in-words.js';
import { AppModule } from '../src/app.module.js';
import { ImportValidationConfig } from '../src/config.js';
import { givenDefinitions, givenJob, givenUpload, type Request, requestOf, zipOf } from './uploads.js';

/** A file that comes back, held against what was noted of its template. */

const header =
  'CONTACT_NUMBER;EMAIL;LAST_NAME;[old] GENRE - Genre;[new] GENRE - Genre;[old] NOTE - Note;[new] NOTE - Note';
const name = 'contact-criteria_ALL_20260301-0905';
const seed = -7;
const lines = 12;
/** As they were exported. */
const exported = Array.from({ length: lines }, (_, index) => [
  `00${index + 10}`,
  `c${index}@example.org`,
  `Name ${index}`,
  index % 2 === 0 ? 'ROCK' : 'JAZZ',
  '',
  `note ${index}`,
  '',
]);
const csv = (rows: readonly (readonly string[])[]): string =>
  [header, ...rows.map((cells) => cells.join(';')), ''].join('\r\n');

describe('a file that was made of a template', () => {
  let database: WholeDatabase;
  let store: ObjectStore;
  let service: TestService;
  let close: () => Promise<void>;
  let folder: string;
  let institution: string;
  let importId: string;
  let templateId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spec-comparison-'));
    ({ database, service, store, close } = await startOnOwnDatabase(AppModule, {
      name: 'import-validation',
      config: ImportValidationConfig,
      env: { UPLOAD_SPOOL_FOLDER: folder },
    }));
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    service.forget();
    institution = `i${randomBytes(4).toString('hex')}`;
    importId = `imp_${randomBytes(8).toString('hex')}`;
    templateId = `tpl_${randomBytes(8).toString('hex')}`;
    await givenDefinitions(database, institution);
  });

  /** As template-export notes it. */
  const recordOf = (rows: readonly (readonly string[])[]): Buffer => {
    const head: TemplateLinesHead = {
      version: 1,
      seed,
      linesPerPart: 1_000_000,
      columns: [
        ...['EMAIL', 'LAST_NAME', 'FIRST_NAME'].map((key) => ({ role: 'plain' as const, key })),
        ...['GENRE', 'NOTE'].map((key) => ({ role: 'old' as const, key })),
      ],
    };
    const json = Buffer.from(JSON.stringify(head));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length);
    const prints = rows.flatMap(([number, email, lastName, genre, , note]) => [
      ...numberPrint(number!, seed),
      ...[email!, lastName!, '', genre!, note!].map((cell) => cellPrint(cell, seed)),
    ]);
    const body = Buffer.alloc(prints.length * 4);
    prints.forEach((print, index) => body.writeInt32LE(print, index * 4));
    return Buffer.concat([length, json, body]);
  };
  const givenTemplate = async (
    owner = institution,
    record: Buffer | undefined = recordOf(exported),
    more: Partial<TemplateJobDocument> = {},
  ): Promise<void> => {
    const job: Partial<TemplateJobDocument> = {
      type: 'template',
      institution: owner,
      dataType: 'criteria',
      state: 'READY',
      requestedAt: new Date('2026-03-01T09:05:20Z'),
      file: { objectKey: `${templateId}.zip`, name: `${name}.zip`, sizeBytes: 1, parts: 1 },
      ...more,
    };
    await database.jobs.insertOne({ _id: templateId, ...job } as TemplateJobDocument);
    if (record) await store.put('templates', templateLinesKey(templateId), record);
  };
  const examine = async (content: string | Buffer, fileName = `${name}.csv`, more: Partial<Request> = {}) => {
    importId = `imp_${randomBytes(8).toString('hex')}`;
    await givenUpload(store, importId, content);
    const request = requestOf(importId, institution, more);
    await givenJob(database, request);
    await database.jobs.updateOne({ _id: importId }, { $set: { 'file.name': fileName } });
    const { requestedAt } = request;
    await service.receives(importRequested, { importId, institution, requestedAt });
    expect((await readdir(folder)).filter((entry) => entry.includes('-lines-'))).toEqual([]);
    return database.validations.findOne({ _id: importId });
  };
  const copy = (): string[][] => exported.map((cells) => [...cells]);
  const withColumn = (column: number, change: (cell: string, index: number) => string): string[][] =>
    copy().map((cells, index) => cells.map((cell, at) => (at === column ? change(cell, index) : cell)));
  const fine = { linesInTemplate: lines, linesFound: lines, linesAdded: 0, linesMissing: 0, columns: [] };

  it.each(['check', 'update'] as const)('is compared with it by its name, on a %s', async (action) => {
    await givenTemplate();
    const file = withColumn(4, (_, index) => (index % 3 === 0 ? 'JAZZ' : ''));
    file[2]![5] = 'typed here';
    const found = await examine(
      csv([...file.slice(1).toReversed(), ['9999', '', '', '', '', '', 'new']]),
      `${name} (1).csv`,
      {
        action,
      },
    );
    expect(found?.outcome).toBe('accepted');
    expect(templateComparison.parse(found?.comparison)).toEqual({
      templateId,
      linesInTemplate: lines,
      linesFound: lines - 1,
      linesAdded: 1,
      addedPlaces: [{ line: lines + 1 }],
      linesMissing: 1,
      columns: [
        {
          role: 'old',
          key: 'NOTE',
          cells: 1,
          readAlike: 0,
          cause: 'changed',
          causes: [{ cause: 'changed', cells: 1 }],
          places: [{ line: 11 }],
        },
      ],
      furtherColumns: 0,
    });
  });

  it('is stopped when its columns were sorted apart: it makes no plan, and says which', async () => {
    await givenTemplate();
    const values = exported.map((cells) => [cells[5]!, `new of ${cells[0]}`]).toReversed();
    const file = copy().map((cells, index) => [...cells.slice(0, 5), ...values[index]!]);
    const found = await examine(csv(file), undefined, { action: 'update' });
    expect(inWords(found!.problem!)).toMatchObject({
      code: 'FILE_SORTED_APART',
      message: expect.stringContaining('[old] NOTE'),
      hint: expect.stringContaining('Start again'),
    });
    expect(found).toMatchObject({
      outcome: 'rejected',
      comparison: { columns: [{ key: 'NOTE', cause: 'sortedApart', cells: lines }] },
    });
    expect(found?.plan).toBeUndefined();
    expect(service.published(validationRejected)).toMatchObject([{ importId, code: 'FILE_SORTED_APART' }]);
  });

  it('is stopped when its numbers, or most cells of an [old] column, are damaged', async () => {
    await givenTemplate();
    const withoutZeros = withColumn(0, (cell) => String(Number(cell)));
    const ofZeros = await examine(csv(withoutZeros));
    expect(ofZeros).toMatchObject({ outcome: 'rejected', problem: { code: 'COLUMN_DAMAGED' } });
    expect(inWords(ofZeros!.problem!).message).toMatch(/CONTACT_NUMBER .*zeros/);
    const replaced = withColumn(5, (cell, index) => (index < 8 ? '1.2E+10' : cell));
    const ofCells = await examine(csv(replaced));
    expect(ofCells).toMatchObject({ outcome: 'rejected', problem: { code: 'COLUMN_DAMAGED' } });
    expect(inWords(ofCells!.problem!).message).toMatch(/\[old\] NOTE 8 cells .*digits/);
    const few = withColumn(5, (cell, index) => (index < 5 ? '1.2E+10' : cell));
    expect(await examine(csv(few))).toMatchObject({ outcome: 'accepted', comparison: { columns: [{ cells: 5 }] } });
  });

  it('is compared by the name that it has in a .zip, and part by part', async () => {
    await givenTemplate();
    const zip = await zipOf({
      [`${name}_1.csv`]: csv(exported.slice(0, 7)),
      [`${name}_2.csv`]: csv(exported.slice(7)),
    });
    expect(await examine(zip, 'teachers.zip')).toMatchObject({ comparison: fine });
  });

  describe('as a workbook', () => {
    const book = (rows: string[][], about: string[][]): Promise<Buffer> =>
      workbookFile([
        { name: 'Contacts', rows: [header.split(';'), ...rows] },
        { name: templateSheets.roundtrip, rows: about },
      ]);
    const said = (id: string): string[][] => [
      ['formVersion', ROUNDTRIP_FORM_VERSION],
      ['templateId', id],
      ['dataType', 'criteria'],
    ];

    it('is compared with the template that it says, whatever it is called', async () => {
      await givenTemplate();
      expect(await examine(await book(exported, said(templateId)), 'my contacts.xlsx')).toMatchObject({
        comparison: fine,
      });
      const apart = withColumn(3, (_, index) => exported[(index * 5 + 1) % lines]![3]!).map((cells, index) => [
        ...cells.slice(0, 5),
        exported[(index + 1) % lines]![5]!,
        '',
      ]);
      expect(await examine(await book(apart, said(templateId)), 'my contacts.xlsx')).toMatchObject({
        outcome: 'rejected',
        problem: { code: 'FILE_SORTED_APART' },
      });
    });

    it.each<[string, (id: string) => string[][]]>([
      ['of another institution', said],
      ['that is no id', () => said('../../x')],
      ['that is not there', () => said('tpl_0')],
      ['in a sheet of other things', () => [['hello'], ['templateId']]],
      ['below a thousand rows', (id) => [...Array.from({ length: 1000 }, () => ['x']), ['templateId', id]]],
    ])('is read as ever when it names a template %s', async (_, about) => {
      await givenTemplate(`${institution}x`);
      const found = await examine(await book(exported, about(templateId)), 'my contacts.xlsx');
      expect(found?.outcome).toBe('accepted');
      expect(found?.comparison).toBeUndefined();
    });
  });

  it('is not compared when nothing is known of its template, or it is not its own', async () => {
    const none = async (rows = exported, fileName?: string, more?: Partial<Request>) => {
      const found = await examine(csv(rows), fileName, more);
      expect(found?.outcome).toBe('accepted');
      expect(found?.comparison).toBeUndefined();
    };
    await none();
    await givenTemplate(institution, undefined);
    await store.remove('templates', templateLinesKey(templateId));
    await none();
    await store.put('templates', templateLinesKey(templateId), recordOf(exported));
    await none(exported, 'contacts.csv');
    await none(exported, `${name}_rejected-lines.csv`);
    expect(await examine(csv(exported))).toMatchObject({ comparison: fine });
    await database.jobs.updateOne({ _id: templateId }, { $set: { institution: 'another' } });
    await none();
  });

  it('is not compared when it is a file of rejected lines, or has columns that the template had not', async () => {
    await givenTemplate();
    const rejected = csv(exported)
      .replace('\r\n', ';[errors]\r\n')
      .replaceAll(/;\r\n(?=0)/g, ';;was wrong\r\n');
    expect((await examine(rejected))?.comparison).toBeUndefined();
    await database.jobs.deleteOne({ _id: templateId });
    const ofGenre = recordOf(exported);
    templateId = `${templateId}b`;
    await givenTemplate(institution, Buffer.from(ofGenre.toString('latin1').replace('"NOTE"', '"MEMO"'), 'latin1'));
    expect((await examine(csv(exported)))?.comparison).toBeUndefined();
  });

  it.each([
    ['is cut off', (record: Buffer) => record.subarray(0, record.length - 3)],
    ['is something else', () => Buffer.from('{"not": "a record"}')],
    ['is empty', () => Buffer.alloc(0)],
  ])('is read as ever when the record of its template %s', async (_, spoilt) => {
    await givenTemplate(institution, spoilt(recordOf(exported)));
    const found = await examine(csv(exported));
    expect(found?.outcome).toBe('accepted');
    expect(found?.comparison).toBeUndefined();
  });

  it('is compared in its letters only where these are certain', async () => {
    const accents = copy().map((cells, index) => cells.map((cell, at) => (at === 5 ? `é ${index}` : cell)));
    await givenTemplate(institution, recordOf(accents));
    const onMac = Buffer.from(csv(accents).replaceAll('é', '\x8e'), 'latin1');
    expect(await examine(onMac)).toMatchObject({ outcome: 'accepted', comparison: { columns: [] } });
  });
});
