import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  definitionSaved,
  definitionSaveRequested,
  definitionSaveRequestedV1,
  requestRefused,
  requesterIn,
  type Role,
  type Rule,
  targetDeleted,
  targetDeleteRequested,
  targetDeleteRequestedV1,
  targetSaved,
  targetSaveRequested,
  targetSaveRequestedV1,
  templateRequested,
  templateResolved,
  type WantedDefinition,
} from '@roundtrip/contracts';
import {
  Database,
  ensureIndexes,
  loadDefinitions,
  type SaveCommand,
  type TemplateJobDocument,
  type WholeDatabase,
} from '@roundtrip/database';
import { createInstitution } from '@roundtrip/demo';
import { ensureBuckets } from '@roundtrip/files';
import { type ArrivalOptions, ownDatabase, startTestService, type TestService } from '@roundtrip/test-kit';
import { AppModule } from '../src/app.module.js';
import { TargetsConfig } from '../src/config.js';

const CONTACTS = 60;
const id = (prefix: string) => `${prefix}_${randomBytes(10).toString('hex')}`;
interface Asked {
  requestId: string;
  institution: string;
  requestedBy: { keyId: string; name: string; role: Role };
  requestedAt: string;
}
const inLyon: Rule = { field: 'contact.city', is: 'equals', value: 'Lyon' };

