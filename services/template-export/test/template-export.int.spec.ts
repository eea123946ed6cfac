import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import {
  templateCompleted,
  templateFailed,
  templateResolved,
  templateResolvedV1,
  templateStarted,
} from '@roundtrip/contracts';
import { EventPublisher } from '@roundtrip/kafka';
import { ContactsReader } from '../src/contacts.reader.js';
import { TemplatesSweep } from '../src/templates.sweep.js';
import { CuttingProxy } from './cutting.proxy.js';
import { resolvedAt, TemplateFixture } from './template-fixture.js';

const open: { close(): Promise<void> }[] = [];
async function start(env: Record<string, string> = {}): Promise<TemplateFixture> {
  const fixture = await TemplateFixture.start(env);
  open.push(fixture);
  return fixture;
}
afterEach(async () => {
  jest.restoreAllMocks();
  for (const one of open.splice(0).toReversed()) await one.close();
});

const header =
  'CONTACT_NUMBER;EMAIL;LAST_NAME;FIRST_NAME;[old] NOTE - Note;[new] NOTE - Note;[old] LIKES - Likes;[new] LIKES - Likes\r\n';
const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ contactNumber: String(i + 1).padStart(6, '0') }));

describe('template-export', () => {
  it('makes one .csv in a .zip of the contacts in the target, in order of contact number', async () => {
    const fixture = await start();
    await fixture.add(
      { contactNumber: '10', lastName: 'Ñandú; "x"', criteria: { NOTE: '=1', LIKES: ['OPERA', 'JAZZ'] } },
      { contactNumber: '0010', email: 'a@example.org', firstName: 'Zoë', criteria: { NOTE: 'two\nlines' } },
      { contactNumber: '2', anonymised: true },
      { contactNumber: '3', valid: false },
      { contactNumber: '4', criteria: { NOTE: 'not this one' } },
    );
    const request = await fixture.request({
      rule: { none: [{ field: 'criteria.NOTE', is: 'startsWith', value: 'not' }] },
      count: 2,
    });

    await fixture.service.receives(templateResolved, request);

    const [file, ...others] = await fixture.files(request.templateId);
    expect(others).toEqual([]);
    expect(file?.name).toBe('contact-criteria_ALL_20260301-0905.csv');
    expect(file?.text).toBe(
      `\uFEFF${header}0010;a@example.org;;Zoë;"two\nlines";;;\r\n10;;"Ñandú; ""x""";;'=1;;JAZZ|OPERA;\r\n`,
    );
    const { templateId, institution } = request;
    expect(fixture.service.published(templateStarted)).toEqual([{ templateId, institution, linesTotal: 2 }]);
    const sizeBytes = (await fixture.stored(templateId)).length;
    const objectKey = `${templateId}.zip`;
    const name = 'contact-criteria_ALL_20260301-0905.zip';
    expect(fixture.service.published(templateCompleted)).toEqual([
      {
        templateId,
        institution,
        state: 'READY',
        lines: 2,
        completedAt: expect.any(String),
        file: { objectKey, name, sizeBytes, parts: 1 },
      },
    ]);
  });

  it('answers a repeated message with the same outcome and leaves the file alone', async () => {
    const fixture = await start();
    await fixture.add({ contactNumber: '1' });
    const request = await fixture.request();
    await fixture.service.receives(templateResolved, request);
    const before = await fixture.stored(request.templateId);
    await fixture.add({ contactNumber: '2' });

    await fixture.service.receives(templateResolved, request);

    const [first, second] = fixture.service.published(templateCompleted);
    expect(second).toEqual(first);
    expect(fixture.service.published(templateStarted)).toHaveLength(1);
    expect((await fixture.stored(request.templateId)).equals(before)).toBe(true);
  });

  it('says EMPTY and stores no file when nobody is in the target, also to a repeated message', async () => {
    const fixture = await start();
    const request = await fixture.request({ count: 0 });
    await fixture.service.receives(templateResolved, request);
    await fixture.add({ contactNumber: '1' });
    await fixture.service.receives(templateResolved, request);

    const [first, second] = fixture.service.published(templateCompleted);
    expect(first).toMatchObject({ state: 'EMPTY', lines: 0 });
    expect(first).not.toHaveProperty('file');
    expect(second).toEqual(first);
    expect(await fixture.objects.stat('templates', `${request.templateId}.zip`)).toBeUndefined();
    expect(await fixture.recordedLines(request.templateId)).toBeUndefined();
  });

  it.each([
    ['known to be too many for one file', 5],
    ['more than were counted', 2],
  ])('makes parts, each with the header, of contacts that are %s', async (_, count) => {
    const fixture = await start({ TEMPLATE_PART_LINES: '2' });
    await fixture.add(...numbered(5));
    const request = await fixture.request({ count });

    await fixture.service.receives(templateResolved, request);

    const files = await fixture.files(request.templateId);
    expect(files.map(({ name }) => name)).toEqual(
      [1, 2, 3].map((part) => `contact-criteria_ALL_20260301-0905_${part}.csv`),
    );
    expect(files.every(({ text }) => text.startsWith(`\uFEFF${header}`))).toBe(true);
    expect(files.map(({ rows }) => rows.slice(1).map(([contactNumber]) => contactNumber))).toEqual([
      ['000001', '000002'],
      ['000003', '000004'],
      ['000005'],
    ]);
    expect(fixture.service.published(templateCompleted)).toMatchObject([{ lines: 5, file: { parts: 3 } }]);
    expect(await fixture.recordedLines(request.templateId)).toBe(5);
  });

  describe('a workbook', () => {
    const likes = [
      ['LIKES - Likes', 'Meaning'],
      ['JAZZ', 'JAZZ'],
      ['OPERA', 'OPERA'],
      ['Empty', 'removes the value'],
    ];
    const about = (templateId: string, lines: number, part?: number) => [
      ['formVersion', '1'],
      ['templateId', templateId],
      ['dataType', 'criteria'],
      ['madeAt', resolvedAt],
      ...(part === undefined ? [] : [['part', String(part)]]),
      ['lines', String(lines)],
    ];

    it('is delivered as it is, with the cells of the .csv but for guards, the values that may be chosen, and what it is', async () => {
      const fixture = await start();
      await fixture.add(
        { contactNumber: '10', lastName: 'Ñandú; "x"', criteria: { NOTE: '=1', LIKES: ['OPERA', 'JAZZ'] } },
        { contactNumber: '0010', email: 'a@example.org', firstName: 'Zoë', criteria: { NOTE: 'two\nlines' } },
      );
      const request = await fixture.request({ count: 2, format: 'xlsx' });

      await fixture.service.receives(templateResolved, request);

      const { templateId } = request;
      const [workbook] = await fixture.workbooks(templateId);
      const sheets = workbook?.sheets ?? {};
      expect(Object.keys(sheets)).toEqual(['Contacts', 'Values', 'How to', '_roundtrip']);
      expect(sheets['Contacts']).toEqual([
        header.trim().split(';'),
        ['0010', 'a@example.org', '', 'Zoë', 'two\nlines'],
        ['10', '', 'Ñandú; "x"', '', '=1', '', 'JAZZ|OPERA'],
      ]);
      expect(sheets['Values']).toEqual(likes);
      expect(sheets['_roundtrip']).toEqual(about(templateId, 2));
      const { objectKey, name, sizeBytes, parts } = fixture.service.published(templateCompleted)[0]!.file!;
      expect({ objectKey, name, parts }).toEqual({
        objectKey: `${templateId}.zip`,
        name: 'contact-criteria_ALL_20260301-0905.xlsx',
        parts: 1,
      });
      expect(sizeBytes).toBe((await fixture.stored(templateId)).length);
    });

    it('speaks the language of the institution', async () => {
      const fixture = await start();
      await fixture.database.institutions.updateOne({ _id: fixture.institution }, { $set: { language: 'fr' } });
      await fixture.add({ contactNumber: '1' });
      const request = await fixture.request({ format: 'xlsx' });
      await fixture.service.receives(templateResolved, request);
      const [workbook] = await fixture.workbooks(request.templateId);
      expect(workbook?.sheets['How to']?.[0]).toEqual(['Comment remplir ce classeur']);
    });

    it.each([
      ['known to be too many for one', 5],
      ['more than were counted', 2],
    ])('comes in parts in a .zip, each a workbook of its own, when contacts are %s', async (_, count) => {
      const fixture = await start({ TEMPLATE_PART_LINES: '2' });
      await fixture.add(...numbered(5));
      const request = await fixture.request({ count, format: 'xlsx' });

      await fixture.service.receives(templateResolved, request);

      const workbooks = await fixture.workbooks(request.templateId);
      expect(workbooks.map(({ name }) => name)).toEqual(
        [1, 2, 3].map((part) => `contact-criteria_ALL_20260301-0905_${part}.xlsx`),
      );
      expect(workbooks.map(({ sheets }) => sheets['Contacts']?.slice(1).flat())).toEqual([
        ['000001', '000002'],
        ['000003', '000004'],
        ['000005'],
      ]);
      expect(workbooks.map(({ sheets }) => sheets['_roundtrip'])).toEqual(
        [2, 2, 1].map((lines, part) => about(request.templateId, lines, part + 1)),
      );
      expect(fixture.service.published(templateCompleted)).toMatchObject([
        { lines: 5, file: { name: 'contact-criteria_ALL_20260301-0905.zip', parts: 3 } },
      ]);
    });

    it('is not stored when it cannot be read to its end', async () => {
      const fixture = await start();
      await fixture.add(...numbered(3));
      const request = await fixture.request({ count: 3, format: 'xlsx' });
      jest.spyOn(ContactsReader.prototype, 'contacts').mockImplementation(async function* () {
        yield [{ contactNumber: '1' }];
        throw new Error('the database is gone');
      });
      await fixture.service.receives(templateResolved, request);
      expect(await fixture.objects.stat('templates', `${request.templateId}.zip`)).toBeUndefined();
      expect(fixture.service.published(templateCompleted)).toEqual([]);
    });
  });

  it('passes on why a template was refused', async () => {
    const fixture = await start();
    const refusal = { outcome: 'refused' as const, code: 'TARGET_UNKNOWN', detail: 'The target is gone.' };
    const request = await fixture.request({ refusal });
    await fixture.service.receives(templateResolved, request);
    expect(fixture.service.published(templateFailed)).toMatchObject([
      { templateId: request.templateId, code: 'TARGET_UNKNOWN', detail: 'The target is gone.' },
    ]);
  });

  it('says again that a template is ready when it is asked for again and its target is gone meanwhile', async () => {
    const fixture = await start();
    await fixture.add({ contactNumber: '1' });
    const request = await fixture.request();
    await fixture.service.receives(templateResolved, request);
    const refusal = { outcome: 'refused' as const, code: 'TARGET_UNKNOWN', detail: 'The target is gone.' };
    // Long after, when what it was made of is no longer kept.
    const { templateId, institution, dataType } = request;
    await fixture.database.resolutions.updateOne({ _id: templateId }, { $set: { resolution: refusal } });
    await fixture.service.receives(templateResolved, {
      templateId,
      institution,
      dataType,
      resolvedAt,
      outcome: 'refused',
    });
    expect(fixture.service.published(templateFailed)).toEqual([]);
    expect(fixture.service.published(templateCompleted)).toMatchObject([{ state: 'READY' }, { state: 'READY' }]);
  });

  describe('a message that is not true', () => {
    const nothingMade = async (fixture: TemplateFixture, templateId: string, reason: string) => {
      expect(fixture.service.deadLetters().map(({ headers }) => headers['reason-code'])).toEqual([reason]);
      expect(await fixture.objects.stat('templates', `${templateId}.zip`)).toBeUndefined();
      for (const said of [templateStarted, templateCompleted, templateFailed]) {
        expect(fixture.service.published(said)).toEqual([]);
      }
    };

    it.each([
      ['nobody has asked for', 'jobs' as const],
      ['of which nobody has settled what it is made of', 'resolutions' as const],
    ])('about a template that %s makes no file', async (_, missing) => {
      const fixture = await start();
      await fixture.add({ contactNumber: '1' });
      const request = await fixture.request();
      await fixture.database[missing].deleteOne({ _id: request.templateId });
      await fixture.service.receives(templateResolved, request);
      await nothingMade(fixture, request.templateId, 'JOB_UNKNOWN');
    });

    it.each([
      ['another institution', { institution: 'other' }],
      ['another data type', { dataType: 'authorisations' as const }],
      ['a refusal', { outcome: 'refused' as const }],
      ['another state of the target', { target: { targetId: 'tgt_1', version: 4 } }],
      ['another target', { target: { targetId: 'tgt_2', version: 3 } }],
    ])('with %s makes no file and ends no template; the true one does', async (_, forged) => {
      const fixture = await start();
      await fixture.add({ contactNumber: '1' });
      const request = await fixture.request();
      await fixture.service.receives(templateResolved, { ...request, ...forged });
      await nothingMade(fixture, request.templateId, 'MESSAGE_CONTRADICTED');
      await fixture.service.receives(templateResolved, request);
      expect(fixture.service.published(templateCompleted)).toMatchObject([{ state: 'READY', lines: 1 }]);
    });

    it('of before there were documents makes the file that is on record, whatever rule it brings, and else none', async () => {
      const fixture = await start();
      await fixture.add({ contactNumber: '1' }, { contactNumber: '2' });
      const rule = { all: [{ field: 'contact.contactNumber', is: 'equals', value: '1' }] };
      const known = await fixture.request({ rule });
      const unknown = await fixture.request();
      await fixture.database.resolutions.deleteOne({ _id: unknown.templateId });
      for (const { templateId, institution, dataType } of [known, unknown]) {
        const target = { targetId: 'tgt_1', code: 'ALL', name: 'Everybody' };
        const resolution = { outcome: 'resolved' as const, target, rule: { all: [] }, fields: [], count: 2 };
        const said = { templateId, institution, dataType, resolvedAt: '2026-01-01T00:00:00.000Z', resolution };
        await fixture.service.receives(templateResolvedV1, said);
      }
      expect(fixture.service.published(templateCompleted)).toMatchObject([{ templateId: known.templateId, lines: 1 }]);
      expect(fixture.service.deadLetters().map(({ key }) => key)).toEqual([unknown.templateId]);
      expect(fixture.service.published(templateFailed)).toEqual([]);
    });
  });

  it('removes files after seven days, unless their template is still being made', async () => {
    const fixture = await start();
    await fixture.add({ contactNumber: '1' });
    const [over, current] = [await fixture.request(), await fixture.request()];
    for (const request of [over, current]) {
      await fixture.service.receives(templateResolved, request);
      await fixture.objects.put('templates', `${request.templateId}.failed.json`, Buffer.from('{}'));
    }
    const { jobs } = fixture.database;
    await jobs.updateOne({ _id: over.templateId }, { $set: { state: 'READY' } });
    await jobs.updateOne({ _id: current.templateId }, { $set: { state: 'RUNNING' } });
    const there = async () =>
      Promise.all(
        [over, current].flatMap(({ templateId }) =>
          ['zip', 'lines', 'json', 'failed.json'].map(
            async (end) => (await fixture.objects.stat('templates', `${templateId}.${end}`)) !== undefined,
          ),
        ),
      );
    const sweep = fixture.service.app.get(TemplatesSweep, { strict: false });
    const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000);
    await sweep.sweep(days(7));
    expect(await there()).toEqual(Array.from({ length: 8 }, () => true));
    await sweep.sweep(days(7.1));
    expect(await there()).toEqual([false, false, false, false, true, true, true, true]);
  });

  it('ends a template that it cannot make as failed, and keeps the message', async () => {
    const fixture = await start();
    await fixture.database.institutions.deleteMany({});
    const request = await fixture.request();
    await fixture.service.receives(templateResolved, request);
    expect(fixture.service.published(templateFailed)).toMatchObject([
      { templateId: request.templateId, code: 'TEMPLATE_FAILED' },
    ]);
    expect(fixture.service.deadLetters()).toHaveLength(1);
  });

  it('says the same of a template that failed twice, and of one that could be made after all that it is ready', async () => {
    const fixture = await start();
    const { institutions } = fixture.database;
    const kept = await institutions.findOne({ _id: fixture.institution });
    await institutions.deleteMany({});
    await fixture.add({ contactNumber: '1' });
    const request = await fixture.request();
    await fixture.service.receives(templateResolved, request);
    await fixture.service.receives(templateResolved, request);
    const [first, second, ...others] = fixture.service.published(templateFailed);
    expect([second, others]).toEqual([first, []]);
    if (kept) await institutions.insertOne(kept);
    await fixture.service.receives(templateResolved, request);
    expect(fixture.service.published(templateCompleted)).toMatchObject([{ state: 'READY', lines: 1 }]);
  });

  it('of a refusal that Kafka never took, it says at last that the template failed', async () => {
    const fixture = await start();
    const refusal = { outcome: 'refused' as const, code: 'TARGET_UNKNOWN', detail: 'The target no longer exists.' };
    const request = await fixture.request({ refusal });
    const publish = jest.spyOn(fixture.service.app.get(EventPublisher), 'publish');
    for (let tries = 0; tries < 4; tries++) publish.mockRejectedValueOnce(new Error('not now'));
    await fixture.service.receives(templateResolved, request);
    expect(fixture.service.published(templateFailed)).toMatchObject([{ code: 'TEMPLATE_FAILED' }]);
    expect(fixture.service.deadLetters()).toHaveLength(1);
  });

  it('stores nothing and lets go of its cursor when the session is lost', async () => {
    const fixture = await start();
    await fixture.add(...numbered(3_000));
    const session = new AbortController();
    const cursors = watchCursors(fixture, (cursor) => {
      const next = cursor.hasNext.bind(cursor);
      jest.spyOn(cursor, 'hasNext').mockImplementation(async () => {
        if (cursor.id) session.abort(new Error('the session is lost'));
        return next();
      });
    });
    const request = await fixture.request({ count: 3_000 });

    await expect(fixture.service.receives(templateResolved, request, { signal: session.signal })).rejects.toThrow();

    // The message is given up at once, the work ends a moment later.
    await waitUntil(() => cursors.length === 1 && cursors.every(({ killed }) => killed));
    expect(await fixture.objects.stat('templates', `${request.templateId}.zip`)).toBeUndefined();
    expect(await fixture.recordedLines(request.templateId)).toBeUndefined();
    expect(fixture.service.published(templateCompleted)).toEqual([]);
  });

  it('makes the whole file again when the database drops the cursor half way', async () => {
    const fixture = await start();
    await fixture.add(...numbered(3_000));
    let dropped = false;
    const cursors = watchCursors(fixture, (cursor) => {
      const next = cursor.hasNext.bind(cursor);
      jest.spyOn(cursor, 'hasNext').mockImplementation(async () => {
        if (cursor.id && !dropped) {
          dropped = true;
          await fixture.killCursor(cursor.id);
        }
        return next();
      });
    });
    const request = await fixture.request({ count: 3_000 });

    await fixture.service.receives(templateResolved, request);

    expect(cursors.map(({ closed }) => closed)).toEqual([true, true]);
    const [file] = await fixture.files(request.templateId);
    expect(file?.rows.slice(1).map(([contactNumber]) => contactNumber)).toEqual(
      numbered(3_000).map(({ contactNumber }) => contactNumber),
    );
    expect(fixture.service.published(templateCompleted)).toMatchObject([{ state: 'READY', lines: 3_000 }]);
    expect(await fixture.recordedLines(request.templateId)).toBe(3_000);
  });

  it('waits for the object store when it goes away in the middle of the file', async () => {
    const proxy = await CuttingProxy.start(String(process.env['S3_ENDPOINT']));
    open.push(proxy);
    const fixture = await start({ S3_ENDPOINT: proxy.url });
    await fixture.add(...numbered(3_000));
    const cursors = watchCursors(fixture);
    const request = await fixture.request({ count: 3_000 });
    proxy.cutUploads(3);

    await fixture.service.receives(templateResolved, request);

    expect(proxy.cuts).toBe(3);
    expect(cursors.length).toBeGreaterThan(1);
    expect(cursors.every(({ closed }) => closed)).toBe(true);
    const [file] = await fixture.files(request.templateId);
    expect(file?.rows).toHaveLength(3_001);
    expect(await fixture.recordedLines(request.templateId)).toBe(3_000);
    expect(fixture.service.deadLetters()).toEqual([]);
    expect(fixture.service.published(templateCompleted)).toHaveLength(1);
  });

  it('ends in one file and one outcome when two workers have the same message', async () => {
    const fixture = await start();
    await fixture.add(...numbered(2_500));
    const request = await fixture.request({ count: 2_500 });

    await Promise.all([1, 2].map(() => fixture.service.receives(templateResolved, request)));

    const [file] = await fixture.files(request.templateId);
    expect(file?.rows).toHaveLength(2_501);
    expect(await fixture.recordedLines(request.templateId)).toBe(2_500);
    const sizeBytes = (await fixture.stored(request.templateId)).length;
    const outcomes = fixture.service.published(templateCompleted);
    expect(outcomes).toHaveLength(2);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ state: 'READY', lines: 2_500, file: { sizeBytes } });
  });

  it('says how it ended once Kafka takes messages again', async () => {
    const fixture = await start();
    await fixture.add({ contactNumber: '1' });
    const request = await fixture.request();
    fixture.service.refusePublishing(2);
    await fixture.service.receives(templateResolved, request);
    expect(fixture.service.published(templateCompleted)).toMatchObject([{ state: 'READY', lines: 1 }]);
  });
});

async function waitUntil(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 5_000; !holds();) {
    if (Date.now() > end) throw new Error('it never came to that');
    await sleep(10);
  }
}

type Cursor = ReturnType<TemplateFixture['database']['contacts']['find']>;

/** The cursors over contacts that the service opens. */
function watchCursors(fixture: TemplateFixture, each: (cursor: Cursor) => void = () => {}): Cursor[] {
  const cursors: Cursor[] = [];
  const { contacts } = fixture.database;
  const find = contacts.find.bind(contacts);
  jest.spyOn(contacts, 'find').mockImplementation((...query: Parameters<typeof find>) => {
    const cursor = find(...query);
    cursors.push(cursor);
    each(cursor);
    return cursor;
  });
  return cursors;
}
