import { Controller } from '@nestjs/common';
import { type CriterionKind, criterionKind } from '@roundtrip/contracts';
import { type CriterionDocument, criterionField } from '@roundtrip/database';
import { type FieldDefinition, identifierText, isValueCode } from '@roundtrip/fields';
import { z } from 'zod';
import { sentence } from '@roundtrip/words';
import { saying } from '../http/zod-pointers.js';
import { type Answer, created } from '../http/answer.js';
import { type Page, pageOf, pageOfList, pageQuery } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { invalid, notFound } from '../http/problem.errors.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { stillOpen } from '../requests/open-request.js';
import { DefinitionRequests } from './definition-requests.service.js';
import { DefinitionsRepository } from './definitions.repository.js';
import {
  activeField,
  codeField,
  createdAnswers,
  criterionBody,
  nameField,
  rankField,
  savedAnswers,
  timeLimitMs,
} from './definitions.schemas.js';

const valueCodeField = z
  .string()
  .overwrite(identifierText)
  .refine(isValueCode, saying('value-code-form'))
  .describe('Stored in composed form (NFC) and without characters that nobody sees');

const newValue = z.strictObject({
  code: valueCodeField,
  name: nameField,
  rank: rankField.optional(),
  active: activeField.optional(),
});

const ofCriteria = { path: '/v1/criteria', tag: 'Definitions' } as const;

export const listCriteria = route({
  ...ofCriteria,
  operation: 'listCriteria',
  method: 'get',
  role: 'viewer',
  summary: 'The criteria by rank, inactive ones included.',
  query: pageQuery,
  answers: { 200: { description: 'A page of criteria.', schema: pageOf(criterionBody) } },
});

export const createCriterion = route({
  ...ofCriteria,
  operation: 'createCriterion',
  method: 'post',
  role: 'admin',
  summary: 'Define a criterion.',
  body: z.strictObject({
    code: codeField,
    name: nameField,
    kind: criterionKind,
    rank: rankField.optional(),
    active: activeField.optional(),
    values: z.array(newValue).max(2_000).optional(),
  }),
  example: { code: 'PROFESSION', name: 'Profession', kind: 'LIST', values: [{ code: 'TEACHER', name: 'Teacher' }] },
  answers: createdAnswers(criterionBody),
  problems: { 409: ['DEFINITION_CODE_TAKEN'], 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});

export const replaceCriterion = route({
  ...ofCriteria,
  operation: 'replaceCriterion',
  method: 'put',
  path: '/v1/criteria/{code}',
  role: 'admin',
  summary: 'Change a criterion.',
  description: 'What is left out stays as it is. Deactivating keeps the data. The kind of a criterion does not change.',
  body: z.strictObject({
    name: nameField.optional(),
    kind: criterionKind.optional(),
    rank: rankField.optional(),
    active: activeField.optional(),
    values: z.array(newValue).max(2_000).optional(),
  }),
  example: { name: 'Profession', active: true },
  answers: savedAnswers(criterionBody),
  problems: { 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});

export const putCriterionValue = route({
  ...ofCriteria,
  operation: 'putCriterionValue',
  method: 'put',
  path: '/v1/criteria/{code}/values/{valueCode}',
  role: 'admin',
  summary: 'Add a value to a LIST or MULTI_LIST criterion, or change one.',
  description: 'What is left out stays as it is; a new value needs a name.',
  body: z.strictObject({ name: nameField.optional(), rank: rankField.optional(), active: activeField.optional() }),
  example: { name: 'Teacher', active: true },
  answers: {
    ...savedAnswers(criterionBody),
    201: {
      description: 'The criterion with its new value.',
      schema: criterionBody,
      headers: { Location: 'Where it is' },
    },
  },
  problems: { 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});

type CriterionBody = z.output<typeof criterionBody>;

@Controller()
export class CriteriaController {
  constructor(
    private readonly definitions: DefinitionsRepository,
    private readonly requests: DefinitionRequests,
  ) {}

  @Serves(listCriteria)
  async list(@Who() who: Principal, @Input() input: RouteInput<typeof listCriteria>): Promise<Page<CriterionBody>> {
    const { criteria } = await this.definitions.load(who.institution);
    return pageOfList(criteria.map(toBody), input.query);
  }

  @Serves(createCriterion)
  async create(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof createCriterion>,
  ): Promise<Answer | CriterionBody> {
    const definition = { type: 'criterion' as const, ...input.body };
    const location = locationOf(definition.code);
    const requestId = input.newId('req');
    const done = await this.requests.save(who, requestId, { intent: 'create', definition });
    return done
      ? created(location, await this.saved(who, definition.code))
      : stillOpen(requestId, location, who.language);
  }

  @Serves(replaceCriterion)
  async replace(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof replaceCriterion>,
  ): Promise<Answer | CriterionBody> {
    const { code } = input.params;
    await this.requireCriterion(who, code);
    const requestId = input.newId('req');
    const definition = { type: 'criterion' as const, code, ...input.body };
    const done = await this.requests.save(who, requestId, { intent: 'replace', definition });
    return done ? this.saved(who, code) : stillOpen(requestId, locationOf(code), who.language);
  }

  @Serves(putCriterionValue)
  async putValue(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof putCriterionValue>,
  ): Promise<Answer | CriterionBody> {
    const { code } = input.params;
    const letters = identifierText(input.params.valueCode);
    const criterion = await this.requireCriterion(who, code);
    const existing = criterion.values.find((value) => identifierText(value.code) === letters);
    const known = existing !== undefined;
    const valueCode = existing?.code ?? letters;
    const value = { code: letters, ...input.body };
    if (!known && value.name === undefined)
      throw invalid([{ pointer: '/name', message: [sentence('value-name-needed')] }]);
    const requestId = input.newId('req');
    const intent = known ? 'replace' : 'create';
    const done = await this.requests.save(who, requestId, {
      intent,
      definition: { type: 'criterion-value', code, value },
    });
    const location = `${locationOf(code)}/values/${encodeURIComponent(valueCode)}`;
    if (!done) return stillOpen(requestId, location, who.language);
    const saved = await this.saved(who, code);
    return known ? saved : created(location, saved);
  }

  private async requireCriterion(who: Principal, code: string): Promise<CriterionDocument> {
    const criterion = await this.definitions.criterion(who.institution, code);
    if (!criterion) throw notFound('criterion');
    return criterion;
  }

  private async saved(who: Principal, code: string): Promise<CriterionBody> {
    return toBody(criterionField(await this.requireCriterion(who, code)));
  }
}

const locationOf = (code: string): string => `/v1/criteria/${encodeURIComponent(code)}`;

const toBody = ({ code, name, kind, rank, active, values }: FieldDefinition): CriterionBody => ({
  code,
  name,
  kind: kind as CriterionKind,
  rank,
  active,
  values: values.map((value) => ({ code: value.code, name: value.name, rank: value.rank, active: value.active })),
});
