import { Injectable } from '@nestjs/common';
import { hashOfKey, type SignInDocument } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';

/** Browsers that are at the provider to sign in. */
@Injectable()
export class SignInsRepository {
  constructor(private readonly database: GatewayDatabase) {}

  async begin(state: string, signIn: Omit<SignInDocument, '_id'>): Promise<void> {
    await this.database.signIns.replaceOne({ _id: hashOfKey(state) }, signIn, { upsert: true });
  }

  /**
   * Of all who come back with the same answer one goes on: who deletes it. Somebody else's browser does not use it up.
   *
   * @param browser what its cookie holds
   */
  async redeem(state: string, browser: string, now: Date): Promise<SignInDocument | undefined> {
    const _id = hashOfKey(state);
    const found = await this.database.signIns.findOne({ _id, browser: hashOfKey(browser) });
    if (!found || found.expiresAt <= now) return undefined;
    const { deletedCount } = await this.database.signIns.sentOnce.deleteOne({ _id });
    return deletedCount === 1 ? found : undefined;
  }
}
