import { Injectable } from '@nestjs/common';
import { hashOfKey, randomCharacters, type SessionDocument, type SignedInPerson } from '@roundtrip/database';
import type { Language } from '@roundtrip/contracts';
import { GatewayDatabase } from '../database.js';
import { keptLanguage } from './kept-language.js';

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

  async findById(sessionId: string): Promise<SessionDocument | undefined> {
    return (await this.database.sessions.findOne({ _id: sessionId })) ?? undefined;
  }

  /** Whether it is ours to ask the provider again: a refresh token is good once. */
  async claimCheck({ _id, person }: SessionDocument, until: Date, now: Date): Promise<boolean> {
    const isFree = {
      $or: [{ 'person.checkingUntil': { $exists: false } }, { 'person.checkingUntil': { $lte: now } }],
    };
    const { modifiedCount } = await this.database.sessions.sentOnce.updateOne(
      { _id, 'person.checkedAt': person?.checkedAt, ...isFree },
      { $set: { 'person.checkingUntil': until } },
    );
    return modifiedCount === 1;
  }

  /** What the provider said, or that it did not; whoever wants may ask it again from now on. */
  async keepPerson(sessionId: string, { checkingUntil: _over, ...person }: SignedInPerson): Promise<void> {
    await this.database.sessions.updateOne({ _id: sessionId }, { $set: { person } });
  }

  async keepRefreshToken(sessionId: string, refreshToken: string): Promise<void> {
    await this.database.sessions.updateOne({ _id: sessionId }, { $set: { 'person.refreshToken': refreshToken } });
  }

  async choose(sessionId: string, institution: string): Promise<void> {
    await this.database.sessions.updateOne({ _id: sessionId }, { $set: { institution } });
  }

  /** @param language null: none any more */
  async keepLanguage(sessionId: string, language: Language | null): Promise<void> {
    await this.database.sessions.updateOne({ _id: sessionId }, keptLanguage(language));
  }

  async end(token: string): Promise<void> {
    await this.endById(hashOfKey(token));
  }

  async endById(sessionId: string): Promise<void> {
    await this.database.sessions.deleteOne({ _id: sessionId });
  }

  /** Those of a person in an institution. */
  async endAllOfPerson(institution: string, personId: string): Promise<void> {
    await this.database.sessions.deleteMany({ 'person.personId': personId, institution });
  }

  async endAllOf(keyIds: readonly string[]): Promise<void> {
    await this.database.sessions.deleteMany({ keyId: { $in: [...keyIds] } });
  }

  /** How many each of these people has in an institution; who has none is not among them. */
  async countsOfPeople(institution: string, personIds: readonly string[]): Promise<Map<string, number>> {
    const found = this.database.sessions.find(
      { institution, 'person.personId': { $in: [...personIds] }, expiresAt: { $gt: new Date() } },
      { projection: { 'person.personId': 1 } },
    );
    const counts = new Map<string, number>();
    for (const { person } of await found.toArray()) {
      if (person) counts.set(person.personId, (counts.get(person.personId) ?? 0) + 1);
    }
    return counts;
  }

  /** Those of the ids that are still there. */
  async existing(sessionIds: readonly string[]): Promise<Set<string>> {
    if (sessionIds.length === 0) return new Set();
    const found = this.database.sessions.find({ _id: { $in: [...sessionIds] } }, { projection: { _id: 1 } });
    return new Set((await found.toArray()).map(({ _id }) => _id));
  }
}
