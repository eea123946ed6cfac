import { createHash, randomBytes } from 'node:crypto';
import {
  type ApiKeyDocument,
  contactId,
  type Database,
  type InstitutionDocument,
  standardAuthorisations,
} from '@roundtrip/contacts';
import type { Wish } from './wish.rules.js';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** Each character is five random bits. */
const randomText = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet.charAt(byte & 31)).join('');

/** Institutions as the command makes and shows them; the gateway and the service targets change them afterwards. */
export class InstitutionsRepository {
  constructor(private readonly database: Database) {}

  find(institutionId: string): Promise<InstitutionDocument | null> {
    return this.database.institutions.findOne({ _id: institutionId });
  }

  named(name: string): Promise<InstitutionDocument | null> {
    return this.database.institutions.findOne({ name });
  }

  all(): Promise<InstitutionDocument[]> {
    return this.database.institutions.find({}).sort({ _id: 1 }).toArray();
  }

  administratorKeys(institutionId: string): Promise<number> {
    return this.database.apiKeys.countDocuments({ institution: institutionId, role: 'admin' });
  }

  /** Its own document is written last: one that is there is complete. @returns its id */
  async create({ name, language, delimiter, allowedEmailDomains }: Wish): Promise<string> {
    const institution = `ins_${randomText(12)}`;
    await this.database.authorisations.insertMany(
      standardAuthorisations(language).map(({ code, name: authorisation }, index) => ({
        _id: contactId(institution, code),
        institution,
        code,
        name: authorisation,
        rank: index + 1,
        active: true,
        version: 1,
        appliedRequests: [],
      })),
    );
    await this.database.institutions.insertOne({ _id: institution, name, delimiter, language, allowedEmailDomains });
    return institution;
  }

  /** @returns a new key of an administrator: its hash alone is stored */
  async addAdministrator(institution: string): Promise<string> {
    const key = `rt_${randomText(32)}`;
    const document: ApiKeyDocument = {
      _id: `key_${randomText(20)}`,
      institution,
      name: 'Administrator',
      role: 'admin',
      hash: createHash('sha256').update(key, 'utf8').digest('hex'),
      createdAt: new Date(),
      createdBy: 'operations',
    };
    await this.database.apiKeys.insertOne(document);
    return key;
  }
}
