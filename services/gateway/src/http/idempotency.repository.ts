import { Injectable } from '@nestjs/common';
import type { IdempotencyKeyDocument } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';
import { newSeed } from '../ids.js';
import type { AnswerHeaders } from './answer.js';

export interface KeyClaim {
  mine: boolean;
  /** Somebody was at work on it before, and may have got as far as an effect. */
  again: boolean;
  request: IdempotencyKeyDocument;
}

export const LOCK_MS = 30_000;
const KEPT_MS = 24 * 3600 * 1000;

@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** Takes the key for us, or says who has it: an answered request, or one that is running elsewhere. */
  async claim(id: string, requestHash: string, now: Date): Promise<KeyClaim> {
    const lockedUntil = new Date(now.getTime() + LOCK_MS);
    const fresh: IdempotencyKeyDocument = { _id: id, requestHash, seed: newSeed(), lockedUntil, createdAt: now };
    const { stands: found, isNew } = await this.database.idempotencyKeys.insertOnce(fresh);
    if (isNew) return { mine: true, again: false, request: fresh };
    // The server's own clean-up of what is too old comes late.
    if (now.getTime() - found.createdAt.getTime() > KEPT_MS) return this.replace(found, fresh, false);
    if (found.status === undefined && found.lockedUntil <= now)
      return this.replace(found, { ...found, lockedUntil }, true);
    return { mine: false, again: false, request: found };
  }

  async renew(id: string, now: Date): Promise<void> {
    await this.database.idempotencyKeys.sentOnce.updateOne(
      { _id: id },
      { $set: { lockedUntil: new Date(now.getTime() + LOCK_MS) } },
    );
  }

  async keep(
    id: string,
    answer: { requestHash: string; status: number; headers: AnswerHeaders; body: string },
  ): Promise<void> {
    await this.database.idempotencyKeys.updateOne({ _id: id }, { $set: answer });
  }

  /** Nobody is at work on it, and it may have had its effect: who tries again goes on with the same ids. */
  async unlock(id: string, now: Date): Promise<void> {
    await this.database.idempotencyKeys.sentOnce.updateOne(
      { _id: id, status: { $exists: false } },
      { $set: { lockedUntil: now } },
    );
  }

  /** A request without effect frees its key. */
  async release(id: string): Promise<void> {
    await this.database.idempotencyKeys.sentOnce.deleteOne({ _id: id, status: { $exists: false } });
  }

  private async replace(
    found: IdempotencyKeyDocument,
    request: IdempotencyKeyDocument,
    again: boolean,
  ): Promise<KeyClaim> {
    const { matchedCount } = await this.database.idempotencyKeys.sentOnce.replaceOne(
      { _id: found._id, createdAt: found.createdAt, lockedUntil: found.lockedUntil },
      request,
    );
    return { mine: matchedCount === 1, again, request };
  }
}
