import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

describe('how a template would begin', () => {
  let gateway: GatewayFixture;
  let targetId: string;
  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    const { id } = gateway.institution;
    targetId = (await gateway.database.targets.findOne({ institution: id }))!._id;
    await gateway.database.targets.updateOne({ _id: targetId }, { $set: { rule: { all: [] } } });
    const contacts = gateway.database.contacts;
    await contacts.updateMany({ institution: id }, { $unset: { criteria: '', authorisations: '' } });
    await contacts.updateOne(
      { _id: `${id}:00000002` },
      { $set: { lastName: '=Dupont', 'criteria.INTERESTS': ['THEATRE', 'DANCE'], 'authorisations.EMAIL': false } },
    );
  }, 90_000);
  afterAll(() => gateway.close());

  const preview = async (wanted: object, as: 'editor' | 'viewer' = 'editor'): Promise<Json> =>
    (await gateway.post('/v1/templates/preview', { targetId, ...wanted }, { as })).json;

  it('is told with the values that the file would hold, in its form', async () => {
    const { fields, header, lines } = await preview({ dataType: 'criteria', format: 'csv' });
    expect(header).toHaveLength(4 + 2 * fields.length);
    expect(lines).toHaveLength(3);
    const interests = header.findIndex((column: string) => column.startsWith('[old] INTERESTS - '));
    expect(lines.map((cells: string[]) => [cells[0], cells[interests], cells[interests + 1]])).toEqual([
      ['00000001', '', ''],
      ['00000002', expect.stringMatching(/^(?:THEATRE\|DANCE|DANCE\|THEATRE)$/), ''],
      ['00000003', '', ''],
    ]);
    expect(lines[1][2]).toBe("'=Dupont");
    expect((await preview({ dataType: 'criteria', format: 'xlsx' })).lines[1][2]).toBe('=Dupont');
  });

  it('has the fields that are asked for, in that order, and says Empty of what was never stated', async () => {
    const { fields, header, lines } = await preview({ dataType: 'authorisations', fields: ['PHONE', 'EMAIL'] });
    expect(fields).toEqual(['PHONE', 'EMAIL']);
    expect(header.slice(4).map((column: string) => column.split(' - ')[0])).toEqual([
      '[old] PHONE',
      '[new] PHONE',
      '[old] EMAIL',
      '[new] EMAIL',
    ]);
    expect(lines[1].slice(4)).toEqual(['Empty', '', 'FALSE', '']);
  });

  it('is told to who may fetch the file, of their own targets, and of what there is', async () => {
    expect(await preview({ dataType: 'criteria' }, 'viewer')).toMatchObject({ status: 403 });
    const foreign = { targetId: (await gateway.database.targets.findOne({ institution: gateway.other.id }))!._id };
    expect(await preview({ dataType: 'criteria', ...foreign })).toMatchObject({ status: 404, code: 'TARGET_UNKNOWN' });
    expect(await preview({ dataType: 'criteria', fields: ['INTERESTS', 'NONE'] })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/fields/1', message: '"NONE" is the code of no criterion of your institution.' }],
    });
    await gateway.database.targets.updateOne(
      { _id: targetId },
      { $set: { rule: { field: 'criteria.GONE', is: 'empty' } } },
    );
    expect(await preview({ dataType: 'criteria' })).toMatchObject({ status: 422, code: 'RULE_INVALID' });
  });
});
