import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  allTopics,
  definitionSaveRequested,
  definitionSaveRequestedV1,
  importCancelled,
  importCancelledV1,
  importRequested,
  importRequestedV1,
  requestRefused,
  requestRefusedV1,
  targetDeleteRequested,
  targetDeleteRequestedV1,
  targetSaveRequested,
  targetSaveRequestedV1,
  templateResolved,
  templateResolvedV1,
  validationRejected,
  validationRejectedV1,
} from '@roundtrip/contracts';
import { clientAccess, kafkaAccess, withAdmin } from '@roundtrip/kafka';
import { type Consumer, Kafka, logLevel } from 'kafkajs';
import {
  Client,
  downloadTemplate,
  editAuthorisations,
  eventually,
  finished,
  type ImportAnswer,
} from '@roundtrip/test-kit/client';
import type { Stack } from './src/start-stack.js';

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

interface Message {
  topic: string;
  partition: number;
  offset: string;
  text: string;
}

/** What somebody may read who is let into Kafka, while people use all of the product. Of all that was said since its start. */
export function personalDataScenarios(given: () => Stack): void {
  describe('the messages of a running product', () => {
    let stack: Stack;
    let consumer: Consumer;
    let admin: Client;
    const messages: Message[] = [];
    const kafka = () =>
      new Kafka({ clientId: 'spec', ...clientAccess(kafkaAccess(stack.env)), logLevel: logLevel.NOTHING });

    /** Of people that are no contacts: who asks, and what they write. */
    const jane = 'Jane Featherstonehaugh';
    const words = [
      jane,
      'Featherstonehaugh',
      'Friends of Jane',
      'jane@example.org',
      'kontakte-jane.csv',
      'Seeded admin',
    ];

    beforeAll(async () => {
      stack = given();
      admin = new Client(stack.url, stack.keys.admin);
      consumer = kafka().consumer({ groupId: `dead-letters.${randomUUID()}`, maxWaitTimeInMs: 200 });
      await consumer.connect();
      await consumer.subscribe({ topics: [...allTopics], fromBeginning: true });
      await consumer.run({
        eachMessage: async ({ topic, partition, message: { key, value, headers = {}, offset } }) => {
          const told = Object.entries(headers).map(([name, header]) => `${name}: ${String(header)}`);
          messages.push({ topic, partition, offset, text: [String(key), String(value), ...told].join('\n') });
        },
      });
    }, 600_000);
    afterAll(async () => {
      await consumer?.disconnect();
    }, 600_000);

    const ended = (templateId: string) =>
      eventually(async () => {
        const { state } = await admin.get<{ state: string }>(`/v1/templates/${templateId}`);
        return ['QUEUED', 'RUNNING'].includes(state) ? undefined : state;
      });

    /** All that was said so far. */
    const allHeard = async (): Promise<void> => {
      const ends = new Map<string, number>();
      await withAdmin(kafka(), async (inKafka) => {
        for (const topic of allTopics) {
          for (const { partition, high } of await inKafka.fetchTopicOffsets(topic)) {
            if (Number(high) > 0) ends.set(`${topic}:${partition}`, Number(high) - 1);
          }
        }
      });
      await eventually(async () => {
        const heard = new Set(messages.map(({ topic, partition, offset }) => `${topic}:${partition}:${offset}`));
        return [...ends].every(([place, last]) => heard.has(`${place}:${last}`)) ? true : undefined;
      });
    };

    it('hold no value of a contact, no rule, no name of who asks, and no words of a file', async () => {
      const contacts = await stack.database.contacts.find({ institution: 'demo' }).toArray();
      const known = contacts.find(({ email, lastName }) => email && lastName)!;
      const { key } = await admin.post<{ key: string }>('/v1/api-keys', { name: jane, role: 'admin' });
      const officer = new Client(stack.url, key);

      const rule = { all: [{ field: 'contact.email', is: 'contains', value: known.email!.split('@')[0] }] };
      const body = { code: 'FRIENDS', name: 'Friends of Jane', rule };
      const { targetId } = await officer.post<{ targetId: string }>('/v1/targets', body);
      const refused = await officer.send('POST', '/v1/targets', body);
      expect([refused.status, ((await refused.json()) as { detail: string }).detail]).toEqual([
        409,
        expect.stringContaining('Another target has the code "FRIENDS"'),
      ]);
      const value = { code: 'HERS', name: `${jane} and family` };
      await officer.send('PUT', '/v1/criteria/PROFESSION/values/HERS', value);
      await officer.send('PUT', '/v1/authorisations/EMAIL', { name: `${jane} writes` });

      const template = { dataType: 'authorisations', targetId, email: 'jane@example.org' };
      const { templateId } = await officer.post<{ templateId: string }>('/v1/templates', template);
      expect(await ended(templateId)).toBe('READY');
      // Its rule no longer fits, and the target is gone: why there is no file.
      await stack.database.targets.updateOne(
        { _id: targetId },
        { $set: { rule: { field: 'x', is: 'is', value: jane } } },
      );
      const { templateId: without } = await officer.post<{ templateId: string }>('/v1/templates', template);
      expect(await ended(without)).toBe('FAILED');
      expect((await officer.send('DELETE', `/v1/targets/${targetId}`)).status).toBe(204);

      const { csv, changed } = editAuthorisations(await downloadTemplate(officer, 'authorisations', 300), 0.3, 1);
      const upload = async (content: string, action: string): Promise<ImportAnswer> => {
        const fields = { dataType: 'authorisations', action, email: 'jane@example.org' };
        const answer = await officer.upload(content, fields, 'kontakte-jane.csv');
        return finished(officer, ((await answer.json()) as ImportAnswer).importId);
      };
      expect(await upload(csv, 'check')).toMatchObject({ state: 'CHECKED' });
      const update = await upload(csv, 'update');
      expect(update).toMatchObject({ state: 'DONE', counts: { applied: changed } });
      const undo = await officer.post<ImportAnswer>(`/v1/imports/${update.importId}/undo`, { overwriteRefusals: true });
      expect(await finished(officer, undo.importId)).toMatchObject({ state: 'DONE' });
      const headless = await upload(`${known.contactNumber};${known.email};${known.lastName};${jane}\r\n`, 'check');
      expect(headless).toMatchObject({ state: 'REJECTED', problem: { detail: expect.stringMatching(/./) } });
      const [header = '', first = '', ...rows] = csv.split('\r\n');
      const delimiter = header.includes(';') ? ';' : ',';
      const wrong = [`${header}${delimiter}[new] ${jane}`, `${first}${delimiter}${jane}`, ...rows].join('\r\n');
      expect(await upload(wrong, 'check')).toMatchObject({
        state: 'REJECTED',
        problem: { code: 'HEADER_UNKNOWN_FIELD' },
      });
      await stack.whileHeld('import-validation', async () => {
        const importId = await officer.import(csv, { dataType: 'authorisations', action: 'update' });
        await officer.post(`/v1/imports/${importId}/cancel`);
      });
      await allHeard();

      const told = new Set(messages.map(({ topic }) => topic));
      for (const { topic } of [
        targetSaveRequested,
        targetDeleteRequested,
        definitionSaveRequested,
        requestRefused,
        templateResolved,
        importRequested,
        importCancelled,
        validationRejected,
      ]) {
        expect([...told]).toContain(topic);
      }
      for (const { topic } of [
        targetSaveRequestedV1,
        targetDeleteRequestedV1,
        definitionSaveRequestedV1,
        requestRefusedV1,
        templateResolvedV1,
        importRequestedV1,
        importCancelledV1,
        validationRejectedV1,
      ]) {
        expect([...told]).not.toContain(topic);
      }

      const secrets = new Set([
        ...words,
        known.email!.split('@')[0]!,
        ...contacts.flatMap((contact) => [
          contact.contactNumber,
          contact.lastName,
          contact.firstName,
          contact.company,
          contact.email,
          contact.phone,
          contact.mobile,
          contact.street,
          contact.birthDate,
        ]),
      ]);
      const sought = [...secrets].filter((text) => text !== undefined && text.length > 3) as string[];
      const pattern = new RegExp(`(?<![\\w-])(?:${sought.map(literally).join('|')})(?![\\w-])`, 'u');
      // The net catches what it is for.
      for (const text of [known.email!, known.lastName!, jane]) expect(JSON.stringify({ text })).toMatch(pattern);
      expect(messages.length).toBeGreaterThan(40);
      const caught = messages.flatMap(({ topic, text }) => {
        const found = pattern.exec(text);
        return found ? [`${topic}: ${found[0]}`] : [];
      });
      expect(caught).toEqual([]);
    }, 600_000);
  });
}
