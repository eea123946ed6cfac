import { Injectable } from '@nestjs/common';
import { hashOfKey, randomCharacters, type SessionDocument } from '@roundtrip/database';
import { GatewayDatabase } from '../database.js';

/** Sessions by the token that their cookie carries; the database has its hash alone. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** @returns the token: 200 random bits */
  async begin(session: Omit<SessionDocument, '_id'>): Promise<string> {
    const token = randomCharacters(40);
    await this.database.sessions.replaceOne({ _id: hashOfKey(token) }, session, { upsert: true });
    return token;
  }

  async find(token: string): Promise<SessionDocument | undefined> {
    return (await this.database.sessions.findOne({ _id: hashOfKey(token) })) ?? undefined;
  }

  async end(token: string): Promise<void> {
    await this.database.sessions.deleteOne({ _id: hashOfKey(token) });
  }

  async endAllOf(keyIds: readonly string[]): Promise<void> {
    await this.database.sessions.deleteMany({ keyId: { $in: [...keyIds] } });
  }

  /** Those of the ids that are still there. */
  async existing(sessionIds: readonly string[]): Promise<Set<string>> {
    if (sessionIds.length === 0) return new Set();
    const found = this.database.sessions.find({ _id: { $in: [...sessionIds] } }, { projection: { _id: 1 } });
    return new Set((await found.toArray()).map(({ _id }) => _id));
  }
}
