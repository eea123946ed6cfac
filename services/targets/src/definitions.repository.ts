import { Injectable } from '@nestjs/common';
import { type AuthorisationDocument, contactId, type CriterionDocument, loadDefinitions } from '@roundtrip/database';
import { TargetsDatabase } from './database.js';
import type { Others } from './definition.rules.js';
import { storeVersion } from './store-version.js';

@Injectable()
export class DefinitionsRepository {
  constructor(private readonly database: TargetsDatabase) {}

  async criterion(institution: string, code: string): Promise<CriterionDocument | undefined> {
    const _id = contactId(institution, code);
    return (await this.database.criteria.findOne({ _id })) ?? undefined;
  }

  async authorisation(institution: string, code: string): Promise<AuthorisationDocument | undefined> {
    const _id = contactId(institution, code);
    return (await this.database.authorisations.findOne({ _id })) ?? undefined;
  }

  /** The highest rank that is in use, 0 when there is none; and how many fields are active. */
  async others(institution: string, area: 'criteria' | 'authorisations'): Promise<Others> {
    const fields = (await loadDefinitions(this.database, institution))[area];
    return {
      lastRank: Math.max(0, ...fields.map((field) => field.rank)),
      active: fields.filter((field) => field.active).length,
    };
  }

  storeCriterion(document: CriterionDocument): Promise<'stored' | 'overtaken' | 'taken'> {
    return storeVersion(this.database, 'criteria', document);
  }

  storeAuthorisation(document: AuthorisationDocument): Promise<'stored' | 'overtaken' | 'taken'> {
    return storeVersion(this.database, 'authorisations', document);
  }
}
