import {
  type ApiKeyDocument,
  firstAuthorisations,
  hashOfKey,
  type InstitutionDocument,
  isLiveKey,
  keyExpiry,
  makeSignInLink,
  newApiKey,
  randomCharacters,
  type WholeDatabase,
} from '@roundtrip/database';
import { standardAuthorisations } from '@roundtrip/fields';
import type { NewInstitution } from './new-institution.rules.js';

/** Institutions as the command makes and shows them; the gateway and the service targets change them afterwards. */
export class InstitutionsRepository {
  constructor(private readonly database: WholeDatabase) {}

  find(institutionId: string): Promise<InstitutionDocument | null> {
    return this.database.institutions.findOne({ _id: institutionId });
  }

  named(name: string): Promise<InstitutionDocument | null> {
    return this.database.institutions.findOne({ name });
  }

  all(): Promise<InstitutionDocument[]> {
    return this.database.institutions.find({}).sort({ _id: 1 }).toArray();
  }

  /** Those that still work. */
  async administratorKeys(institutionId: string): Promise<number> {
    const keys = await this.database.apiKeys.find({ institution: institutionId, role: 'admin' }).toArray();
    return keys.filter((key) => isLiveKey(key, new Date())).length;
  }

  /** Its own document is written last: one that is there is complete. @returns its id */
  async create({ name, language, delimiter, allowedEmailDomains }: NewInstitution): Promise<string> {
    const institution = `ins_${randomCharacters(12)}`;
    const authorisations = firstAuthorisations(institution, standardAuthorisations(language));
    await this.database.authorisations.insertMany(authorisations);
    await this.database.institutions.insertOne({ _id: institution, name, delimiter, language, allowedEmailDomains });
    return institution;
  }

  /** @returns a new key of an administrator, whose hash alone is stored, and the link that signs in as it, once */
  async addAdministrator(institution: string, publicUrl: string): Promise<{ key: string; link: string }> {
    const now = new Date();
    const key = newApiKey();
    const document: ApiKeyDocument = {
      _id: `key_${randomCharacters(20)}`,
      institution,
      name: 'Administrator',
      role: 'admin',
      hash: hashOfKey(key),
      createdAt: now,
      createdBy: 'operations',
      expiresAt: keyExpiry(now),
    };
    await this.database.apiKeys.insertOne(document);
    return { key, link: await makeSignInLink(this.database, publicUrl, document, now) };
  }
}
