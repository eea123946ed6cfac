import { Controller } from '@nestjs/common';
import { type Requester, requesterIn } from '@roundtrip/contracts';
import type { TargetDocument } from '@roundtrip/database';
import { composed, identifierText, isName, isTargetCode } from '@roundtrip/fields';
import { z } from 'zod';
import { saying } from '../http/zod-pointers.js';
import { contactSummary } from '../contacts/contacts.schemas.js';
import { type Answer, created, noContent } from '../http/answer.js';
import { type Page, pageOf, pageQuery, readCursor, toPage } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { openRequestBody, stillOpen } from '../requests/open-request.js';
import { PeopleRepository } from '../people/people.repository.js';
import { TargetsRepository } from './targets.repository.js';
import { anyRule, targetBody } from './targets.schemas.js';
import { TargetsService } from './targets.service.js';

const targetInput = z.strictObject({
  code: z
    .string()
    .overwrite(identifierText)
    .refine(isTargetCode, saying('target-code-form'))
    .describe('Unique in the institution; part of the names of its files'),
  name: z.string().overwrite(composed).refine(isName, saying('name-form')),
  rule: anyRule,
});

const tag = 'Targets';

const exampleRule = {
  all: [
    { field: 'contact.country', is: 'in', value: ['FR', 'BE'] },
    {
      any: [
        { field: 'authorisations.EMAIL', is: 'equals', value: true },
        { field: 'authorisations.EMAIL', is: 'empty' },
      ],
    },
  ],
};

const example = { code: 'FRENCH_SPEAKING', name: 'French-speaking countries', rule: exampleRule };

const timeLimitMs = 20_000;

const takesLonger = {
  description: 'It takes longer.',
  schema: openRequestBody,
  headers: { Location: 'Where it will be' },
};

export const listTargets = route({
  operation: 'listTargets',
  method: 'get',
  path: '/v1/targets',
  tag,
  role: 'viewer',
  summary: 'The targets by code.',
  query: pageQuery,
  answers: { 200: { description: 'A page of targets.', schema: pageOf(targetBody) } },
});

export const createTarget = route({
  operation: 'createTarget',
  method: 'post',
  path: '/v1/targets',
  tag,
  role: 'editor',
  summary: 'Save a query over contacts as a target.',
  body: targetInput,
  example,
  answers: {
    201: { description: 'The target.', schema: targetBody, headers: { Location: 'Where it is' } },
    202: takesLonger,
  },
  problems: { 409: ['TARGET_CODE_TAKEN'], 422: ['RULE_INVALID'] },
  timeLimitMs,
});

export const getTarget = route({
  operation: 'getTarget',
  method: 'get',
  path: '/v1/targets/{targetId}',
  tag,
  role: 'viewer',
  summary: 'One target.',
  answers: { 200: { description: 'The target.', schema: targetBody } },
});

export const replaceTarget = route({
  operation: 'replaceTarget',
  method: 'put',
  path: '/v1/targets/{targetId}',
  tag,
  role: 'editor',
  summary: 'Change a target.',
  description: 'A job that is running uses the rule that it started with.',
  body: targetInput,
  example,
  answers: { 200: { description: 'The target as it is now.', schema: targetBody }, 202: takesLonger },
  problems: { 409: ['TARGET_CODE_TAKEN'], 422: ['RULE_INVALID'] },
  timeLimitMs,
});

export const deleteTarget = route({
  operation: 'deleteTarget',
  method: 'delete',
  path: '/v1/targets/{targetId}',
  tag,
  role: 'editor',
  summary: 'Delete a target. No contact is changed by this.',
  answers: { 202: takesLonger, 204: { description: 'It is gone.' } },
  timeLimitMs,
});

