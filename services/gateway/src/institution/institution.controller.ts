import { Controller } from '@nestjs/common';
import type { InstitutionDocument } from '@roundtrip/database';
import { z } from 'zod';
import { Activities } from '../activities/activities.service.js';
import type { Principal } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { institutionBody, institutionSettings } from './institution.schemas.js';
import { InstitutionLanguages } from './institution-languages.js';
import { type InstitutionSettings, InstitutionsRepository } from './institutions.repository.js';

const shared = { path: '/v1/institution', tag: 'Institution' } as const;

export const getInstitution = route({
  ...shared,
  operation: 'getInstitution',
  method: 'get',
  role: 'viewer',
  summary: 'The settings of your institution.',
  answers: { 200: { description: 'The settings.', schema: institutionBody } },
});

export const putInstitution = route({
  ...shared,
  operation: 'putInstitution',
  method: 'put',
  role: 'admin',
  summary: 'Change the settings of your institution.',
  body: institutionSettings,
  example: { name: 'City Theatre', delimiter: ';', language: 'en', allowedEmailDomains: ['example.org'] },
  answers: { 200: { description: 'The settings as they are now.', schema: institutionBody } },
});

type InstitutionBody = z.output<typeof institutionBody>;

@Controller()
export class InstitutionController {
  constructor(
    private readonly institutions: InstitutionsRepository,
    private readonly languages: InstitutionLanguages,
    private readonly activities: Activities,
  ) {}

  @Serves(getInstitution)
  async get(@Who() who: Principal): Promise<InstitutionBody> {
    return toBody(await this.institutions.get(who.institution));
  }

  @Serves(putInstitution)
  async put(@Who() who: Principal, @Input() input: RouteInput<typeof putInstitution>): Promise<InstitutionBody> {
    const { groupRoles, ...settings } = input.body;
    const wanted = { ...settings, ...(groupRoles && { groupRoles }) };
    const before = settingsOf(await this.institutions.get(who.institution));
    const details = { before, after: { ...before, ...wanted } };
    const saved = await this.activities.recorded(who, { kind: 'institution-changed', details }, () =>
      this.institutions.save(who.institution, wanted),
    );
    this.languages.set(who.institution, saved.language);
    return toBody(saved);
  }
}

/** What people set. */
const settingsOf = ({ _id, recentPaces: _recentPaces, ...settings }: InstitutionDocument): InstitutionSettings =>
  settings;

const toBody = ({ _id, groupRoles = [], ...settings }: InstitutionDocument): InstitutionBody => ({
  institutionId: _id,
  name: settings.name,
  delimiter: settings.delimiter,
  language: settings.language,
  allowedEmailDomains: settings.allowedEmailDomains,
  groupRoles: groupRoles.map(({ group, role }) => ({ group, role })),
});
