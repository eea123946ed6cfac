import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type EventData,
  type EventDefinition,
  mailFailed,
  mailSent,
  templateCompleted,
  templateFailed,
  templateFileKey,
  templateOutcomeKey,
  updateCompleted,
  updateFailed,
  validationCompleted,
  validationFailed,
  validationRejected,
  validationRejectedV1,
} from '@roundtrip/contracts';
import { csvOfOneChange as csv, GatewayFixture } from './gateway-fixture.js';

const at = '2026-03-01T09:00:00.000Z';
const none = { unchanged: 0, notAttempted: 0, overwritten: 0, warnings: 0, blankLines: 0 };
const counts = { ...none, total: 9, applied: 8, rejected: 1 };
const evil = { code: 'X', detail: 'See https://evil.example' };

/** What may be said of how a job has ended, without the job. */
interface End {
  definition: EventDefinition;
  said: Record<string, unknown>;
  /** Another of the same kind. */
  otherwise: Record<string, unknown>;
}
const end = <D extends EventDefinition>(
  definition: D,
  said: Partial<EventData<D>>,
  otherwise: Partial<EventData<D>>,
): End => ({ definition, said, otherwise });

describe('an end that nobody has noted, or otherwise than it is said', () => {
  let gateway: GatewayFixture;
  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  }, 90_000);
  afterAll(() => gateway.close());
  afterEach(() => gateway.service.forget());

  const reasons = () => gateway.service.deadLetters().map(({ headers }) => headers['reason-code']);
  const newImport = async (): Promise<string> =>
    (await gateway.upload({ dataType: 'criteria', action: 'update' }, csv)).json.importId;
  const newTemplate = async (): Promise<string> => {
    const [targetId = ''] = Object.values(gateway.institution.targets);
    return (await gateway.post('/v1/templates', { dataType: 'criteria', targetId })).json.templateId;
  };
  const jobOf = (_id: string) => gateway.database.jobs.findOne({ _id });
  const mail = { kind: 'template-failed' as const };

  it.each<[string, End]>([
    ['accepted', end(validationCompleted, { action: 'update', chunks: 1, lines: 9 }, { lines: 8 })],
    ['could not be read', end(validationFailed, { ...evil, failedAt: at }, { detail: 'Other.' })],
    [
      'done',
      end(updateCompleted, { action: 'update', state: 'DONE', counts, completedAt: at }, { state: 'DONE_WITH_ERRORS' }),
    ],
    [
      'of other counts',
      end(
        updateCompleted,
        { action: 'update', state: 'DONE', counts, completedAt: at },
        { counts: { ...counts, applied: 9, rejected: 0 } },
      ),
    ],
    [
      'of another time',
      end(
        updateCompleted,
        { action: 'update', state: 'DONE', counts, completedAt: at },
        { completedAt: '2026-03-02T09:00:00.000Z' },
      ),
    ],
    [
      'of another institution',
      end(updateCompleted, { action: 'update', state: 'DONE', counts, completedAt: at }, { institution: 'other' }),
    ],
    ['stopped', end(updateFailed, { ...evil, failedAt: at }, { code: 'Y' })],
  ])(
    'of an import, %s, is a dead letter and changes nothing; the true one does',
    async (_, { definition, said, otherwise }) => {
      const importId = await newImport();
      const before = await jobOf(importId);
      const data = { importId, institution: gateway.institution.id, ...said };
      await gateway.hearsForged(definition, data);
      expect(reasons()).toEqual(['MESSAGE_CONTRADICTED']);
      expect(await jobOf(importId)).toEqual(before);

      await gateway.notes(definition, data);
      await gateway.hearsForged(definition, { ...data, ...otherwise });
      expect(reasons()).toEqual(['MESSAGE_CONTRADICTED', 'MESSAGE_CONTRADICTED']);
      expect(await jobOf(importId)).toEqual(before);

      await gateway.hearsForged(definition, data);
      expect(reasons()).toHaveLength(2);
      expect((await jobOf(importId))?.state).not.toBe('QUEUED');
    },
  );

  it.each([
    ['', validationRejected],
    [', as older workers say it,', validationRejectedV1],
  ])('of a file that is said to be unusable%s is a dead letter, with another code as well', async (_, definition) => {
    const importId = await newImport();
    const data = { importId, institution: gateway.institution.id, rejectedAt: at, detail: 'See https://evil.example' };
    await gateway.hearsForged(definition, { ...data, code: 'FILE_EMPTY' });
    const problem = { code: 'FILE_EMPTY' as const, message: 'It is empty.' };
    const rejected = { institution: data.institution, outcome: 'rejected', problem, finishedAt: new Date(at) } as const;
    await gateway.database.validations.updateOne({ _id: importId }, { $set: rejected }, { upsert: true });
    await gateway.hearsForged(definition, { ...data, code: 'FILE_TOO_LARGE' });
    expect(reasons()).toEqual(['MESSAGE_CONTRADICTED', 'MESSAGE_CONTRADICTED']);
    expect(await jobOf(importId)).toMatchObject({ state: 'QUEUED' });
    await gateway.hearsForged(definition, { ...data, code: 'FILE_EMPTY' });
    expect(await jobOf(importId)).toMatchObject({
      state: 'REJECTED',
      problem: { code: 'FILE_EMPTY', detail: 'It is empty.' },
    });
  });

  it.each<[string, End]>([
    [
      'ready',
      end(
        templateCompleted,
        {
          state: 'READY',
          lines: 1,
          completedAt: at,
          file: { objectKey: '', name: 'contacts.zip', sizeBytes: 1, parts: 1 },
        },
        { lines: 2 },
      ),
    ],
    ['empty', end(templateCompleted, { state: 'EMPTY', lines: 0, completedAt: at }, { institution: 'other' })],
    ['impossible', end(templateFailed, { ...evil, failedAt: at }, { detail: 'Other.' })],
  ])(
    'of a template, %s, is a dead letter and changes nothing; the true one does',
    async (_, { definition, said, otherwise }) => {
      const templateId = await newTemplate();
      const before = await jobOf(templateId);
      const file = said['file'] !== undefined && {
        ...(said['file'] as object),
        objectKey: templateFileKey(templateId),
      };
      const data = { templateId, institution: gateway.institution.id, ...said, ...(file && { file }) };
      await gateway.hearsForged(definition, data);
      await gateway.notes(definition, data);
      await gateway.hearsForged(definition, { ...data, ...otherwise });
      expect(reasons()).toEqual(['MESSAGE_CONTRADICTED', 'MESSAGE_CONTRADICTED']);
      expect(await jobOf(templateId)).toEqual(before);
      await gateway.hearsForged(definition, data);
      expect(reasons()).toHaveLength(2);
      expect((await jobOf(templateId))?.state).not.toBe('QUEUED');
    },
  );

  it('of a template whose target was refused is believed as targets has settled it', async () => {
    const templateId = await newTemplate();
    const { id: institution } = gateway.institution;
    const refused = { outcome: 'refused' as const, code: 'TARGET_UNKNOWN', detail: 'There is no such target.' };
    const resolvedAt = new Date(at);
    await gateway.database.resolutions.insertOne({
      _id: templateId,
      institution,
      dataType: 'criteria',
      resolvedAt,
      resolution: refused,
    });
    const { code, detail } = refused;
    await gateway.hearsForged(templateFailed, { templateId, institution, code, detail: evil.detail, failedAt: at });
    expect(reasons()).toEqual(['MESSAGE_CONTRADICTED']);
    await gateway.hearsForged(templateFailed, { templateId, institution, code, detail, failedAt: at });
    expect(await jobOf(templateId)).toMatchObject({ state: 'FAILED', problem: { code, detail } });
  });

  it('of a mail is a dead letter and changes nothing; the true one does', async () => {
    const jobId = await newTemplate();
    const data = { jobId, institution: gateway.institution.id, ...mail };
    await gateway.hearsForged(mailSent, { ...data, sentAt: at });
    await gateway.hearsForged(mailFailed, { ...data, reason: evil.detail, failedAt: at });
    await gateway.notes(mailSent, { ...data, sentAt: at });
    await gateway.hearsForged(mailFailed, { ...data, reason: evil.detail, failedAt: at });
    expect(reasons()).toEqual(['MESSAGE_CONTRADICTED', 'MESSAGE_CONTRADICTED', 'MESSAGE_CONTRADICTED']);
    expect((await jobOf(jobId))?.mail).toBeUndefined();
    await gateway.hearsForged(mailSent, { ...data, sentAt: at });
    expect((await jobOf(jobId))?.mail).toMatchObject({ state: 'sent' });
  });

  describe('as older workers have noted it is believed:', () => {
    const older: [string, EventDefinition, Record<string, unknown>, 'validations' | 'outcomes', object][] = [
      [
        'a failed examination without words',
        validationFailed,
        { code: 'IMPORT_FAILED', detail: 'Old words.', failedAt: at },
        'validations',
        { outcome: 'failed', finishedAt: new Date(at) },
      ],
      [
        'a failed import without words',
        updateFailed,
        { code: 'UPDATE_FAILED', detail: 'Old words.', failedAt: at },
        'outcomes',
        { state: 'FAILED', counts, completedAt: new Date(at) },
      ],
    ];
    it.each(older)('%s', async (_, definition, said, collection, noted) => {
      const importId = await newImport();
      const { id: institution } = gateway.institution;
      await gateway.database[collection].insertOne({ _id: importId, institution, ...noted } as never);
      await gateway.hearsForged(definition, { importId, institution, ...said });
      expect(reasons()).toEqual([]);
      const { code, detail } = said;
      expect(await jobOf(importId)).toMatchObject({ state: 'FAILED', problem: { code, detail } });
    });
  });

  it('of a template that was refused and then failed is believed either way', async () => {
    const { id: institution } = gateway.institution;
    const refused = { outcome: 'refused' as const, code: 'TARGET_UNKNOWN', detail: 'There is no such target.' };
    const failed = { code: 'TEMPLATE_FAILED', detail: 'Something went wrong on our side.' };
    for (const { code, detail } of [refused, failed]) {
      const templateId = await newTemplate();
      const resolvedAt = new Date(at);
      const settled = { institution, dataType: 'criteria' as const, resolvedAt, resolution: refused };
      await gateway.database.resolutions.insertOne({ _id: templateId, ...settled });
      await gateway.notes(templateFailed, { templateId, institution, ...failed, failedAt: at });
      await gateway.hearsForged(templateFailed, { templateId, institution, code, detail, failedAt: at });
      expect(await jobOf(templateId)).toMatchObject({ state: 'FAILED', problem: { code, detail } });
    }
    expect(reasons()).toEqual([]);
  });

  it('of a template that two workers failed at two times is believed as either says it', async () => {
    const templateId = await newTemplate();
    const said = { templateId, institution: gateway.institution.id, code: 'TEMPLATE_FAILED', detail: 'Our fault.' };
    await gateway.notes(templateFailed, { ...said, failedAt: '2026-03-01T09:00:00.001Z' });
    await gateway.hearsForged(templateFailed, { ...said, failedAt: at });
    expect(reasons()).toEqual([]);
    expect(await jobOf(templateId)).toMatchObject({ state: 'FAILED' });
  });

  it('of a template that is over is no dead letter, as what was noted of it is removed with its file', async () => {
    const templateId = await newTemplate();
    const ready = {
      templateId,
      institution: gateway.institution.id,
      state: 'EMPTY' as const,
      lines: 0,
      completedAt: at,
    };
    await gateway.service.receives(templateCompleted, ready);
    const over = await jobOf(templateId);
    expect(over).toMatchObject({ state: 'EMPTY' });
    await gateway.store.remove('templates', templateOutcomeKey(templateId));
    await gateway.hearsForged(templateCompleted, ready);
    await gateway.hearsForged(templateFailed, { ...ready, ...evil, failedAt: at });
    expect(reasons()).toEqual([]);
    expect(await jobOf(templateId)).toEqual(over);
  });
});
