import { Injectable } from '@nestjs/common';
import { type AuthorisationDocument, type CriterionDocument, Database, loadDefinitions } from '@roundtrip/database';
import type { Definitions } from '@roundtrip/fields';

@Injectable()
export class DefinitionsRepository {
  constructor(private readonly database: Database) {}

  load(institution: string): Promise<Definitions> {
    return loadDefinitions(this.database, institution);
  }

  async criterion(institution: string, code: string): Promise<CriterionDocument | undefined> {
    return (await this.database.criteria.findOne({ _id: `${institution}:${code}`, institution })) ?? undefined;
  }

  async authorisation(institution: string, code: string): Promise<AuthorisationDocument | undefined> {
    return (await this.database.authorisations.findOne({ _id: `${institution}:${code}`, institution })) ?? undefined;
  }
}
