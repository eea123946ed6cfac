import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectDatabase, ensureIndexes, loadDefinitions, ruleFilter, type WholeDatabase } from '@roundtrip/database';
import { ownDatabase } from '@roundtrip/test-kit';
import { ensureApiKeys } from './api-keys.js';
import { createInstitution } from './create-institution.js';
import { theatre } from './institutions.js';
import { readKeysFile, writeKeysFile } from './keys-file.js';
import { ensureGroupRoles, isSeeded, seedInstitution } from './seed-institution.js';

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

describe('seeding an institution', () => {
  let db: WholeDatabase;
  let folder: string;
  beforeAll(async () => {
    const url = ownDatabase();
    await ensureIndexes(url);
    db = await connectDatabase(url);
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await db.dropDatabase();
    await db.close();
  });

  it('gives targets of a few, about a third, and everybody', async () => {
    await seedInstitution(db, { id: 'big', like: theatre, contacts: 10_000, seed: 1, withUnusable: true });
    const definitions = await loadDefinitions(db, 'big');
    const sizes: Record<string, number> = {};
    for (const { code, rule } of await db.targets.find({ institution: 'big' }).toArray()) {
      sizes[code] = await db.contacts.countDocuments(ruleFilter(rule, definitions, new Date(), 'big'));
    }
    expect(sizes['TEACHERS']).toBeGreaterThanOrEqual(50);
    expect(sizes['TEACHERS']).toBeLessThanOrEqual(300);
    expect(sizes['SEASON']).toBeGreaterThan(2_500);
    expect(sizes['SEASON']).toBeLessThan(4_500);
    expect(sizes['EVERYBODY']).toBe(9_940);
  });

  it('continues where an interrupted run ended and leaves what people have changed', async () => {
    const options = { id: 'resumed', like: theatre, seed: 1, withUnusable: false };
    await seedInstitution(db, { ...options, contacts: 2_500 });
    await db.contacts.updateOne({ _id: 'resumed:00000001' }, { $set: { lastName: 'Changed', rev: 2 } });
    await db.institutions.deleteOne({ _id: 'resumed' });
    expect(await isSeeded(db, 'resumed')).toBe(false);

    await seedInstitution(db, { ...options, contacts: 4_500 });
    expect(await isSeeded(db, 'resumed')).toBe(true);
    expect(await db.contacts.countDocuments({ institution: 'resumed' })).toBe(4_500);
    expect(await db.contacts.findOne({ _id: 'resumed:00000001' })).toMatchObject({ lastName: 'Changed', rev: 2 });
    expect(await db.targets.countDocuments({ institution: 'resumed' })).toBe(3);
  });

  it('says what the groups of its people may do, also in one of an older version, but changes nothing that was said', async () => {
    expect(await db.institutions.findOne({ _id: 'big' })).toMatchObject({ groupRoles: theatre.groupRoles });
    await db.institutions.updateOne({ _id: 'big' }, { $unset: { groupRoles: '' } });
    await ensureGroupRoles(db, 'big', theatre);
    expect(await db.institutions.findOne({ _id: 'big' })).toMatchObject({ groupRoles: theatre.groupRoles });
    const said = [{ group: 'one', role: 'viewer' as const }];
    await db.institutions.updateOne({ _id: 'big' }, { $set: { groupRoles: said } });
    await ensureGroupRoles(db, 'big', theatre);
    expect(await db.institutions.findOne({ _id: 'big' })).toMatchObject({ groupRoles: said });
  });

  it('makes an institution for a test with a working key for each role', async () => {
    const { keys, targets } = await createInstitution(db, { id: 'small', contacts: 20, delimiter: ';', name: 'Small' });
    expect(await db.institutions.findOne({ _id: 'small' })).toMatchObject({
      name: 'Small',
      delimiter: ';',
      language: 'en',
    });
    expect(await db.contacts.countDocuments({ institution: 'small', valid: true, anonymised: false })).toBe(20);
    expect(Object.keys(targets).toSorted()).toEqual(['EVERYBODY', 'SEASON', 'TEACHERS']);
    for (const [role, key] of Object.entries(keys)) {
      expect(key).toMatch(/^rt_[a-z2-7]{32}$/);
      expect(await db.apiKeys.findOne({ hash: hashOf(key) })).toMatchObject({ institution: 'small', role });
    }
  });

  it('makes documents that the schemas accept', async () => {
    const { contacts, criteria, authorisations, targets, institutions, apiKeys } = db.models;
    for (const model of [contacts, criteria, authorisations, targets, institutions, apiKeys]) {
      const documents = await db[model.modelName as 'contacts'].find().limit(100).toArray();
      expect(documents.length).toBeGreaterThan(0);
      await Promise.all(documents.map((document) => model.validate(document)));
    }
  });

  it('keeps the keys of the first start for the second, in a file for its owner alone', async () => {
    const path = join(folder, 'keys.json');
    const first = await ensureApiKeys(db, 'resumed');
    await writeKeysFile(path, { resumed: first });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const second = await ensureApiKeys(db, 'resumed', (await readKeysFile(path))['resumed']);
    expect(second).toEqual(first);
  });

  it('replaces keys that are no longer valid, or that are another institution’s', async () => {
    const first = await ensureApiKeys(db, 'resumed');
    const foreign = await ensureApiKeys(db, 'big');
    await db.apiKeys.deleteOne({ hash: hashOf(first.admin) });
    const second = await ensureApiKeys(db, 'resumed', { ...first, viewer: foreign.viewer });
    expect([second.editor, second.operator]).toEqual([first.editor, first.operator]);
    expect(second.admin).not.toBe(first.admin);
    expect(second.viewer).not.toBe(foreign.viewer);
    expect(await db.apiKeys.countDocuments({ institution: 'resumed' })).toBe(4);
  });

  it('starts anew when the file of keys is broken', async () => {
    const path = join(folder, 'broken.json');
    await writeFile(path, '{"demo":');
    expect(await readKeysFile(path)).toEqual({});
    expect(await readKeysFile(join(folder, 'nothing.json'))).toEqual({});
    await expect(readFile(path, 'utf8')).resolves.toContain('demo');
  });
});
