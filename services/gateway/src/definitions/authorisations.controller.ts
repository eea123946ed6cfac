import { Controller } from '@nestjs/common';
import type { AuthorisationDocument } from '@roundtrip/database';
import { z } from 'zod';
import { type Answer, created } from '../http/answer.js';
import { type Page, pageOf, pageOfList, pageQuery } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { notFound } from '../http/problem.errors.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { stillOpen } from '../requests/open-request.js';
import { DefinitionRequests } from './definition-requests.service.js';
import { DefinitionsRepository } from './definitions.repository.js';
import {
  activeField,
  authorisationBody,
  codeField,
  createdAnswers,
  nameField,
  rankField,
  savedAnswers,
  timeLimitMs,
} from './definitions.schemas.js';

const ofAuthorisations = { path: '/v1/authorisations', tag: 'Definitions' } as const;

export const listAuthorisations = route({
  ...ofAuthorisations,
  operation: 'listAuthorisations',
  method: 'get',
  role: 'viewer',
  summary: 'The authorisations by rank, inactive ones included.',
  query: pageQuery,
  answers: { 200: { description: 'A page of authorisations.', schema: pageOf(authorisationBody) } },
});

export const createAuthorisation = route({
  ...ofAuthorisations,
  operation: 'createAuthorisation',
  method: 'post',
  role: 'admin',
  summary: 'Define an authorisation.',
  body: z.strictObject({
    code: codeField,
    name: nameField,
    rank: rankField.optional(),
    active: activeField.optional(),
  }),
  example: { code: 'NEWSLETTER', name: 'Newsletter' },
  answers: createdAnswers(authorisationBody),
  problems: { 409: ['DEFINITION_CODE_TAKEN'], 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});

export const replaceAuthorisation = route({
  ...ofAuthorisations,
  operation: 'replaceAuthorisation',
  method: 'put',
  path: '/v1/authorisations/{code}',
  role: 'admin',
  summary: 'Change an authorisation.',
  description: 'What is left out stays as it is. Deactivating keeps the data.',
  body: z.strictObject({ name: nameField.optional(), rank: rankField.optional(), active: activeField.optional() }),
  example: { name: 'Newsletter', active: false },
  answers: savedAnswers(authorisationBody),
  problems: { 422: ['DEFINITION_INVALID'] },
  timeLimitMs,
});

type AuthorisationBody = z.output<typeof authorisationBody>;

@Controller()
export class AuthorisationsController {
  constructor(
    private readonly definitions: DefinitionsRepository,
    private readonly requests: DefinitionRequests,
  ) {}

  @Serves(listAuthorisations)
  async list(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof listAuthorisations>,
  ): Promise<Page<AuthorisationBody>> {
    const { authorisations } = await this.definitions.load(who.institution);
    return pageOfList(authorisations.map(toBody), input.query);
  }

  @Serves(createAuthorisation)
  async create(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof createAuthorisation>,
  ): Promise<Answer | AuthorisationBody> {
    const definition = { type: 'authorisation' as const, ...input.body };
    const location = locationOf(definition.code);
    const requestId = input.newId('req');
    const done = await this.requests.save(who, requestId, { intent: 'create', definition });
    return done
      ? created(location, toBody(await this.requireAuthorisation(who, definition.code)))
      : stillOpen(requestId, location, who.language);
  }

  @Serves(replaceAuthorisation)
  async replace(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof replaceAuthorisation>,
  ): Promise<Answer | AuthorisationBody> {
    const { code } = input.params;
    await this.requireAuthorisation(who, code);
    const requestId = input.newId('req');
    const definition = { type: 'authorisation' as const, code, ...input.body };
    const done = await this.requests.save(who, requestId, { intent: 'replace', definition });
    return done
      ? toBody(await this.requireAuthorisation(who, code))
      : stillOpen(requestId, locationOf(code), who.language);
  }

  private async requireAuthorisation(who: Principal, code: string): Promise<AuthorisationDocument> {
    const authorisation = await this.definitions.authorisation(who.institution, code);
    if (!authorisation) throw notFound('authorisation');
    return authorisation;
  }
}

const locationOf = (code: string): string => `/v1/authorisations/${encodeURIComponent(code)}`;

const toBody = ({
  code,
  name,
  rank,
  active,
}: Pick<AuthorisationDocument, keyof AuthorisationBody>): AuthorisationBody => ({
  code,
  name,
  rank,
  active,
});
