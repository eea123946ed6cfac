import { Injectable } from '@nestjs/common';
import { hashOfKey } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';

@Injectable()
export class SignInCodesRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** Of all who come with the same code one gets its key: who deletes it. @returns keyId */
  async redeem(code: string, now: Date): Promise<string | undefined> {
    const _id = hashOfKey(code);
    const found = await this.database.signInCodes.findOne({ _id });
    if (!found || found.expiresAt <= now) return undefined;
    const { deletedCount } = await this.database.signInCodes.sentOnce.deleteOne({ _id });
    return deletedCount === 1 ? found.keyId : undefined;
  }
}
