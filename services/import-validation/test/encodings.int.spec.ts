import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { validationCompleted, validationRejected } from '@roundtrip/contracts';
import type { OlderEncoding } from '@roundtrip/csv';
import { type ContactDocument, type CriterionDocument, type WholeDatabase } from '@roundtrip/database';
import { createZip, ObjectStore } from '@roundtrip/files';
import { startOnOwnDatabase, type TestService } from '@roundtrip/test-kit';
import { inWords } from './in-words.js';
import { AppModule } from '../src/app.module.js';
import { ImportValidationConfig } from '../src/config.js';
import { PlansSweep } from '../src/plans.sweep.js';
import { savedIn } from './saved-in.js';
import { givenDefinitions, givenUpload, readPlan, type Request, receivesRequest, requestOf } from './uploads.js';

const header =
  'CONTACT_NUMBER;LAST_NAME;FIRST_NAME;[old] GENRE - Genre;[new] GENRE - Genre;[old] NOTE - Note;[new] NOTE - Note';
const csv = (...rows: string[]): string => [header, ...rows, ''].join('\r\n');

describe('a file that is not UTF-8', () => {
  let database: WholeDatabase;
  let store: ObjectStore;
  let service: TestService;
  let close: () => Promise<void>;
  let institution: string;
  let importId: string;

  beforeAll(async () => {
    ({ database, service, store, close } = await startOnOwnDatabase(AppModule, {
      name: 'import-validation',
      config: ImportValidationConfig,
    }));
  });
  afterAll(() => close());
  beforeEach(async () => {
    service.forget();
    institution = `i${randomBytes(4).toString('hex')}`;
    await givenDefinitions(database, institution);
  });

  async function givenContacts(names: Record<string, [lastName: string, firstName: string]>): Promise<void> {
    await database.contacts.insertMany(
      Object.entries(names).map(([contactNumber, [lastName, firstName]]) => ({
        _id: `${institution}:${contactNumber}`,
        institution,
        contactNumber,
        lastName,
        firstName,
      })) as ContactDocument[],
    );
  }

  const examine = async (content: Buffer, more: Partial<Request> = {}) => {
    importId = `imp_${randomBytes(8).toString('hex')}`;
    await givenUpload(store, importId, content);
    await receivesRequest(service, database, requestOf(importId, institution, more));
    const found = (await database.validations.findOne({ _id: importId }))!;
    const lines = found.plan ? (await readPlan(store, importId, found.plan.chunks)).flat() : [];
    return { found, lines, codes: found.plan?.warnings.map(({ code }) => code) };
  };
  const wanted = async (content: Buffer, more: Partial<Request> = {}) => {
    const { found, lines, codes } = await examine(content, more);
    return {
      codes,
      warning: found.plan?.warnings[0],
      wants: lines.flatMap(({ changes }) => changes.map((change) => change.new)),
    };
  };

  const files: [OlderEncoding, string, string, string][] = [
    ['macintosh', 'Lefèvre', 'René', 'déjà'],
    ['windows-1250', 'Dvořák', 'Jiří', 'příště'],
    ['windows-1251', 'Чехов', 'Антон', 'опера'],
    ['windows-1253', 'Παπαδόπουλος', 'Ελένη', 'όπερα'],
    ['windows-1254', 'Şahin', 'Gülşen', 'İzmir'],
    ['windows-1257', 'Bērziņš', 'Jānis', 'rīts'],
    ['windows-1252', 'Lefèvre', 'Zoë', 'cœur à 5 €'],
    ['iso-8859-15', 'Lœw', 'Zoë', 'à 5 €'],
  ];

  it.each(files)('is read as %s when its names are those of the contacts then', async (encoding, last, first, note) => {
    await givenContacts({ '1': [last, first], '2': ['Petit', 'Bob'] });
    const file = savedIn(encoding, csv(`1;${last};${first};;;;${note}`, '2;Petit;Bob;;;;'));
    const { codes, warning, wants } = await wanted(file, { action: 'update' });
    expect(wants).toEqual([note]);
    expect(codes).toEqual(['ENCODING_DETECTED']);
    expect(inWords(warning!).message).toMatch(/2 of 2/);
    expect(warning?.readings).toBeUndefined();
  });

  it.each(files)(
    'is read as %s when the request says so, whatever its names tell',
    async (encoding, last, first, note) => {
      await givenContacts({ '1': ['Łukasz', 'Żaneta'] });
      const file = savedIn(encoding, csv(`1;${last};${first};;;;${note}`));
      expect(await wanted(file, { action: 'update', encoding })).toMatchObject({ codes: [], wants: [note] });
    },
  );

  it('is checked as Windows-1252 when nothing tells, with its words as each candidate would read them', async () => {
    const file = savedIn('macintosh', csv('1;Lefèvre;René;;;;déjà vu'));
    const { codes, warning, wants } = await wanted(file);
    expect(codes).toEqual(['ENCODING_ASSUMED']);
    expect(wants).toEqual(['dŽjˆ vu']);
    expect(inWords(warning!).hint).toContain('Until then no update');
    expect(warning?.readings).toHaveLength(8);
    expect(warning?.readings?.find(({ encoding }) => encoding === 'macintosh')?.words).toEqual([
      'déjà',
      'Lefèvre',
      'René',
    ]);
  });

  it('is not used for an update that would write its letters by a guess, and no event holds a word of it', async () => {
    const file = savedIn('macintosh', csv('1;Lefèvre;René;;;;déjà vu', '2;;;;ROCK;;'));
    const { found } = await examine(file, { action: 'update' });
    expect(found).toMatchObject({ outcome: 'rejected', problem: { code: 'ENCODING_UNCERTAIN' } });
    expect(found.problem?.readings?.find(({ encoding }) => encoding === 'macintosh')?.words).toContain('déjà');
    const [said] = service.published(validationRejected);
    expect(said).toMatchObject({ code: 'ENCODING_UNCERTAIN' });
    expect(inWords(found.problem!).hint).toContain('CSV UTF-8');
    expect(JSON.stringify(said)).not.toMatch(/dŽj|déj|Lef|Ren/);
    expect(service.published(validationCompleted)).toEqual([]);
  });

  it.each([
    ['names and [old] cells', '1;Lefèvre;René;;ROCK;été;plain'],
    ['a line that is rejected', '1;;;;ÉTÉ;;plain'],
  ])('is used for an update all the same when its letters stand only in %s', async (_where, row) => {
    const { codes, lines, found } = await examine(savedIn('macintosh', csv(row, '2;;;;JAZZ;;')), { action: 'update' });
    expect(found.outcome).toBe('accepted');
    expect(codes).toEqual(['ENCODING_ASSUMED']);
    expect(inWords(found.plan!.warnings[0]!).hint).toContain('not written');
    expect(lines).toHaveLength(2);
  });

  it('asks, too, when Windows-1252 takes its letters for control characters', async () => {
    const file = savedIn('macintosh', csv('1;;;;;;crème'));
    expect(inWords((await wanted(file)).warning!).hint).toContain('Until then no update');
    expect((await examine(file, { action: 'update' })).found.problem?.code).toBe('ENCODING_UNCERTAIN');
  });

  it('asks when the number of a contact that would change has such letters', async () => {
    const { found } = await examine(savedIn('macintosh', csv('É1;;;;ROCK;;')), { action: 'update' });
    expect(found.problem).toMatchObject({ code: 'ENCODING_UNCERTAIN' });
  });

  it('asks when its names leave open how another of its texts reads', async () => {
    await givenContacts({ '1': ['Müller', 'Jürg'] });
    const file = savedIn('windows-1252', csv('1;Müller;Jürg;;;;crème'));
    expect((await wanted(file)).codes).toEqual(['ENCODING_ASSUMED']);
    expect((await examine(file, { action: 'update' })).found.problem?.code).toBe('ENCODING_UNCERTAIN');
    const plain = savedIn('windows-1252', csv('1;Müller;Jürg;;;;für „alle“'));
    expect(await wanted(plain, { action: 'update' })).toMatchObject({
      codes: ['ENCODING_DETECTED'],
      wants: ['für „alle“'],
    });
  });

  it('that is UTF-8 is read so, whatever the request says', async () => {
    for (const mark of ['', '\uFEFF']) {
      const file = Buffer.from(mark + csv('1;;;;;;déjà'));
      expect(await wanted(file, { action: 'update', encoding: 'macintosh' })).toMatchObject({
        codes: [],
        wants: ['déjà'],
      });
    }
  });

  it('of the ordinary contact import is read by the names of the contacts that are there', async () => {
    await givenContacts({ '1': ['Lefèvre', 'René'] });
    const file = savedIn(
      'macintosh',
      'CONTACT_NUMBER;LAST_NAME;FIRST_NAME;CITY\n1;Lefèvre;René;Orléans\n2;Noël;Zoé;Nîmes\n',
    );
    const { codes, wants } = await wanted(file, { dataType: 'contacts', action: 'update' });
    expect(codes).toEqual(['ENCODING_DETECTED']);
    expect(wants).toEqual(['Lefèvre', 'René', 'Orléans', 'Noël', 'Zoé', 'Nîmes']);
  });

  describe('whose header has such letters, too', () => {
    const withCode = (...rows: string[]): Buffer =>
      savedIn('macintosh', ['CONTACT_NUMBER;LAST_NAME;[new] ÉTAT - État', ...rows, ''].join('\n'));

    beforeEach(async () => {
      const criterion = {
        _id: `${institution}:ÉTAT`,
        institution,
        code: 'ÉTAT',
        name: 'État',
        kind: 'TEXT',
        values: [],
        rank: 9,
        active: true,
        version: 1,
        appliedRequests: [],
      } as CriterionDocument;
      await database.criteria.insertOne(criterion);
    });

    it('finds its fields in the encoding that its names tell', async () => {
      await givenContacts({ '1': ['Lefèvre', ''] });
      const { found, codes } = await examine(withCode('1;Lefèvre;élu'), { action: 'update' });
      expect(found.plan).toMatchObject({
        header: ['CONTACT_NUMBER', 'LAST_NAME', '[new] ÉTAT - État'],
        fields: [{ code: 'ÉTAT' }],
      });
      expect(codes).toEqual(['ENCODING_DETECTED', 'OLD_COLUMN_MISSING']);
    });

    it('asks when they do not tell, in a check as well, and is read as the request says', async () => {
      const { found } = await examine(withCode('1;;plain'));
      expect(found.problem).toMatchObject({
        code: 'ENCODING_UNCERTAIN',
        readings: expect.arrayContaining([{ encoding: 'macintosh', words: expect.arrayContaining(['ÉTAT']) }]),
      });
      expect(await wanted(withCode('1;;plain'), { encoding: 'macintosh' })).toMatchObject({ wants: ['plain'] });
    });

    it('is wrong when no candidate knows the field', async () => {
      const file = savedIn('macintosh', 'CONTACT_NUMBER;[new] ÉTÄT\n1;plain\n');
      expect((await examine(file)).found.problem?.code).toBe('HEADER_UNKNOWN_FIELD');
    });
  });

  describe('in a .zip', () => {
    const zip = (...parts: Buffer[]): Promise<Buffer> =>
      buffer(createZip(parts.map((part, at) => ({ name: `t_${at + 1}.csv`, content: Readable.from([part]) }))));

    it('is read part by part', async () => {
      await givenContacts({ '1': ['Lefèvre', 'René'], '2': ['Dvořák', 'Jiří'] });
      const file = await zip(
        savedIn('macintosh', csv('1;Lefèvre;René;;;;déjà')),
        savedIn('windows-1250', csv('2;Dvořák;Jiří;;;;příště')),
        Buffer.from(csv('3;;;;;;été')),
      );
      const { found, codes, lines } = await examine(file, { action: 'update' });
      expect(codes).toEqual(['ENCODING_DETECTED', 'ENCODING_DETECTED']);
      expect(found.plan?.warnings.map(({ part }) => part)).toEqual([1, 2]);
      expect(lines.flatMap(({ changes }) => changes.map((change) => change.new))).toEqual(['déjà', 'příště', 'été']);
      const open = await zip(Buffer.from(csv('3;;;;;;été')), savedIn('macintosh', csv('4;;;;;;été')));
      expect((await examine(open, { action: 'update' })).found.problem).toMatchObject({
        code: 'ENCODING_UNCERTAIN',
        part: 2,
      });
    });

    it('finds a number on two lines, however each part writes its letters', async () => {
      await givenContacts({ '1': ['Lefèvre', 'René'] });
      const file = await zip(
        Buffer.from(csv('É1;;;;ROCK;;')),
        savedIn('macintosh', csv('1;Lefèvre;René;;;;', 'É1;;;;ROCK;;')),
      );
      const { lines } = await examine(file);
      expect(lines.map(({ contactNumber, issues }) => [contactNumber, issues.map(({ code }) => code)])).toEqual([
        ['É1', ['CONTACT_DUPLICATE_ROW']],
        ['1', []],
        ['É1', ['CONTACT_DUPLICATE_ROW']],
      ]);
    });
  });

  it('counts its lines as they are planned, whatever Windows-1252 takes for blank', async () => {
    await givenContacts({ '1': ['Lefèvre', 'René'] });
    const file = Buffer.concat([
      savedIn('macintosh', csv('1;Lefèvre;René;;;;')),
      Buffer.from([0xca, 0x0d, 0x0a, 0xa0, 0x0d, 0x0a]),
    ]);
    const { found, lines } = await examine(file);
    expect(found.plan).toMatchObject({ lines: lines.length, blankLines: 1 });
    expect(lines.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('has no words kept of it when its time is over', async () => {
    const file = savedIn('macintosh', csv('1;Lefèvre;René;;;;déjà vu'));
    const uncertain = (await examine(file, { action: 'update' })).found._id;
    const assumed = (await examine(file)).found._id;
    const texts = async () =>
      JSON.stringify(await database.validations.find({ _id: { $in: [uncertain, assumed] } }).toArray());
    const sweep = service.app.get(PlansSweep, { strict: false });
    const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000);
    await sweep.sweep(days(29.9));
    expect((await texts()).match(/Renée|René/g)).toHaveLength(2);
    await sweep.sweep(days(30.1));
    expect(await texts()).not.toMatch(/René|déjà/);
    expect(await texts()).toMatch(/ENCODING_UNCERTAIN.*ENCODING_ASSUMED|ENCODING_ASSUMED.*ENCODING_UNCERTAIN/);
  });
});
