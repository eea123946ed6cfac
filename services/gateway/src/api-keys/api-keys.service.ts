import { Injectable } from '@nestjs/common';
import { type ApiKeyDocument, hashOfKey, isLiveKey, keyExpiry, newApiKey } from '@roundtrip/database';
import { sentence } from '@roundtrip/words';
import { Activities, type Deed } from '../activities/activities.service.js';
import { GatewayConfig } from '../config.js';
import type { Principal } from '../http/principal.js';
import { notFound, Problem, unauthorised } from '../http/problem.errors.js';
import { SessionsRepository } from '../session/sessions.repository.js';
import { endOfReplaced, leavesAnAdministrator, madeBy, makerOf } from './api-key.rules.js';
import { ApiKeysRepository } from './api-keys.repository.js';

/** A key as its owner gets it, once, and what is kept of it. */
export interface MadeKey {
  key: string;
  document: ApiKeyDocument;
}

type NewApiKey = Pick<ApiKeyDocument, 'name' | 'role' | 'language'> & { expiresInDays?: number; replaces?: string };

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly sessions: SessionsRepository,
    private readonly activities: Activities,
    private readonly config: GatewayConfig,
  ) {}

  /** @throws Problem 409 when the institution has as many as it may have */
  make(who: Principal, keyId: string, asked: NewApiKey, now: Date): Promise<MadeKey> {
    const { name, role, expiresInDays } = asked;
    const deed: Deed = {
      kind: 'key-made',
      subject: { type: 'key', id: keyId, name },
      details: { role, expiresInDays },
      key: `key-made:${keyId}`,
    };
    return this.activities.recorded(who, deed, () => this.add(who, keyId, asked, now));
  }

  private async add(
    who: Principal,
    keyId: string,
    { expiresInDays, ...asked }: NewApiKey,
    now: Date,
  ): Promise<MadeKey> {
    const key = newApiKey();
    const document: ApiKeyDocument = {
      _id: keyId,
      institution: who.institution,
      ...asked,
      hash: hashOfKey(key),
      createdAt: now,
      createdBy: who.id,
      createdByName: who.name,
      expiresAt: keyExpiry(now, expiresInDays),
    };
    await this.keys.save(document);
    // After it is there: of two that are made at the same moment each sees the other.
    await this.requireRoom(document);
    // Who revokes our key with all that it made looks for those after it has stopped working: one of us sees the other.
    if (await this.isStillIn(who)) return { key, document };
    await this.keys.remove([keyId]);
    throw unauthorised(sentence('making-key-revoked'), 'invalid_token');
  }

  /** A second key like the first, which ends after a while: who uses it has that long to change over. */
  async rotate(who: Principal, keyId: string, newId: string, endsInHours: number, now: Date): Promise<MadeKey> {
    const old = await this.find(who, keyId);
    if (old.replacedBy !== undefined && old.replacedBy !== newId) throw replaced();
    const { name, role, language } = old;
    const deed: Deed = {
      kind: 'key-rotated',
      subject: { type: 'key', id: keyId, name },
      details: { role, newKeyId: newId, endsInHours },
      key: `key-rotated:${newId}`,
    };
    return this.activities.recorded(who, deed, async () => {
      const made = await this.add(who, newId, { name, role, ...(language && { language }), replaces: keyId }, now);
      if (await this.keys.replace(old, newId, endOfReplaced(old, now, endsInHours))) return made;
      await this.keys.remove([newId]);
      throw replaced();
    });
  }

  /** The keys that it made, and those that they made. */
  async madeBy(who: Principal, keyId: string): Promise<ApiKeyDocument[]> {
    await this.find(who, keyId);
    return madeBy(keyId, await this.keys.all(who.institution), who.id);
  }

  /**
   * They stop working first, and go then, the key itself last: what is interrupted in between can be asked for again.
   *
   * @throws Problem 409 for the key that asks, and when no key of an administrator would be left
   */
  async revoke(who: Principal, keyId: string, withMade: boolean, now: Date): Promise<void> {
    if (keyId === who.id) {
      throw new Problem(409, 'API_KEY_IN_USE', sentence('key-deletes-itself'));
    }
    const key = await this.find(who, keyId);
    const keys = await this.keys.all(who.institution);
    if (!leavesAnAdministrator(keys, new Set([keyId]), now)) throw lastAdministrator();
    const made = withMade ? madeBy(keyId, keys, who.id).map(({ _id }) => _id) : [];
    const deed: Deed = {
      kind: 'key-revoked',
      subject: { type: 'key', id: keyId, name: key.name },
      details: { role: key.role, made },
    };
    await this.activities.recorded(who, deed, () => this.remove(who, key, withMade, now));
  }

  private async remove(who: Principal, key: ApiKeyDocument, withMade: boolean, now: Date): Promise<void> {
    const { _id: keyId } = key;
    const going = new Set<string>();
    let keys: ApiKeyDocument[];
    let more = [keyId];
    do {
      for (const one of more) going.add(one);
      await this.keys.suspend(more, now);
      // Until it had stopped working, it may have made another one.
      keys = await this.keys.all(who.institution);
      const made = withMade ? madeBy(keyId, keys, who.id) : [];
      more = made.map(({ _id }) => _id).filter((id) => !going.has(id));
    } while (more.length > 0);
    // After they have stopped: two administrators who revoke each other would else both find that the other one is left.
    if (!leavesAnAdministrator(keys, going, now)) {
      await this.keys.giveBack([...going], now);
      throw lastAdministrator();
    }
    const made = [...going].filter((id) => id !== keyId);
    await this.sessions.endAllOf([...going]);
    if (made.length > 0) await this.keys.remove(made);
    await this.keys.handOver(keyId, makerOf(key));
    await this.keys.remove([keyId]);
  }

  async endSessions(who: Principal, keyId: string): Promise<void> {
    const { name } = await this.find(who, keyId);
    const deed: Deed = { kind: 'sessions-ended', subject: { type: 'key', id: keyId, name } };
    await this.activities.recorded(who, deed, () => this.sessions.endAllOf([keyId]));
  }

  private async isStillIn({ type, id, sessionId }: Principal): Promise<boolean> {
    if (type === 'person') return sessionId === undefined || (await this.sessions.findById(sessionId)) !== undefined;
    const key = await this.keys.find(id);
    return key !== undefined && isLiveKey(key, new Date());
  }

  /** Who has no room left can still replace a key that others have seen. */
  private async requireRoom({ _id, institution, replaces }: ApiKeyDocument): Promise<void> {
    const { API_KEYS_PER_INSTITUTION: most } = this.config;
    if ((await this.keys.count(institution)) <= (replaces === undefined ? most : 2 * most)) return;
    await this.keys.remove([_id]);
    throw new Problem(409, 'API_KEYS_TOO_MANY', sentence('keys-too-many', { most }));
  }

  private async find(who: Principal, keyId: string): Promise<ApiKeyDocument> {
    const key = await this.keys.find(keyId);
    if (key?.institution !== who.institution) throw notFound('key');
    return key;
  }
}

const lastAdministrator = (): Problem => new Problem(409, 'API_KEY_LAST_ADMIN', sentence('key-last-administrator'));

const replaced = (): Problem => new Problem(409, 'API_KEY_REPLACED', sentence('key-replaced'));
