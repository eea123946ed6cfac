import { Injectable } from '@nestjs/common';
import { type AuthorisationDocument, type CriterionDocument, Database, loadDefinitions } from '@roundtrip/database';
import type { Definitions } from '@roundtrip/fields';
import { HeavyReads } from '../reads/heavy-reads.service.js';

@Injectable()
export class DefinitionsRepository {
  constructor(
    private readonly database: Database,
    private readonly heavy: HeavyReads,
  ) {}

  load(institution: string): Promise<Definitions> {
    return loadDefinitions(this.database, institution);
  }

  /**
   * As `load`, for a file of all of them.
   *
   * @throws Problem 429 when the institution reads too much at once
   */
  loadForExport(institution: string): Promise<Definitions> {
    return this.heavy.run(institution, (database, limit) => loadDefinitions(database, institution, limit));
  }

  async criterion(institution: string, code: string): Promise<CriterionDocument | undefined> {
    return (await this.database.criteria.findOne({ _id: `${institution}:${code}`, institution })) ?? undefined;
  }

  async authorisation(institution: string, code: string): Promise<AuthorisationDocument | undefined> {
    return (await this.database.authorisations.findOne({ _id: `${institution}:${code}`, institution })) ?? undefined;
  }
}