export const previewTarget = route({
  operation: 'previewTarget',
  method: 'post',
  path: '/v1/targets/preview',
  tag,
  role: 'editor',
  summary: 'How many contacts a rule holds now, and the first 20 of them.',
  body: z.strictObject({ rule: anyRule }),
  example: { rule: exampleRule },
  answers: {
    200: { description: 'Count and sample.', schema: z.object({ count: z.int(), sample: z.array(contactSummary) }) },
  },
  problems: { 422: ['RULE_INVALID'], 429: ['TOO_MANY_AT_ONCE'], 503: ['TOOK_TOO_LONG'] },
  timeLimitMs: 30_000,
});

type TargetBody = z.output<typeof targetBody>;

@Controller()
export class TargetsController {
  constructor(
    private readonly service: TargetsService,
    private readonly targets: TargetsRepository,
    private readonly people: PeopleRepository,
  ) {}

  @Serves(listTargets)
  async list(@Who() who: Principal, @Input() input: RouteInput<typeof listTargets>): Promise<Page<TargetBody>> {
    const { limit, cursor } = input.query;
    const found = await this.targets.page(who.institution, readCursor(cursor, z.string()), limit + 1);
    const names = await this.namesIn(found);
    return toPage(
      found,
      limit,
      (target) => toBody(target, names),
      ({ code }) => code,
    );
  }

  @Serves(createTarget)
  async create(@Who() who: Principal, @Input() input: RouteInput<typeof createTarget>): Promise<Answer> {
    const targetId = input.newId('tgt');
    const requestId = input.newId('req');
    const saved = await this.service.save(who, { intent: 'create', targetId, requestId, ...input.body });
    return saved
      ? created(locationOf(targetId), await this.describe(saved))
      : stillOpen(requestId, locationOf(targetId), who.language);
  }

  @Serves(previewTarget)
  preview(@Who() who: Principal, @Input() input: RouteInput<typeof previewTarget>) {
    return this.service.preview(who, input.body.rule);
  }

  @Serves(getTarget)
  async get(@Who() who: Principal, @Input() input: RouteInput<typeof getTarget>): Promise<TargetBody> {
    return this.describe(await this.service.get(who, input.params.targetId));
  }

  @Serves(replaceTarget)
  async replace(@Who() who: Principal, @Input() input: RouteInput<typeof replaceTarget>): Promise<Answer | TargetBody> {
    const { targetId } = input.params;
    await this.service.get(who, targetId);
    const requestId = input.newId('req');
    const saved = await this.service.save(who, { intent: 'replace', targetId, requestId, ...input.body });
    return saved ? this.describe(saved) : stillOpen(requestId, locationOf(targetId), who.language);
  }

  @Serves(deleteTarget)
  async remove(@Who() who: Principal, @Input() input: RouteInput<typeof deleteTarget>): Promise<Answer> {
    const { targetId } = input.params;
    const requestId = input.newId('req');
    const gone = await this.service.remove(who, targetId, requestId);
    return gone ? noContent() : stillOpen(requestId, locationOf(targetId), who.language);
  }

  private async describe(target: TargetDocument): Promise<TargetBody> {
    return toBody(target, await this.namesIn([target]));
  }

  /** The targets know no name of a person. */
  private namesIn(targets: readonly TargetDocument[]): Promise<Map<string, string>> {
    const people = targets.map(({ createdBy }) => requesterIn(createdBy)).filter(({ type }) => type === 'person');
    return this.people.names(
      targets[0]?.institution ?? '',
      people.map(({ id }) => id),
    );
  }
}

const locationOf = (targetId: string): string => `/v1/targets/${targetId}`;

const toBody = (
  { _id, code, name, rule, createdBy, createdAt, updatedAt }: TargetDocument,
  names: ReadonlyMap<string, string>,
): TargetBody => ({
  targetId: _id,
  code,
  name,
  rule,
  createdBy: named(requesterIn(createdBy), names),
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

const named = (requester: Requester, names: ReadonlyMap<string, string>): Requester => ({
  ...requester,
  name: names.get(requester.id) ?? requester.name,
});
