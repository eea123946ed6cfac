import { Injectable } from '@nestjs/common';
import type { Language } from '@roundtrip/contracts';
import { type ApiKeyDocument, isLiveKey } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';
import { keptLanguage } from '../session/kept-language.js';

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: GatewayDatabase) {}

  async findByHash(hash: string): Promise<ApiKeyDocument | undefined> {
    return (await this.database.apiKeys.findOne({ hash })) ?? undefined;
  }

  async find(keyId: string): Promise<ApiKeyDocument | undefined> {
    return (await this.database.apiKeys.findOne({ _id: keyId })) ?? undefined;
  }

  /** With those that have ended: they are in the list until somebody deletes them. */
  count(institution: string): Promise<number> {
    return this.database.apiKeys.countDocuments({ institution });
  }

  /** All of an institution: they are few. */
  all(institution: string): Promise<ApiKeyDocument[]> {
    return this.database.apiKeys.find({ institution }).sort({ _id: 1 }).toArray();
  }

  /** Of all institutions those of administrators, as far as it takes to say when they end. */
  endsOfAdministrators(): Promise<
    Pick<ApiKeyDocument, 'institution' | 'role' | 'expiresAt' | 'revokedAt' | 'replacedBy'>[]
  > {
    const projection = { institution: 1, role: 1, expiresAt: 1, revokedAt: 1, replacedBy: 1 };
    return this.database.apiKeys.find({ role: 'admin' }, { projection }).toArray();
  }

  /** Those of the ids that still work. */
  async live(keyIds: readonly string[], at: Date): Promise<Set<string>> {
    const found = this.database.apiKeys.find(
      { _id: { $in: [...keyIds] } },
      { projection: { expiresAt: 1, revokedAt: 1 } },
    );
    return new Set((await found.toArray()).filter((key) => isLiveKey(key, at)).map(({ _id }) => _id));
  }

  /** At most once a minute. Never rejects: that it fails hurts nobody, and nobody needs to wait for it. */
  async noteUse({ _id, lastUsedAt }: ApiKeyDocument, at: Date): Promise<void> {
    const minuteAgo = new Date(at.getTime() - 60_000);
    if (lastUsedAt !== undefined && lastUsedAt > minuteAgo) return;
    const isOlder = { $or: [{ lastUsedAt: { $exists: false } }, { lastUsedAt: { $lte: minuteAgo } }] };
    await this.database.apiKeys.sentOnce
      .updateOne({ _id, ...isOlder }, { $set: { lastUsedAt: at } })
      .catch(() => undefined);
  }

  /** @param language null: none any more */
  async keepLanguage(keyId: string, language: Language | null): Promise<void> {
    await this.database.apiKeys.updateOne({ _id: keyId }, keptLanguage(language));
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
    await this.database.apiKeys.replaceOne({ _id: key._id, institution: key.institution }, key, { upsert: true });
  }

  /** One that takes over from another, unless a third one did or it is gone. */
  async replace(old: ApiKeyDocument, keyId: string, expiresAt: Date): Promise<boolean> {
    const isOurs = { $or: [{ replacedBy: { $exists: false } }, { replacedBy: keyId }] };
    const { matchedCount } = await this.database.apiKeys.updateOne(
      { _id: old._id, institution: old.institution, revokedAt: { $exists: false }, ...isOurs },
      { $set: { replacedBy: keyId, expiresAt } },
    );
    return matchedCount === 1;
  }

  /** They are worth nothing from now on, but could be given back. */
  async suspend(keyIds: readonly string[], revokedAt: Date): Promise<void> {
    await this.database.apiKeys.updateMany(
      { _id: { $in: [...keyIds] }, revokedAt: { $exists: false } },
      { $set: { revokedAt } },
    );
  }

  /** Those that were suspended with this very time. */
  async giveBack(keyIds: readonly string[], revokedAt: Date): Promise<void> {
    await this.database.apiKeys.updateMany({ _id: { $in: [...keyIds] }, revokedAt }, { $unset: { revokedAt: '' } });
  }

  /** What a key made counts from now on as made by its own maker. */
  async handOver(keyId: string, maker: string): Promise<void> {
    const isMadeBy = { $or: [{ madeUnder: keyId }, { createdBy: keyId, madeUnder: { $exists: false } }] };
    await this.database.apiKeys.updateMany(isMadeBy, { $set: { madeUnder: maker } });
  }

  /** One that was about to be replaced by a key that is gone may be replaced by another. */
  async remove(keyIds: readonly string[]): Promise<void> {
    await this.database.apiKeys.updateMany({ replacedBy: { $in: [...keyIds] } }, { $unset: { replacedBy: '' } });
    await this.database.apiKeys.deleteMany({ _id: { $in: [...keyIds] } });
  }
}
