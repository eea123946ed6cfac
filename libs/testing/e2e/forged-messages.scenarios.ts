import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  chunkReady,
  definitionSaveRequested,
  definitionSaveRequestedV1,
  type EventData,
  type EventDefinition,
  importCancelled,
  importRequested,
  importRequestedV1,
  jobAbandoned,
  type ServiceName,
  targetDeleteRequested,
  targetDeleteRequestedV1,
  targetSaveRequested,
  targetSaveRequestedV1,
  templateCompleted,
  templateFailed,
  templateRequested,
  templateResolved,
  templateResolvedV1,
  updateCompleted,
  updateFailed,
  validationCompleted,
  validationFailed,
} from '@roundtrip/contracts';
import { clientAccess, DeadLetters, kafkaAccess } from '@roundtrip/kafka';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import { Client, downloadTemplate, editAuthorisations, eventually, finished } from '@roundtrip/test-kit/client';
import type { Stack } from './src/start-stack.js';
import { walkHistories } from '@roundtrip/database';

/** Whoever can write to the topics, and to nothing else: what they say counts for nothing that the product has not written down itself. */
export function forgedMessageScenarios(given: () => Stack, contactCount: number): void {
  describe('a forged message', () => {
    let stack: Stack;
    let producer: Producer;
    let letters: DeadLetters;
    let admin: Client;
    /** Of a file that would change some contacts. */
    let csv: string;
    let changed: number;
    let forgedId: string;
    let count = 0;

    beforeAll(async () => {
      stack = given();
      const access = kafkaAccess(stack.env);
      producer = new Kafka({ clientId: 'spec', ...clientAccess(access), logLevel: logLevel.NOTHING }).producer();
      await producer.connect();
      letters = new DeadLetters(access);
      admin = new Client(stack.url, stack.keys.admin);
      ({ csv, changed } = editAuthorisations(await downloadTemplate(admin, 'authorisations', contactCount), 0.3, 1));
    }, 600_000);
    afterAll(async () => {
      await producer?.disconnect();
    });
    beforeEach(() => {
      forgedId = `imp_forged${count++}`;
    });

    const says = <D extends EventDefinition>(definition: D, data: EventData<D>) =>
      producer.send({
        topic: definition.topic,
        messages: [
          {
            key: definition.key(data),
            value: JSON.stringify(data),
            headers: { 'event-id': `forged:${definition.id(data)}`, producer: definition.producer },
          },
        ],
      });
    const letterOf = (service: ServiceName, { topic }: EventDefinition, jobId: string) =>
      eventually(async () => {
        const found = (await letters.read([service])).filter(
          (letter) => letter.topic === topic && letter.key?.toString().startsWith(jobId),
        );
        return found.at(-1)?.reasonCode;
      });
    const check = () => admin.import(csv, { dataType: 'authorisations', action: 'check' });
    const update = () => admin.import(csv, { dataType: 'authorisations', action: 'update' });
    const administrator = { keyId: 'key_forged', name: 'Administrator', role: 'admin' as const };
    const requestOf = (importId: string, objectKey: string): EventData<typeof importRequestedV1> => ({
      importId,
      institution: 'demo',
      dataType: 'authorisations',
      action: 'update',
      onConflict: 'overwrite',
      overwriteRefusals: true,
      source: { type: 'upload', objectKey, sizeBytes: csv.length, sha256: '0'.repeat(64) },
      requestedBy: administrator,
      requestedAt: new Date().toISOString(),
    });
    const nothingOf = async (importId: string) => {
      const { validations, chunks, outcomes, jobs, contacts } = stack.database;
      expect(await validations.findOne({ _id: importId })).toBeNull();
      expect(await outcomes.findOne({ _id: importId })).toBeNull();
      expect(await jobs.findOne({ _id: importId })).toBeNull();
      expect(await chunks.countDocuments({ importId })).toBe(0);
      expect(await contacts.countDocuments({ lastChange: { $regex: importId } })).toBe(0);
    };

    it('that an import is wanted changes no contact and makes no history in anybody’s name', async () => {
      const uploaded = await check();
      await finished(admin, uploaded);
      const contacts = await stack.database.contacts.find().sort({ _id: 1 }).toArray();
      const histories = await walkHistories(stack.database, 'demo');
      expect(histories.faults).toEqual([]);

      const forged = requestOf(forgedId, uploaded);
      await says(importRequestedV1, forged);
      expect(await letterOf('import-validation', importRequestedV1, forgedId)).toBe('JOB_UNKNOWN');
      const { requestedAt } = forged;
      await says(importRequested, { importId: forgedId, institution: 'demo', requestedAt });
      expect(await letterOf('import-validation', importRequested, forgedId)).toBe('JOB_UNKNOWN');
      const said = {
        importId: forgedId,
        institution: 'demo',
        action: 'update' as const,
        chunks: 1,
        lines: contactCount,
      };
      await says(validationCompleted, said);
      expect(await letterOf('bulk-update', validationCompleted, forgedId)).toBe('JOB_UNKNOWN');
      await says(chunkReady, { importId: forgedId, chunk: 0, lanes: 1 });
      expect(await letterOf('bulk-update', chunkReady, forgedId)).toBe('JOB_UNKNOWN');

      await nothingOf(forgedId);
      expect(await stack.database.contacts.find().sort({ _id: 1 }).toArray()).toEqual(contacts);
      expect(await walkHistories(stack.database, 'demo')).toEqual(histories);
    }, 600_000);

    it('that a check is an update, of another file, or that its plan is to be applied, leaves it a check', async () => {
      const contacts = await stack.database.contacts.find().sort({ _id: 1 }).toArray();
      let importId = '';
      await stack.whileHeld('import-validation', async () => {
        importId = await check();
        await says(importRequestedV1, requestOf(importId, importId));
      });
      expect(await finished(admin, importId)).toMatchObject({ state: 'CHECKED', counts: { wouldApply: changed } });
      expect(await letterOf('import-validation', importRequestedV1, importId)).toBe('MESSAGE_CONTRADICTED');
      await says(validationCompleted, {
        importId,
        institution: 'demo',
        action: 'update',
        chunks: 1,
        lines: contactCount,
      });
      expect(await letterOf('bulk-update', validationCompleted, importId)).toBe('MESSAGE_CONTRADICTED');
      expect(await stack.database.contacts.find().sort({ _id: 1 }).toArray()).toEqual(contacts);
    }, 600_000);

    it('that an import is cancelled or given up does not end it', async () => {
      let importId = '';
      await stack.whileHeld('import-validation', async () => {
        importId = await update();
        const at = new Date().toISOString();
        await says(importCancelled, { importId, institution: 'demo', cancelledAt: at });
        const abandoned = { jobType: 'import' as const, institution: 'demo', code: 'JOB_ABANDONED', detail: 'No.' };
        await says(jobAbandoned, { ...abandoned, jobId: importId, abandonedAt: at });
        for (const [service, definition] of [
          ['bulk-update', importCancelled],
          ['bulk-update', jobAbandoned],
          ['gateway', jobAbandoned],
        ] as const) {
          expect(await letterOf(service, definition, importId)).toBe('MESSAGE_CONTRADICTED');
        }
      });
      expect(await finished(admin, importId)).toMatchObject({ state: 'DONE', counts: { applied: changed } });
    }, 600_000);

    it('that an import has ended, well or badly, ends nothing', async () => {
      let importId = '';
      await stack.whileHeld('import-validation', async () => {
        importId = await update();
        const at = new Date().toISOString();
        const said = { importId, institution: 'demo' };
        const failed = { ...said, code: 'X', detail: 'See https://evil.example', failedAt: at };
        const none = { unchanged: 0, rejected: 0, notAttempted: 0, overwritten: 0, warnings: 0, blankLines: 0 };
        const counts = { ...none, total: contactCount, applied: contactCount };
        await says(updateCompleted, { ...said, action: 'update', state: 'DONE', counts, completedAt: at });
        await says(updateFailed, failed);
        await says(validationFailed, failed);
        for (const definition of [updateCompleted, updateFailed, validationFailed]) {
          expect(await letterOf('gateway', definition, importId)).toBe('MESSAGE_CONTRADICTED');
        }
        expect(await admin.get(`/v1/imports/${importId}`)).toMatchObject({ state: 'QUEUED' });
      });
      expect(['DONE', 'DONE_WITH_ERRORS']).toContain((await finished(admin, importId)).state);
    }, 120_000);

    it('that a template is wanted or settled makes no file, and that it is ready gives no other file away', async () => {
      const { items } = await admin.get<{ items: { targetId: string }[] }>('/v1/targets');
      const targetId = items[0]!.targetId;
      const forged = { templateId: `tpl_forged${count}`, institution: 'demo', dataType: 'authorisations' as const };
      const at = new Date().toISOString();
      await says(templateRequested, { ...forged, targetId, requestedAt: at });
      expect(await letterOf('targets', templateRequested, forged.templateId)).toBe('JOB_UNKNOWN');
      const version = { targetId, version: 1 };
      await says(templateResolved, {
        ...forged,
        resolvedAt: at,
        outcome: 'resolved',
        target: version,
        count: contactCount,
      });
      expect(await letterOf('template-export', templateResolved, forged.templateId)).toBe('JOB_UNKNOWN');
      const target = { targetId, code: 'ALL', name: 'All' };
      const fields = [{ code: 'EMAIL', name: 'E-mail', kind: 'AUTHORISATION' as const }];
      const everybody = { outcome: 'resolved' as const, target, rule: { all: [] }, fields, count: contactCount };
      await says(templateResolvedV1, { ...forged, resolvedAt: at, resolution: everybody });
      expect(await letterOf('template-export', templateResolvedV1, forged.templateId)).toBe('JOB_UNKNOWN');
      expect(await stack.database.resolutions.findOne({ _id: forged.templateId })).toBeNull();

      let templateId = '';
      await stack.whileHeld('targets', async () => {
        const asked = { dataType: 'authorisations', targetId };
        ({ templateId } = await admin.post<{ templateId: string }>('/v1/templates', asked));
        const file = { objectKey: 'tpl_of-another.zip', name: 'contacts.zip', sizeBytes: 1, parts: 1 };
        const ready = { templateId, institution: 'demo', state: 'READY' as const, lines: 1, completedAt: at, file };
        await says(templateCompleted, ready);
        const code = 'X';
        await says(templateFailed, {
          templateId,
          institution: 'demo',
          code,
          detail: 'See https://evil.example',
          failedAt: at,
        });
        expect(await letterOf('gateway', templateFailed, templateId)).toBe('MESSAGE_CONTRADICTED');
        for (const service of ['gateway', 'notifications'] as const) {
          expect(await letterOf(service, templateCompleted, templateId)).toBe('MESSAGE_CONTRADICTED');
        }
        expect(await admin.get(`/v1/templates/${templateId}`)).toMatchObject({ state: 'QUEUED' });
      });
      await eventually(async () => {
        const { state } = await admin.get<{ state: string }>(`/v1/templates/${templateId}`);
        return state === 'READY' ? state : undefined;
      });
    }, 600_000);

    it('that a target or a definition is to be saved or deleted saves and deletes none', async () => {
      const { targets, criteria, authorisations, requests } = stack.database;
      const all = async () => [
        await targets.find().sort({ _id: 1 }).toArray(),
        await criteria.find().sort({ _id: 1 }).toArray(),
        await authorisations.find().sort({ _id: 1 }).toArray(),
      ];
      const before = await all();
      const targetId = before[0]![0]!._id;
      const common = { institution: 'demo', requestedAt: new Date().toISOString() };
      const asked = (name: string) => ({ ...common, requestedBy: administrator, requestId: `req_forged-${name}` });
      const rule = { all: [] };
      const save = { targetId: 'tgt_forged', intent: 'create' as const, code: 'FORGED', name: 'Forged', rule };
      await says(targetSaveRequestedV1, { ...asked('1'), ...save });
      await says(targetSaveRequested, { ...common, requestId: 'req_forged-2', targetId: 'tgt_forged' });
      await says(targetDeleteRequestedV1, { ...asked('3'), targetId });
      await says(targetDeleteRequested, { ...common, requestId: 'req_forged-4', targetId });
      const definition = { type: 'authorisation' as const, code: 'FORGED', name: 'Forged' };
      await says(definitionSaveRequestedV1, { ...asked('5'), intent: 'create', definition });
      const named = { type: 'authorisation' as const, code: 'FORGED' };
      await says(definitionSaveRequested, { ...common, requestId: 'req_forged-6', ...named });
      for (const [definitionOf, key] of [
        [targetSaveRequestedV1, 'tgt_forged'],
        [targetSaveRequested, 'tgt_forged'],
        [targetDeleteRequestedV1, targetId],
        [targetDeleteRequested, targetId],
        [definitionSaveRequestedV1, 'demo:authorisation:FORGED'],
        [definitionSaveRequested, 'demo:authorisation:FORGED'],
      ] as const) {
        expect(await letterOf('targets', definitionOf, key)).toBe('REQUEST_UNKNOWN');
      }
      expect(await all()).toEqual(before);

      // A true request is not another one: the message cannot turn it.
      const made = await admin.post<{ targetId: string }>('/v1/targets', { code: 'TRUE', name: 'True', rule });
      const request = await requests.findOne({ 'wish.targetId': made.targetId });
      const turned = { requestId: request!._id, institution: 'demo', requestedAt: request!.requestedAt.toISOString() };
      await says(targetDeleteRequested, { ...turned, targetId: made.targetId });
      expect(await letterOf('targets', targetDeleteRequested, made.targetId)).toBe('REQUEST_UNKNOWN');
      await says(targetSaveRequested, { ...turned, targetId });
      await eventually(async () => ((await letterOf('targets', targetSaveRequested, targetId)) ? true : undefined));
      expect(await targets.findOne({ _id: made.targetId })).toMatchObject({ code: 'TRUE', version: 1 });
      expect((await all())[0]!.filter(({ _id }) => _id !== made.targetId)).toEqual(before[0]);
    }, 600_000);
  });
}
