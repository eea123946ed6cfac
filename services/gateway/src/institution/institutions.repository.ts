import { Injectable } from '@nestjs/common';
import { type InstitutionDocument } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';

export type InstitutionSettings = Omit<InstitutionDocument, '_id'>;

@Injectable()
export class InstitutionsRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** @throws Error when a credential names an institution that is not there: a fault of ours */
  async get(institution: string): Promise<InstitutionDocument> {
    const found = await this.database.institutions.findOne({ _id: institution });
    if (!found) throw new Error('the institution of a credential does not exist');
    return found;
  }

  async save(institution: string, settings: InstitutionSettings): Promise<InstitutionDocument> {
    await this.database.institutions.updateOne({ _id: institution }, { $set: settings });
    return this.get(institution);
  }
}
