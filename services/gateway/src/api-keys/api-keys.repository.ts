import { Injectable } from '@nestjs/common';
import { type ApiKeyDocument, Database, retryTransient } from '@roundtrip/contacts';

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  async findByHash(hash: string): Promise<ApiKeyDocument | undefined> {
    return (await this.database.apiKeys.findOne({ hash })) ?? undefined;
  }

  async find(keyId: string): Promise<ApiKeyDocument | undefined> {
    return (await this.database.apiKeys.findOne({ _id: keyId })) ?? undefined;
  }

  /** Those of the ids that are still there. */
  async existing(keyIds: readonly string[]): Promise<Set<string>> {
    const found = await this.database.apiKeys.find({ _id: { $in: [...keyIds] } }, { projection: { _id: 1 } }).toArray();
    return new Set(found.map(({ _id }) => _id));
  }

  /** In the order of their ids, from the one after `after`. */
  page(institution: string, after: string | undefined, limit: number): Promise<ApiKeyDocument[]> {
    const position = after === undefined ? {} : { _id: { $gt: after } };
    return this.database.apiKeys
      .find({ institution, ...position })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
  }

  /** The same id again gets the new key: the answer with the first never reached anybody. */
  async save(key: ApiKeyDocument): Promise<void> {
    await retryTransient(() =>
      this.database.apiKeys.replaceOne({ _id: key._id, institution: key.institution }, key, { upsert: true }),
    );
  }

  async remove(institution: string, keyId: string): Promise<boolean> {
    const { deletedCount } = await retryTransient(() => this.database.apiKeys.deleteOne({ _id: keyId, institution }));
    return deletedCount === 1;
  }
}
