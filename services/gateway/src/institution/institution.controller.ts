import { Controller } from '@nestjs/common';
import type { InstitutionDocument } from '@roundtrip/database';
import type { z } from 'zod';
import type { Principal } from '../http/principal.js';
import { Serves } from '../http/route.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { getInstitution, type institutionBody, putInstitution } from './institution.routes.js';
import { InstitutionsRepository } from './institutions.repository.js';

type InstitutionBody = z.output<typeof institutionBody>;

@Controller()
export class InstitutionController {
  constructor(private readonly institutions: InstitutionsRepository) {}

  @Serves(getInstitution)
  async get(@Who() who: Principal): Promise<InstitutionBody> {
    return toBody(await this.institutions.get(who.institution));
  }

  @Serves(putInstitution)
  async put(@Who() who: Principal, @Input() input: RouteInput<typeof putInstitution>): Promise<InstitutionBody> {
    return toBody(await this.institutions.save(who.institution, input.body));
  }
}

const toBody = ({ _id, name, delimiter, language, allowedEmailDomains }: InstitutionDocument): InstitutionBody => ({
  institutionId: _id,
  name,
  delimiter,
  language,
  allowedEmailDomains,
});
