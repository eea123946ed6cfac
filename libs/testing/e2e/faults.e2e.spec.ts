import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { services, type ServiceName } from '@roundtrip/contracts';
import { Client, eventually, finished, type ImportAnswer } from '../src/stack/client.js';
import { changeCounts } from '../src/stack/change-counts.js';
import { type EditedFile, editAuthorisations } from '../src/stack/edited-file.js';
import { type Stack, startStack } from '../src/stack/start-stack.js';
import { downloadTemplate } from '../src/stack/download-template.js';

/**
 * What the product promises when something dies in the middle: the job ends as if nothing had happened, by redelivery alone. Each run
 * starts from the same file and the contacts as they are then, so that the expected outcome is known beforehand.
 */

const lines = 100_000;

describe('an import of 100,000 lines', () => {
  let stack: Stack;
  let admin: Client;

  beforeAll(async () => {
    stack = await startStack({ contacts: lines });
    admin = new Client(stack.url, stack.keys.admin);
  }, 300_000);
  afterAll(() => stack?.stop(), 60_000);

  const editedFile = async (seed: number): Promise<EditedFile> =>
    editAuthorisations(await downloadTemplate(admin, 'authorisations', lines), 0.05, seed);

  const progressOf = (importId: string) =>
    eventually(async () => {
      const found = await admin.get<ImportAnswer>(`/v1/imports/${importId}`);
      return found.progress.linesDone > 0 && found.state === 'APPLYING' ? found : undefined;
    });

  const expectAllApplied = async (importId: string, file: EditedFile, before: Map<string, number>) => {
    const ended = await finished(admin, importId);
    expect(ended).toMatchObject({
      state: 'DONE',
      counts: {
        total: file.lines,
        applied: file.changed,
        unchanged: file.lines - file.changed,
        rejected: 0,
        notAttempted: 0,
      },
    });
    const after = await changeCounts(stack.database, 'demo');
    let once = 0;
    for (const [contact, rev] of after) {
      const grown = rev - (before.get(contact) ?? 0);
      expect(grown === 0 || grown === 1).toBe(true);
      once += grown;
    }
    expect(once).toBe(file.changed);
  };

  /** What cannot be accepted meanwhile is refused politely. Without Kafka an upload is still taken, and asked for later; without mail all is. */
  const expectRefusal = async (server: 'kafka' | 'mongo' | 'minio' | 'mail') => {
    const attempts = {
      kafka: () => admin.send('POST', '/v1/targets', { code: 'X1', name: 'X', rule: { all: [] } }),
      mongo: () => admin.send('GET', '/v1/imports'),
      minio: () =>
        admin.upload('CONTACT_NUMBER,[new] EMAIL\r\n1,\r\n', { dataType: 'authorisations', action: 'check' }),
      mail: undefined,
    };
    const attempt = attempts[server];
    if (!attempt) return;
    const refused = await eventually(async () => {
      const answer = await attempt();
      return answer.status === 503 ? answer : undefined;
    }, 19_000);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  };

  it('ends with each contact changed exactly once when every service is killed once in its middle', async () => {
    const file = await editedFile(1);
    const before = await changeCounts(stack.database, 'demo');
    const importId = await admin.import(file.csv, { dataType: 'authorisations', action: 'update' });
    await progressOf(importId);
    for (const service of ['bulk-update', ...services.filter((name) => name !== 'bulk-update')] as ServiceName[]) {
      await stack.kill(service);
      await setTimeout(300);
    }
    await expectAllApplied(importId, file, before);
  }, 300_000);

  it('is read to its end when the process that reads it is killed, and so is its template made', async () => {
    const { items } = await admin.get<{ items: { targetId: string; code: string }[] }>('/v1/targets?limit=200');
    const everybody = items.find((target) => target.code.startsWith('ALL-'));
    const { templateId } = await admin.post<{ templateId: string }>('/v1/templates', {
      dataType: 'criteria',
      targetId: everybody?.targetId,
    });
    const template = () => admin.get<{ state: string; lines: number | null }>(`/v1/templates/${templateId}`);
    await eventually(async () => ((await template()).state === 'RUNNING' ? true : undefined));
    await stack.kill('template-export');
    await eventually(async () => ((await template()).state === 'READY' ? true : undefined), 120_000);

    const file = await editedFile(7);
    expect((await template()).lines).toBe(file.lines);
    const importId = await admin.import(file.csv, { dataType: 'authorisations', action: 'check' });
    const state = async () => (await admin.get<ImportAnswer>(`/v1/imports/${importId}`)).state;
    await eventually(async () => ((await state()) === 'VALIDATING' ? true : undefined));
    await stack.kill('import-validation');
    expect(await finished(admin, importId)).toMatchObject({
      state: 'CHECKED',
      counts: { total: file.lines, wouldApply: file.changed, rejected: 0, notAttempted: 0 },
    });
  }, 300_000);

  it.each(['kafka', 'mongo', 'minio', 'mail'] as const)(
    'ends as if nothing had happened when %s is away for 20 seconds',
    async (server) => {
      const file = await editedFile(server.length);
      const before = await changeCounts(stack.database, 'demo');
      const email = `${server}-${Date.now()}@example.org`;
      const importId = await admin.import(file.csv, { dataType: 'authorisations', action: 'update', email });
      if (server !== 'mail') await progressOf(importId);
      await stack.servers.server(server).stop();
      try {
        const away = setTimeout(20_000);
        await expectRefusal(server);
        await away;
      } finally {
        await stack.servers.server(server).start();
      }
      await expectAllApplied(importId, file, before);
      await eventually(() => stack.mailTo(email));
    },
    300_000,
  );
});