describe('targets', () => {
  let service: TestService;
  let database: WholeDatabase;
  let institution: string;

  beforeAll(async () => {
    const url = ownDatabase();
    await ensureIndexes(url);
    await ensureBuckets({
      endpoint: process.env['S3_ENDPOINT'] ?? '',
      accessKey: process.env['S3_ACCESS_KEY'] ?? '',
      secretKey: process.env['S3_SECRET_KEY'] ?? '',
      region: process.env['S3_REGION'] ?? 'us-east-1',
    });
    service = await startTestService(AppModule, { name: 'targets', config: TargetsConfig, env: { MONGO_URL: url } });
    database = service.app.get<WholeDatabase>(Database);
  });
  afterAll(async () => {
    await database.dropDatabase();
    await service.close();
  });
  beforeEach(async () => {
    institution = `i-${randomBytes(6).toString('hex')}`;
    await createInstitution(database, { id: institution, contacts: CONTACTS });
    service.forget();
  });

  const asked = () => ({
    requestId: id('req'),
    institution,
    requestedBy: { keyId: 'key_1', name: 'Editor', role: 'editor' as const },
    requestedAt: '2025-03-01T10:00:00.000Z',
  });
  const saveRequest = (more: Partial<Asked & Omit<Extract<SaveCommand, { type: 'target-save' }>, 'type'>> = {}) => ({
    ...asked(),
    targetId: id('tgt'),
    intent: 'create' as 'create' | 'replace',
    code: 'LYON',
    name: 'People in Lyon',
    rule: inLyon,
    ...more,
  });
  const define = (definition: WantedDefinition, intent: 'create' | 'replace' = 'create') =>
    defines({ ...asked(), intent, definition });
  /** Written down as the gateway does it, before its message comes. */
  const given = async ({ requestId, institution: of, requestedBy, requestedAt }: Asked, command: SaveCommand) => {
    const by = { institution: of, requestedBy, requestedAt: new Date(requestedAt) };
    await database.requests.insertOne({ _id: requestId, ...by, wish: command }).catch(() => undefined);
    return { requestId, institution: of, requestedAt };
  };
  const saves = async (request: ReturnType<typeof saveRequest>, options?: ArrivalOptions) => {
    const { targetId, intent, code, name, rule } = request;
    const said = await given(request, { type: 'target-save', targetId, intent, code, name, rule });
    await service.receives(targetSaveRequested, { ...said, targetId }, options);
  };
  const deletes = async (request: Asked & { targetId: string }) => {
    const { targetId } = request;
    const said = await given(request, { type: 'target-delete', targetId });
    await service.receives(targetDeleteRequested, { ...said, targetId });
  };
  const defines = async (request: Asked & { intent: 'create' | 'replace'; definition: WantedDefinition }) => {
    const { intent, definition } = request;
    const said = await given(request, { type: 'definition-save', intent, definition });
    const { type, code } = definition;
    await service.receives(definitionSaveRequested, { ...said, type, code });
  };
  /** What was said of refusals, with the words that stand for them. */
  const refusals = async () => {
    const said = service.published(requestRefused);
    const found = await database.refusals.find({ _id: { $in: said.map(({ requestId }) => requestId) } }).toArray();
    return said.flatMap((refusal) => {
      const words = found.find(({ _id }) => _id === refusal.requestId);
      return words ? [{ ...refusal, detail: words.detail, errors: words.errors }] : [];
    });
  };
  const stored = (targetId: string) => database.targets.findOne({ _id: targetId });

  describe('saving a target', () => {
    it('creates it and says so', async () => {
      const request = saveRequest();
      await saves(request);
      const { requestId, targetId } = request;
      expect(service.published(targetSaved)).toEqual([{ requestId, institution, targetId, created: true }]);
      expect(await stored(targetId)).toMatchObject({
        institution,
        code: 'LYON',
        name: 'People in Lyon',
        rule: inLyon,
        createdBy: requesterIn(request.requestedBy),
        createdAt: new Date(request.requestedAt),
        version: 1,
      });
    });

    it('keeps of a person who made it the id alone', async () => {
      const jane = { type: 'person', id: 'per_1', name: 'Jane Doe', role: 'editor' } as const;
      const { targetId, intent, code, name, rule, ...request } = saveRequest();
      const command = { type: 'target-save' as const, targetId, intent, code, name, rule };
      const by = { institution, requestedBy: jane, requestedAt: new Date(request.requestedAt) };
      await database.requests.insertOne({ _id: request.requestId, ...by, wish: command });
      const { requestId, requestedAt } = request;
      await service.receives(targetSaveRequested, { requestId, institution, requestedAt, targetId });
      expect((await stored(targetId))?.createdBy).toEqual({ ...jane, name: 'per_1' });
    });

    it('stores its name and its texts in composed form, and picks contacts that hold either', async () => {
      const rule = { field: 'contact.city', is: 'equals', value: 'Orle\u0301ans' };
      const request = saveRequest({ code: 'ORLEANS\u200b', name: 'Orle\u0301ans', rule });
      await saves(request);
      expect(await stored(request.targetId)).toMatchObject({
        code: 'ORLEANS',
        name: 'Orléans',
        rule: { ...rule, value: 'Orléans' },
      });
    });

    it('does it once when the request comes twice, and answers twice alike', async () => {
      const request = saveRequest();
      await saves(request);
      await saves(request);
      const [first, second] = service.published(targetSaved);
      expect(second).toEqual(first);
      expect(await stored(request.targetId)).toMatchObject({ version: 1 });
    });

    it('does it once when two copies of the request are worked on at the same time', async () => {
      const request = saveRequest();
      await Promise.all([1, 2, 3].map(() => saves(request)));
      expect(service.published(targetSaved)).toHaveLength(3);
      expect(await refusals()).toEqual([]);
      expect(await stored(request.targetId)).toMatchObject({ version: 1 });
    });

    it('replaces it, and a late copy of an earlier request does not bring the old rule back', async () => {
      const request = saveRequest();
      await saves(request);
      const { targetId } = request;
      const first = saveRequest({ targetId, intent: 'replace', code: 'LYON-2', name: 'First' });
      const second = saveRequest({ targetId, intent: 'replace', name: 'Second', rule: { none: [inLyon] } });
      await saves(first);
      await saves(second);
      await saves(first);
      expect(await stored(targetId)).toMatchObject({
        code: 'LYON',
        name: 'Second',
        rule: { none: [inLyon] },
        version: 3,
      });
      expect(service.published(targetSaved).map((saved) => saved.created)).toEqual([true, false, false, false]);
    });

    it('refuses a code that another target has, on creating and on replacing', async () => {
      await saves(saveRequest());
      const other = saveRequest({ code: 'OTHER' });
      await saves(other);
      const twin = saveRequest();
      await saves(twin);
      await saves(saveRequest({ targetId: other.targetId, intent: 'replace' }));
      expect(await refusals()).toEqual([
        expect.objectContaining({
          requestId: twin.requestId,
          status: 409,
          code: 'TARGET_CODE_TAKEN',
          errors: [expect.objectContaining({ pointer: '/code' })],
        }),
        expect.objectContaining({ status: 409, code: 'TARGET_CODE_TAKEN' }),
      ]);
      expect(await stored(twin.targetId)).toBeNull();
      expect(await stored(other.targetId)).toMatchObject({ code: 'OTHER', version: 1 });
    });

    it('lets one of several requests for the same code win when they come at the same time', async () => {
      const requests = Array.from({ length: 6 }, () => saveRequest());
      await Promise.all(requests.map((request) => saves(request)));
      expect(service.published(targetSaved)).toHaveLength(1);
      expect((await refusals()).map((refusal) => refusal.code)).toEqual(Array(5).fill('TARGET_CODE_TAKEN'));
      expect(service.deadLetters()).toEqual([]);
    });

    it('lets two institutions use the same code', async () => {
      const neighbour = `${institution}-n`;
      await createInstitution(database, { id: neighbour, contacts: 0 });
      await saves(saveRequest());
      await saves(saveRequest({ institution: neighbour }));
      expect(service.published(targetSaved)).toHaveLength(2);
    });

    it('refuses a rule with pointers into the request, and stores nothing', async () => {
      const request = saveRequest({
        rule: {
          all: [
            inLyon,
            { field: 'criteria.PROFESION', is: 'equals', value: 'x' },
            { any: [{ field: 'contact.city', is: 'like' }] },
          ],
        },
      });
      await saves(request);
      expect(await refusals()).toMatchObject([
        { requestId: request.requestId, institution, status: 422, code: 'RULE_INVALID' },
      ]);
      expect((await refusals())[0]?.errors.map((error) => error.pointer)).toEqual([
        '/rule/all/1/field',
        '/rule/all/2/any/0/is',
      ]);
      expect((await refusals())[0]?.errors[0]?.message).toContainEqual({
        say: 'did-you-mean',
        with: { meant: 'criteria.PROFESSION' },
      });
      expect(await stored(request.targetId)).toBeNull();
    });

    it('refuses a code that fits no file name and a blank name', async () => {
      await saves(saveRequest({ code: '../x', name: ' ' }));
      expect(await refusals()).toMatchObject([
        { status: 422, code: 'TARGET_INVALID', errors: [{ pointer: '/code' }, { pointer: '/name' }] },
      ]);
    });

    it('knows no target of another institution', async () => {
      const request = saveRequest();
      await saves(request);
      const { targetId } = request;
      await saves(saveRequest({ targetId, institution: 'another', intent: 'replace', rule: { all: [] } }));
      await deletes({ ...asked(), institution: 'another', targetId });
      expect(await refusals()).toMatchObject([
        { institution: 'another', status: 404, code: 'TARGET_UNKNOWN' },
        { institution: 'another', status: 404, code: 'TARGET_UNKNOWN' },
      ]);
      expect(await stored(targetId)).toMatchObject({ institution, version: 1 });
    });

    it('is not acknowledged while Kafka does not take the answer, and does not do it again then', async () => {
      const request = saveRequest();
      const stop = new AbortController();
      service.refusePublishing(1_000);
      const refused = saves(request, { signal: stop.signal });
      setTimeout(() => stop.abort(), 200);
      await expect(refused).rejects.toThrow();
      service.refusePublishing(0);
      expect(service.published(targetSaved)).toEqual([]);

      await saves(request);
      expect(service.published(targetSaved)).toMatchObject([{ created: true }]);
      expect(await stored(request.targetId)).toMatchObject({ version: 1 });
    });
  });

  describe('deleting a target', () => {
    it('removes it for good, once, and frees its code', async () => {
      const request = saveRequest();
      await saves(request);
      const { targetId } = request;
      const deletion = { ...asked(), targetId };
      await deletes(deletion);
      await deletes(deletion);
      const answer = { requestId: deletion.requestId, institution, targetId };
      expect(service.published(targetDeleted)).toEqual([answer, answer]);
      expect(await stored(targetId)).toBeNull();

      await saves(request);
      expect(await stored(targetId)).toBeNull();
      await saves(saveRequest());
      expect(await refusals()).toEqual([]);
    });

    it('is refused for one that is gone or never was', async () => {
      const request = saveRequest();
      await saves(request);
      await deletes({ ...asked(), targetId: request.targetId });
      await deletes({ ...asked(), targetId: request.targetId });
      await deletes({ ...asked(), targetId: 'tgt_never' });
      expect(service.published(targetDeleted)).toHaveLength(1);
      expect(await refusals()).toMatchObject([{ status: 404 }, { status: 404, code: 'TARGET_UNKNOWN' }]);
    });
  });

  describe('saving definitions', () => {
    it('creates a criterion with values, adds a value, and deactivates it, keeping data', async () => {
      const values = [{ code: 'A', name: 'Ay' }];
      await define({ type: 'criterion', code: 'ROW', name: 'Row', kind: 'LIST', values });
      await define({ type: 'criterion-value', code: 'ROW', value: { code: 'B', name: 'Bee' } }, 'replace');
      await define({ type: 'criterion', code: 'ROW', active: false }, 'replace');
      const { criteria } = await loadDefinitions(database, institution);
      expect(criteria.at(-1)).toMatchObject({
        code: 'ROW',
        rank: 13,
        active: false,
        values: [{ code: 'A' }, { code: 'B', rank: 2 }],
      });
      expect(service.published(definitionSaved)).toMatchObject([
        { type: 'criterion', code: 'ROW', created: true },
        { type: 'criterion-value', code: 'ROW', valueCode: 'B', created: true },
        { type: 'criterion', code: 'ROW', created: false },
      ]);
    });

    it('takes a code that is stored in another form for the same', async () => {
      const values = [{ code: 'CAFE\u0301\u200b', name: 'Cafe\u0301' }];
      await define({ type: 'criterion', code: 'ROW', name: 'Range\u0301e', kind: 'LIST', values });
      await define({ type: 'criterion-value', code: 'ROW', value: { code: 'CAFE\u0301', name: 'Coffee' } }, 'replace');
      const { criteria } = await loadDefinitions(database, institution);
      expect(criteria.at(-1)).toMatchObject({ name: 'Rangée', values: [{ code: 'CAFÉ', name: 'Coffee' }] });
      expect(service.published(definitionSaved).at(-1)).toMatchObject({ valueCode: 'CAFÉ', created: false });
    });

    it('creates an authorisation after the last', async () => {
      await define({ type: 'authorisation', code: 'POST', name: 'Postcards' });
      const { authorisations } = await loadDefinitions(database, institution);
      expect(authorisations.at(-1)).toMatchObject({ code: 'POST', name: 'Postcards', rank: 8, active: true });
    });

    it('does it once when the request comes twice, whatever happened in between', async () => {
      const definition = {
        type: 'criterion-value' as const,
        code: 'LOYALTY',
        value: { code: 'PLATINUM', name: 'Platinum' },
      };
      const request = { ...asked(), intent: 'replace' as const, definition };
      await defines(request);
      await define({ ...definition, value: { code: 'PLATINUM', name: 'Renamed' } }, 'replace');
      await defines(request);
      const { criteria } = await loadDefinitions(database, institution);
      const loyalty = criteria.find((field) => field.code === 'LOYALTY');
      expect(loyalty?.values.at(-1)).toMatchObject({ code: 'PLATINUM', name: 'Renamed' });
      expect(service.published(definitionSaved).map((saved) => saved.created)).toEqual([true, false, true]);
    });

    it('keeps every value when several are added at the same time', async () => {
      const codes = ['V1', 'V2', 'V3'];
      await Promise.all(
        codes.map((code) =>
          define({ type: 'criterion-value', code: 'LOYALTY', value: { code, name: code } }, 'replace'),
        ),
      );
      const loyalty = await database.criteria.findOne({ _id: `${institution}:LOYALTY` });
      expect(loyalty?.values.map((value) => value.code)).toEqual(expect.arrayContaining(codes));
    });

    it('refuses what cannot be, with a status and a pointer', async () => {
      await define({ type: 'criterion', code: 'LOYALTY', name: 'x', kind: 'TEXT' });
      await define({ type: 'criterion', code: 'NOBODY', name: 'x' }, 'replace');
      await define({ type: 'criterion', code: 'LOYALTY', kind: 'TEXT' }, 'replace');
      await define({ type: 'criterion-value', code: 'LOYALTY', value: { code: 'Empty', name: 'None' } }, 'replace');
      await define({ type: 'authorisation', code: 'EMAIL', name: 'x' });
      expect(
        (await refusals()).map(({ status, code, errors }) => [status, code, errors.map((error) => error.pointer)]),
      ).toEqual([
        [409, 'DEFINITION_CODE_TAKEN', ['/code']],
        [404, 'DEFINITION_UNKNOWN', []],
        [422, 'DEFINITION_INVALID', ['/kind']],
        [422, 'DEFINITION_INVALID', ['/code']],
        [409, 'DEFINITION_CODE_TAKEN', ['/code']],
      ]);
    });
  });

  describe('a request that nobody has made', () => {
    const reasons = () => service.deadLetters().map(({ headers }) => headers['reason-code']);

    it('saves nothing, in either form of its message', async () => {
      const { requestId, requestedAt, targetId, ...command } = saveRequest();
      const said = { requestId, institution, requestedAt };
      const before = await database.targets.countDocuments({ institution });
      await service.receives(targetSaveRequested, { ...said, targetId });
      await service.receives(targetSaveRequestedV1, { requestId, requestedAt, targetId, ...command });
      const existing = (await database.targets.findOne({ institution }))!._id;
      await service.receives(targetDeleteRequested, { ...said, targetId: existing });
      await service.receives(targetDeleteRequestedV1, { ...asked(), targetId: existing });
      const definition = { type: 'authorisation' as const, code: 'FORGED', name: 'Forged' };
      await service.receives(definitionSaveRequested, { ...said, type: 'authorisation', code: 'FORGED' });
      await service.receives(definitionSaveRequestedV1, { ...asked(), intent: 'create', definition });
      expect(reasons()).toEqual(Array(6).fill('REQUEST_UNKNOWN'));
      expect(await database.targets.countDocuments({ institution })).toBe(before);
      expect(await database.authorisations.findOne({ _id: `${institution}:FORGED` })).toBeNull();
      expect([service.published(targetSaved), service.published(requestRefused)]).toEqual([[], []]);
    });

    it('is none that somebody else has made, nor another of one’s own', async () => {
      const request = saveRequest();
      const { targetId, intent, code, name, rule } = request;
      const said = await given(request, { type: 'target-save', targetId, intent, code, name, rule });
      await service.receives(targetSaveRequested, { ...said, institution: 'other', targetId });
      await service.receives(targetSaveRequested, { ...said, targetId: 'tgt_other' });
      await service.receives(targetSaveRequestedV1, { ...request, rule: { all: [] } });
      await service.receives(targetDeleteRequested, { ...said, targetId });
      expect(reasons()).toEqual([...Array<string>(3).fill('MESSAGE_CONTRADICTED'), 'REQUEST_UNKNOWN']);
      expect(await stored(targetId)).toBeNull();
      await service.receives(targetSaveRequestedV1, request);
      expect(await stored(targetId)).toMatchObject({ code: 'LYON', rule: inLyon });
    });

    it('is not granted later what was refused once', async () => {
      await saves(saveRequest());
      const twin = saveRequest();
      await saves(twin);
      await database.targets.deleteMany({ institution, code: 'LYON' });
      await saves(twin);
      expect(await stored(twin.targetId)).toBeNull();
      expect((await refusals()).map(({ code }) => code)).toEqual(['TARGET_CODE_TAKEN', 'TARGET_CODE_TAKEN']);
    });
  });

  describe('resolving a template', () => {
    /** The job is written, as the gateway does it, and this is its message. */
    const wanted = async (
      targetId: string,
      dataType: 'criteria' | 'authorisations' = 'criteria',
      fields?: string[],
    ) => {
      const [templateId, requestedAt] = [id('tpl'), '2025-03-01T10:00:00.000Z'];
      const target = { targetId, code: 'CODE', name: 'Name' };
      const state = 'QUEUED';
      const job: Partial<TemplateJobDocument> = {
        type: 'template',
        institution,
        dataType,
        target,
        state,
        ...(fields && { fields }),
      };
      const at = new Date(requestedAt);
      await database.jobs.insertOne({ _id: templateId, ...job, requestedAt: at } as TemplateJobDocument);
      return { templateId, institution, dataType, targetId, requestedAt };
    };
    const targetNamed = async (code: string) => (await database.targets.findOne({ institution, code }))?._id ?? '';
    /** What stands of those that were said, in that order. */
    const resolutions = async () => {
      const said = service.published(templateResolved).map(({ templateId }) => templateId);
      const found = await database.resolutions.find({ _id: { $in: said } }).toArray();
      return said.flatMap((templateId) => found.find(({ _id }) => _id === templateId)?.resolution ?? []);
    };

    it('tells the rule, the active fields by rank and the count as they are at the moment', async () => {
      const request = saveRequest();
      await saves(request);
      await define({ type: 'criterion', code: 'FAX', active: true, rank: 0 }, 'replace');
      const template = await wanted(request.targetId);
      await service.receives(templateRequested, template);
      const inTown = await database.contacts.countDocuments({ institution, city: 'Lyon' });
      expect(inTown).toBeGreaterThan(0);
      expect(service.published(templateResolved)).toEqual([
        {
          templateId: template.templateId,
          institution,
          dataType: 'criteria',
          resolvedAt: expect.any(String),
          outcome: 'resolved',
          target: { targetId: request.targetId, version: 1 },
          count: inTown,
        },
      ]);
      expect(await resolutions()).toMatchObject([
        {
          outcome: 'resolved',
          target: { targetId: request.targetId, code: 'LYON', name: 'People in Lyon' },
          rule: inLyon,
          count: inTown,
        },
      ]);
      const [resolution] = await resolutions();
      const codes = resolution?.outcome === 'resolved' ? resolution.fields.map((field) => field.code) : [];
      expect(codes.slice(0, 3)).toEqual(['FAX', 'PROFESSION', 'INTERESTS']);
      expect(codes).toHaveLength(11);
      expect(codes).not.toContain('SEGMENT_2019');
    });

    it('shows the fields that were asked for in the order of the request', async () => {
      const template = await wanted(await targetNamed('EVERYBODY'), 'criteria', ['PROFESSION', 'LOYALTY']);
      await service.receives(templateRequested, template);
      const [resolution] = await resolutions();
      expect(resolution).toMatchObject({ outcome: 'resolved' });
      const codes = resolution?.outcome === 'resolved' ? resolution.fields.map(({ code }) => code) : [];
      expect(codes).toEqual(['PROFESSION', 'LOYALTY']);
    });

    it('is refused by name when a field that was asked for is not active any more', async () => {
      await database.criteria.updateOne({ _id: `${institution}:LOYALTY` }, { $set: { active: false } });
      await service.receives(
        templateRequested,
        await wanted(await targetNamed('EVERYBODY'), 'criteria', ['PROFESSION', 'LOYALTY']),
      );
      expect(await resolutions()).toMatchObject([
        {
          outcome: 'refused',
          code: 'FIELD_NOT_ACTIVE',
          detail: [{ say: 'template-field-gone', with: { code: 'LOYALTY' } }],
        },
      ]);
    });

    it('is made of the same when it is asked for again, though the target has changed', async () => {
      const template = await wanted(await targetNamed('EVERYBODY'));
      await service.receives(templateRequested, template);
      await database.targets.updateMany({ institution }, { $set: { rule: inLyon }, $inc: { version: 1 } });
      await service.receives(templateRequested, template);
      const [first, second] = service.published(templateResolved);
      expect(second).toEqual(first);
      expect(await resolutions()).toMatchObject([{ rule: { all: [] } }, { rule: { all: [] } }]);
    });

    it.each([
      ['nobody has asked for', undefined, 'JOB_UNKNOWN'],
      ['is of another institution', { institution: 'other' }, 'MESSAGE_CONTRADICTED'],
      ['is of another data type', { dataType: 'authorisations' as const }, 'MESSAGE_CONTRADICTED'],
      ['is of another target', { targetId: 'tgt_other' }, 'MESSAGE_CONTRADICTED'],
    ])('that %s becomes a dead letter; nothing is settled and nothing said', async (_, forged, reason) => {
      const template = await wanted(await targetNamed('EVERYBODY'));
      if (!forged) await database.jobs.deleteOne({ _id: template.templateId });
      await service.receives(templateRequested, { ...template, ...forged });
      expect(service.deadLetters().map(({ headers }) => headers['reason-code'])).toEqual([reason]);
      expect(await database.resolutions.findOne({ _id: template.templateId })).toBeNull();
      expect(service.published(templateResolved)).toEqual([]);
    });

    it('tells the authorisations for a template of authorisations, and everybody for a rule of nothing', async () => {
      await service.receives(templateRequested, await wanted(await targetNamed('EVERYBODY'), 'authorisations'));
      expect(await resolutions()).toMatchObject([
        { count: CONTACTS, fields: expect.arrayContaining([{ code: 'EMAIL', name: 'E-mail', kind: 'AUTHORISATION' }]) },
      ]);
    });

    it('refuses, in words for the user, a target that is gone or is another institution’s', async () => {
      const foreign = await createInstitution(database, { id: `${institution}-f`, contacts: 0 });
      await service.receives(templateRequested, await wanted('tgt_gone'));
      await service.receives(templateRequested, await wanted(foreign.targets['EVERYBODY'] ?? ''));
      for (const resolution of await resolutions()) {
        expect(resolution).toEqual({
          outcome: 'refused',
          code: 'TARGET_UNKNOWN',
          detail: [{ say: 'template-target-gone' }],
        });
      }
      expect(await resolutions()).toHaveLength(2);
    });

    it('refuses a rule that no longer fits the definitions', async () => {
      const targetId = await targetNamed('SEASON');
      await database.criteria.deleteOne({ _id: `${institution}:LOYALTY` });
      await service.receives(templateRequested, await wanted(targetId));
      expect(await resolutions()).toMatchObject([{ outcome: 'refused', code: 'RULE_INVALID' }]);
    });

    it('refuses a template with nothing to edit', async () => {
      await database.criteria.updateMany({ institution }, { $set: { active: false } });
      await service.receives(templateRequested, await wanted(await targetNamed('EVERYBODY')));
      expect(await resolutions()).toMatchObject([{ outcome: 'refused', code: 'NO_ACTIVE_FIELDS' }]);
    });

    it('ends the template when its request becomes a dead letter', async () => {
      const targetId = await targetNamed('EVERYBODY');
      await database.criteria.updateOne({ _id: `${institution}:LOYALTY` }, { $unset: { values: 1 } });
      await service.receives(templateRequested, await wanted(targetId));
      expect(service.deadLetters()).toHaveLength(1);
      expect(await resolutions()).toMatchObject([
        { outcome: 'refused', code: 'INTERNAL_ERROR', detail: [{ say: 'template-not-prepared' }] },
      ]);
    });
  });

  it('sets an invalid message aside and goes on', async () => {
    await service.receivesRaw(targetSaveRequested.topic, '{"requestId":1}');
    expect(service.deadLetters()).toHaveLength(1);
    await saves(saveRequest());
    expect(service.published(targetSaved)).toHaveLength(1);
  });
});
