import { Controller } from '@nestjs/common';
import type { AuthorisationDocument } from '@roundtrip/database';
import type { z } from 'zod';
import { type Answer, created } from '../http/answer.js';
import { type Page, pageOfList } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { notFound } from '../http/problem.errors.js';
import { Serves } from '../http/route.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { stillOpen } from '../requests/open-request.js';
import { DefinitionRequests } from './definition-requests.service.js';
import { DefinitionsRepository } from './definitions.repository.js';
import {
  type authorisationBody,
  createAuthorisation,
  listAuthorisations,
  replaceAuthorisation,
} from './definitions.routes.js';

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
    return done ? created(location, toBody(await this.demand(who, definition.code))) : stillOpen(requestId, location);
  }

  @Serves(replaceAuthorisation)
  async replace(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof replaceAuthorisation>,
  ): Promise<Answer | AuthorisationBody> {
    const { code } = input.params;
    await this.demand(who, code);
    const requestId = input.newId('req');
    const definition = { type: 'authorisation' as const, code, ...input.body };
    const done = await this.requests.save(who, requestId, { intent: 'replace', definition });
    return done ? toBody(await this.demand(who, code)) : stillOpen(requestId, locationOf(code));
  }

  private async demand(who: Principal, code: string): Promise<AuthorisationDocument> {
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
