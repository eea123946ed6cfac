import { Injectable } from '@nestjs/common';
import { type ApiKeyDocument, hashOfKey, isLiveKey } from '@roundtrip/database';
import { withTimeout } from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import { requireLive } from '../api-keys/require-live.js';
import { GatewayConfig } from '../config.js';
import type { Principal } from '../http/principal.js';
import { unauthorised } from '../http/problem.errors.js';
import { STORE_MS } from '../http/deadlines.js';
import type { Credential } from './credential.js';
import { readToken } from './session-cookie.js';
import { SessionsRepository } from '../session/sessions.repository.js';

export type Holder = Omit<Principal, 'language'>;

/** Whom a credential stands for. It is looked up each time: a deleted key and an ended session are worth nothing at once. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly sessions: SessionsRepository,
    private readonly config: GatewayConfig,
  ) {}

  /** @throws Problem 401 */
  holderOf({ type, value }: Credential, now: Date): Promise<Holder> {
    return withTimeout(STORE_MS, type === 'bearer' ? this.ofKey(value, now) : this.ofCookie(value, now));
  }

  private async ofKey(value: string, now: Date): Promise<Holder> {
    const key = await this.keys.findByHash(hashOfKey(value));
    requireLive(key, now);
    void this.keys.noteUse(key, now);
    return { ...personOf(key), via: 'bearer' };
  }

  private async ofCookie(value: string, now: Date): Promise<Holder> {
    const token = readToken(value, this.config.SESSION_SECRET);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    // The database clears away what is over in its own time.
    const key = session && session.expiresAt > now ? await this.keys.find(session.keyId) : undefined;
    if (!session || !key || !isLiveKey(key, now)) {
      throw unauthorised(sentence('session-ended'), 'invalid_token');
    }
    void this.keys.noteUse(key, now);
    return { ...personOf(key), via: 'cookie', sessionId: session._id, expiresAt: session.expiresAt };
  }
}

const personOf = ({ institution, _id: keyId, name, role, expiresAt }: ApiKeyDocument) => ({
  institution,
  keyId,
  name,
  role,
  ...(expiresAt && { keyExpiresAt: expiresAt }),
});
