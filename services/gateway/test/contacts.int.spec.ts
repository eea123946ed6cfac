import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requesterIn, withoutName } from '@roundtrip/contracts';
import { type ChunkDocument, institutionIdRange, searchKeysOf } from '@roundtrip/database';
import { searchCondition } from '../src/contacts/contact-search.rules.js';
import { GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

const by = { keyId: 'key_1', name: 'Operator', role: 'operator' as const };

describe('contacts', () => {
  let gateway: GatewayFixture;
  const number = '00000007';

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    const { database, institution } = gateway;
    const marie = { lastName: "D'Été", firstName: 'Marie', email: 'marie@example.org' };
    await database.contacts.updateOne(
      { _id: `${institution.id}:${number}` },
      {
        $set: {
          ...marie,
          searchKeys: searchKeysOf({ ...marie, institution: institution.id, contactNumber: number }),
          criteria: { PROFESSION: 'STUDENT' },
          authorisations: { EMAIL: false },
          rev: 4,
          lastChange: 'imp_3:1',
        },
      },
    );
    const chunk = (
      importId: string,
      index: number,
      previous: string | null,
      before: string | null,
      after: string | null,
    ): ChunkDocument => ({
      _id: `${importId}:${index}`,
      importId,
      lines: 2,
      chunk: index,
      institution: institution.id,
      entries: [
        {
          line: 2,
          contactNumber: '00000001',
          rev: 1,
          previous: null,
          before: { 'criteria.PROFESSION': null },
          after: { 'criteria.PROFESSION': 'ARTIST' },
        },
        {
          line: 30 + index,
          contactNumber: number,
          rev: 1,
          previous,
          before: { 'criteria.PROFESSION': before, lastName: 'Ete' },
          after: { 'criteria.PROFESSION': after, lastName: "D'Été" },
        },
      ],
      reports: [],
      version: 1,
      decidedAt: new Date('2026-03-01T10:00:00Z'),
      requestedBy: by,
    });
    await database.chunks.insertMany([
      chunk('imp_1', 0, null, null, 'TEACHER'),
      chunk('imp_2', 0, 'imp_1:0', 'TEACHER', null),
      chunk('imp_3', 1, 'imp_2:0', null, 'STUDENT'),
    ]);
  }, 90_000);
  afterAll(() => gateway.close());

  it('are listed by number, page by page, those of the institution only', async () => {
    const numbers: string[] = [];
    for (let cursor = ''; ;) {
      const { json } = await gateway.get(`/v1/contacts?limit=15${cursor}`, { as: 'viewer' });
      numbers.push(...json.items.map((one: Json) => one.contactNumber));
      if (json.nextCursor === null) break;
      cursor = `&cursor=${json.nextCursor}`;
    }
    expect(numbers).toHaveLength(40);
    expect(numbers).toEqual(numbers.toSorted());
  });

  it.each(['00000007', "d'é", 'MARIE', 'marie@', 'marie d', "D'ÉTÉ mar"])('are found by "%s"', async (query) => {
    const { json } = await gateway.get(`/v1/contacts?limit=200&query=${encodeURIComponent(query)}`, { as: 'viewer' });
    expect(json.items.map((one: Json) => one.contactNumber)).toContain(number);
    expect(json.items.length).toBeLessThan(20);
  });

  it.each(['.*', '^', '$where', '{"$gt":""}', 'zzzz', '00000007:'])('are not found by "%s"', async (query) => {
    const { status, json } = await gateway.get(`/v1/contacts?query=${encodeURIComponent(query)}`);
    expect([status, json.items]).toEqual([200, []]);
  });

  describe('that many are', () => {
    const names = ['Dense', 'dense', 'DÉNSE', 'de\u0301nse', 'Rare', 'ſharp', 'straße', 'a.b', 'x'];
    beforeAll(async () => {
      const { database, other } = gateway;
      const [like] = await database.contacts.find({ institution: other.id }).limit(1).toArray();
      const { firstName: _, company: __, ...rest } = like!;
      const many = Array.from({ length: 6_000 }, (___, index) => {
        const contactNumber = `Many-${String(index).padStart(5, '0')}`;
        const lastName = index % 97 === 0 ? names[index % names.length]! : `Dense ${index}`;
        const own = { institution: other.id, contactNumber, lastName, email: `P.${index}@Example.org` };
        return { ...rest, ...own, _id: `${other.id}:${contactNumber}`, searchKeys: searchKeysOf(own) };
      });
      await database.contacts.insertMany(many);
    }, 60_000);

    const found = async (query: string, limit: number): Promise<string[]> => {
      const path = `/v1/contacts?limit=${limit}&query=${encodeURIComponent(query)}`;
      const first = (await gateway.get(path, { of: gateway.other })).json;
      if (first.nextCursor === null) return first.items.map((one: Json) => one.contactNumber);
      const second = (await gateway.get(`${path}&cursor=${first.nextCursor}`, { of: gateway.other })).json;
      return [...first.items, ...second.items].map((one: Json) => one.contactNumber);
    };
    const scanned = async (query: string, limit: number): Promise<string[]> => {
      const contacts = gateway.database.contacts
        .find({ _id: institutionIdRange(gateway.other.id), ...searchCondition(query) })
        .sort({ _id: 1 })
        .limit(limit);
      return (await contacts.toArray()).map(({ contactNumber }) => contactNumber);
    };
    const queries = ['dense', 'den', 'DÉN', 'rare', 's', 'ſ', 'STRASSE', 'straß', 'a.', 'A', 'p.1', 'p.12@example.org'];

    it.each([...queries, 'many-00018', 'MANY-0001', 'many', 'dense 12', 'x', 'nobody', 'é', '\u0301'])(
      'are found by "%s" as by looking at each of them',
      async (query) => {
        for (const limit of [3, 100]) expect(await found(query, limit)).toEqual(await scanned(query, 2 * limit));
      },
    );

    it('are found as long as one of them has no search keys yet', async () => {
      const _id = `${gateway.other.id}:Many-00018`;
      await gateway.database.contacts.updateOne({ _id }, { $unset: { searchKeys: true } });
      expect(await found('many-00018', 3)).toEqual(['Many-00018']);
    });
  });

  it('show every field: what was never stated is null, not false', async () => {
    const { json } = await gateway.get(`/v1/contacts/${number}`, { as: 'viewer' });
    expect(json).toMatchObject({ contactNumber: number, lastName: "D'Été", email: 'marie@example.org' });
    const values = (fields: Json[]) => Object.fromEntries(fields.map(({ code, value }) => [code, value]));
    expect(values(json.criteria)).toMatchObject({ PROFESSION: 'STUDENT', INTERESTS: null });
    expect(values(json.authorisations)).toMatchObject({ EMAIL: false, PHONE: null });
  });

  it('are found by what is seen of their number', async () => {
    const { json } = await gateway.get(`/v1/contacts/${encodeURIComponent(`\u200e${number}\u200b`)}`);
    expect(json).toMatchObject({ contactNumber: number });
    const history = await gateway.get(`/v1/contacts/${encodeURIComponent(`${number}\ufeff`)}/history`);
    expect(history.json.items.length).toBeGreaterThan(0);
  });

  it('show their history, the newest first, each change with its file and line', async () => {
    const { json } = await gateway.get(`/v1/contacts/${number}/history`, { as: 'viewer' });
    expect(json.items.map((one: Json) => [one.importId, one.line])).toEqual([
      ['imp_3', 31],
      ['imp_2', 30],
      ['imp_1', 30],
    ]);
    expect(json.items[1]).toMatchObject({
      by: requesterIn(by),
      at: '2026-03-01T10:00:00.000Z',
      fields: [
        { field: 'criteria.PROFESSION', code: 'PROFESSION', name: 'Profession', before: 'TEACHER', after: null },
        { field: 'contact.lastName', code: 'LAST_NAME', name: 'Last name', before: 'Ete', after: "D'Été" },
      ],
    });
  });

  it('show in their history who asked for the import, by the name that its job has: the decisions of people have none', async () => {
    const { id: institution } = gateway.institution;
    const jane = { type: 'person' as const, id: 'per_jane', name: 'Jane Doe', role: 'operator' as const };
    const numbers = { total: 1, applied: 1, unchanged: 0, rejected: 0, notAttempted: 0, overwritten: 0 };
    const at = new Date('2026-03-02T10:00:00.000Z');
    await gateway.database.jobs.insertOne({
      _id: 'imp_jane',
      institution,
      type: 'import',
      dataType: 'contacts',
      action: 'update',
      onConflict: 'reject',
      overwriteRefusals: false,
      state: 'DONE',
      requestedBy: jane,
      requestedAt: at,
      finishedAt: at,
      progress: { linesDone: 1, linesTotal: 1 },
      counts: { ...numbers, warnings: 0, blankLines: 0 },
      version: 1,
      changedAt: at,
    });
    await gateway.database.contacts.insertOne({
      _id: `${institution}:of-jane`,
      institution,
      contactNumber: 'of-jane',
      kind: 'person',
      createdAt: at,
      updatedAt: at,
      rev: 1,
      lastChange: 'imp_jane:00000',
      criteria: {},
      authorisations: {},
      anonymised: false,
    });
    const entry = { line: 2, contactNumber: 'of-jane', rev: 0, previous: null, before: {}, after: { lastName: 'D' } };
    await gateway.database.chunks.insertOne({
      _id: 'imp_jane:00000',
      importId: 'imp_jane',
      chunk: 0,
      institution,
      lines: 1,
      entries: [entry],
      reports: [],
      requestedBy: withoutName(jane),
      decidedAt: at,
      version: 1,
    });
    const { json } = await gateway.get('/v1/contacts/of-jane/history');
    expect(json.items.map((one: Json) => one.by)).toEqual([jane]);
  });

  it('show their history page by page', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { json } = await gateway.get(`/v1/contacts/${number}/history?limit=1${cursor}`);
      seen.push(...json.items.map((one: Json) => one.importId));
      if (json.nextCursor === null) break;
      cursor = `&cursor=${json.nextCursor}`;
    }
    expect(seen).toEqual(['imp_3', 'imp_2', 'imp_1']);
  });

  it('that an undo took out of use are shown so, and their history names only fields', async () => {
    const { id } = gateway.institution;
    const undone = { _id: `${id}:undone`, institution: id, contactNumber: 'undone', kind: 'person' as const };
    const written = { createdAt: new Date(), updatedAt: new Date(), rev: 2, lastChange: 'imp_u:00000' };
    await gateway.database.contacts.insertOne({
      ...undone,
      ...written,
      criteria: {},
      authorisations: {},
      anonymised: false,
    });
    const before = { lastName: 'Dupont', valid: true };
    await gateway.database.chunks.insertOne({
      _id: 'imp_u:00000',
      importId: 'imp_u',
      chunk: 0,
      institution: id,
      lines: 1,
      entries: [
        { line: 2, contactNumber: 'undone', rev: 1, previous: null, before, after: { lastName: null, valid: null } },
      ],
      reports: [],
      requestedBy: by,
      decidedAt: new Date(),
      version: 1,
    });
    expect((await gateway.get('/v1/contacts/undone')).json).toMatchObject({ valid: false, lastName: null });
    const { json } = await gateway.get('/v1/contacts/undone/history');
    expect(json.items[0].fields).toEqual([
      { field: 'contact.lastName', code: 'LAST_NAME', name: 'Last name', before: 'Dupont', after: null },
    ]);
  });

  it('that were never changed have no history', async () => {
    expect((await gateway.get('/v1/contacts/00000008/history')).json).toEqual({ items: [], nextCursor: null });
  });

  it('show nothing of another institution to a cursor that was made up', async () => {
    const cursor = Buffer.from('"imp_3:1"').toString('base64url');
    const { json } = await gateway.get(`/v1/contacts/${number}/history?cursor=${cursor}`, { of: gateway.other });
    expect(json.items).toEqual([]);
  });
});
