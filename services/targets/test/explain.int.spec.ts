import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectDatabase, ensureIndexes, type WholeDatabase } from '@roundtrip/database';
import { createInstitution } from '@roundtrip/demo';
import { ownDatabase } from '@roundtrip/test-kit';
import { explainRule } from '../src/explain-rule.js';

describe('the plan of a rule', () => {
  let database: WholeDatabase;
  const institution = 'explained';
  beforeAll(async () => {
    const url = ownDatabase();
    await ensureIndexes(url);
    database = await connectDatabase(url);
    await createInstitution(database, { id: institution, contacts: 300 });
  }, 60_000);
  afterAll(async () => {
    await database.dropDatabase();
    await database.close();
  });

  const explained = async (rule: object | string) =>
    (await explainRule(database, institution, typeof rule === 'string' ? rule : JSON.stringify(rule), new Date())).join(
      '\n',
    );

  it('says that the index answers, and how few contacts are looked at', async () => {
    const said = await explained({ field: 'contact.contactNumber', is: 'equals', value: '00000018' });
    expect(said).toMatch(/^index searchKeys_1\n1 contact looked at, 1 contact picked, \d+ ms$/);
  });

  it('says that every contact is looked at, and why', async () => {
    const said = await explained({ field: 'contact.lastName', is: 'contains', value: 'u' });
    expect(said).toMatch(/^scan: no condition that an index serves\n300 contacts looked at, \d+ contacts picked/);
  });

  it('is told for a target by its code, too, and a rule that cannot be is told for what it is', async () => {
    const target = await database.targets.findOne({ institution });
    expect(await explained(target!.code)).toMatch(/looked at/);
    await expect(explained('NOBODY')).rejects.toThrow('There is no target NOBODY');
    await expect(explained({ field: 'contact.x', is: 'equals', value: 'y' })).rejects.toThrow('contact.x');
  });
});
