import { Controller } from '@nestjs/common';
import type { CriterionKind } from '@roundtrip/contracts';
import { type CriterionDocument, criterionField } from '@roundtrip/database';
import { type FieldDefinition, identifierText } from '@roundtrip/fields';
import type { z } from 'zod';
import { type Answer, created } from '../http/answer.js';
import { type Page, pageOfList } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { invalid, notFound } from '../http/problem.errors.js';
import { Serves } from '../http/route.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { stillOpen } from '../requests/open-request.js';
import { DefinitionRequests } from './definition-requests.service.js';
import { DefinitionsRepository } from './definitions.repository.js';
import {
  createCriterion,
  type criterionBody,
  listCriteria,
  putCriterionValue,
  replaceCriterion,
} from './definitions.routes.js';

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
    return done ? created(location, await this.saved(who, definition.code)) : stillOpen(requestId, location);
  }

  @Serves(replaceCriterion)
  async replace(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof replaceCriterion>,
  ): Promise<Answer | CriterionBody> {
    const { code } = input.params;
    await this.demand(who, code);
    const requestId = input.newId('req');
    const definition = { type: 'criterion' as const, code, ...input.body };
    const done = await this.requests.save(who, requestId, { intent: 'replace', definition });
    return done ? this.saved(who, code) : stillOpen(requestId, locationOf(code));
  }

  @Serves(putCriterionValue)
  async putValue(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof putCriterionValue>,
  ): Promise<Answer | CriterionBody> {
    const { code } = input.params;
    const letters = identifierText(input.params.valueCode);
    const criterion = await this.demand(who, code);
    const existing = criterion.values.find((value) => identifierText(value.code) === letters);
    const known = existing !== undefined;
    const valueCode = existing?.code ?? letters;
    const value = { code: letters, ...input.body };
    if (!known && value.name === undefined) throw invalid([{ pointer: '/name', message: 'A new value needs a name.' }]);
    const requestId = input.newId('req');
    const intent = known ? 'replace' : 'create';
    const done = await this.requests.save(who, requestId, {
      intent,
      definition: { type: 'criterion-value', code, value },
    });
    const location = `${locationOf(code)}/values/${encodeURIComponent(valueCode)}`;
    if (!done) return stillOpen(requestId, location);
    const saved = await this.saved(who, code);
    return known ? saved : created(location, saved);
  }

  private async demand(who: Principal, code: string): Promise<CriterionDocument> {
    const criterion = await this.definitions.criterion(who.institution, code);
    if (!criterion) throw notFound('criterion');
    return criterion;
  }

  private async saved(who: Principal, code: string): Promise<CriterionBody> {
    return toBody(criterionField(await this.demand(who, code)));
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
