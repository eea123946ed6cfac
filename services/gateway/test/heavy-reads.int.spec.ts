import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WholeDatabase } from '@roundtrip/database';
import { HeavyReads } from '../src/reads/heavy-reads.service.js';
import { HEAVY_POOL } from '../src/reads/pools.js';
import { GatewayFixture } from './gateway-fixture.js';

const shortRule = { field: 'contact.lastName', is: 'startsWith', value: 'zz' };

describe('reads that may look at every contact', () => {
  let gateway: GatewayFixture;
  let importId: string;
  let targetId: string;
  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    targetId = (await gateway.database.targets.findOne({ institution: gateway.institution.id }))!._id;
    importId = (await gateway.upload({ dataType: 'criteria', action: 'check' }, 'CONTACT_NUMBER;[new] X\r\n')).json
      .importId;
    await gateway.database.jobs.updateOne({ _id: importId }, { $set: { state: 'DONE', finishedAt: new Date() } });
  }, 90_000);
  afterAll(() => gateway.close());

  const changes = () => gateway.get(`/v1/imports/${importId}/changes`, { headers: { accept: 'application/json' } });

  /** Two reads of an institution that stay open until they are let go. */
  function held(institution: string): { end: () => Promise<unknown> } {
    const heavy = gateway.service.app.get(HeavyReads, { strict: false });
    const letGo: (() => void)[] = [];
    const reads = [1, 2].map(() => heavy.run(institution, () => new Promise<void>((resolve) => letGo.push(resolve))));
    return {
      end: () => {
        letGo.forEach((end) => end());
        return Promise.all(reads);
      },
    };
  }

  it('are two of an institution at once; who asks for more is told when to try again, and others are not concerned', async () => {
    const { end } = held(gateway.institution.id);
    try {
      for (const refused of [
        await gateway.post('/v1/targets/preview', { rule: shortRule }),
        await gateway.post('/v1/templates/preview', { dataType: 'criteria', targetId }),
        await gateway.get('/v1/contacts?query=zz'),
        await changes(),
        await gateway.get('/v1/criterion-values', { headers: { accept: 'text/csv' } }),
      ]) {
        expect(refused.json).toMatchObject({
          status: 429,
          code: 'TOO_MANY_AT_ONCE',
          detail: expect.stringMatching(/try again/),
        });
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect(await gateway.get('/v1/contacts?limit=5')).toMatchObject({ status: 200 });
      expect(await gateway.get('/v1/criterion-values')).toMatchObject({ status: 200 });
      expect(await gateway.post('/v1/targets/preview', { rule: shortRule }, { of: gateway.other })).toMatchObject({
        status: 200,
      });
    } finally {
      await end();
    }
    expect(await gateway.post('/v1/targets/preview', { rule: shortRule })).toMatchObject({ status: 200 });
    expect(await changes()).toMatchObject({ status: 200 });
  });

  it('give their place back when they fail', async () => {
    const heavy = gateway.service.app.get(HeavyReads, { strict: false });
    const fail = () => heavy.run('some', () => Promise.reject(new Error('away')));
    for (const _ of [1, 2, 3]) await expect(fail()).rejects.toThrow('away');
  });
});

describe('a read that may look at every contact, when its time is short', () => {
  /** As long to answer as a rule can be: each condition looks into every name. */
  const longRule = {
    all: Array.from({ length: 100 }, (_, index) => ({
      none: [{ field: 'contact.lastName', is: 'contains', value: `${index} nobody` }],
    })),
  };
  let gateway: GatewayFixture;
  beforeAll(async () => {
    gateway = await GatewayFixture.start({ HEAVY_READ_MS: '60' });
    const { id } = gateway.institution;
    const [like] = await gateway.database.contacts.find({ institution: id }).limit(1).toArray();
    const many = Array.from({ length: 12_000 }, (_, index) => {
      const contactNumber = `many-${index}`;
      return { ...like!, _id: `${id}:${contactNumber}`, contactNumber, lastName: 'A name of some length', valid: true };
    });
    await gateway.database.contacts.insertMany(many);
  }, 90_000);
  afterAll(() => gateway.close());

  it('is ended by the database when its time is over, and it is said', async () => {
    const { status, json } = await gateway.post('/v1/targets/preview', { rule: longRule });
    expect(json).toMatchObject({ status: 503, code: 'TOOK_TOO_LONG' });
    expect(status).toBe(503);
  });

  it('leaves the connections to those who only look something up', async () => {
    const heavy = gateway.service.app.get<WholeDatabase>(HEAVY_POOL, { strict: false });
    let open = 40;
    // Who gets no connection in time is refused, and comes again.
    const read = async (): Promise<unknown> =>
      heavy.contacts.countDocuments({ lastName: /x.*y.*z/i }).catch((error: Error) => {
        if (error.name !== 'MongoWaitQueueTimeoutError') throw error;
        return read();
      });
    const reads = Array.from({ length: open }, () => read().finally(() => open--));
    expect(await gateway.get('/v1/targets')).toMatchObject({ status: 200 });
    // In one queue with them it would have come after thirty.
    expect(open).toBeGreaterThan(20);
    await Promise.all(reads);
  });
});
