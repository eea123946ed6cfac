import { Inject, Injectable } from '@nestjs/common';
import { type ApiKeyDocument, hashOfKey } from '@roundtrip/contacts';
import { CONFIG } from '@roundtrip/service';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import type { Config } from '../config.js';
import type { Principal } from '../http/principal.js';
import { within } from '../http/within.js';
import type { Credential } from './credential.js';
import { readToken } from './session-cookie.js';
import { SessionsRepository } from './sessions.repository.js';

const LOOK_UP_MS = 6_000;

/** Whom a credential stands for. It is looked up each time: a deleted key and an ended session are worth nothing at once. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly sessions: SessionsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  holderOf({ type, value }: Credential, now: Date): Promise<Principal | undefined> {
    return within(LOOK_UP_MS, type === 'bearer' ? this.ofKey(value) : this.ofCookie(value, now));
  }

  private async ofKey(value: string): Promise<Principal | undefined> {
    const key = await this.keys.findByHash(hashOfKey(value));
    return key && { ...personOf(key), via: 'bearer' };
  }

  private async ofCookie(value: string, now: Date): Promise<Principal | undefined> {
    const token = readToken(value, this.config.SESSION_SECRET);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    // The database clears away what is over in its own time.
    if (!session || session.expiresAt <= now) return undefined;
    const key = await this.keys.find(session.keyId);
    const { _id: sessionId, expiresAt } = session;
    return key && { ...personOf(key), via: 'cookie', sessionId, expiresAt };
  }
}

const personOf = ({ institution, _id: keyId, name, role }: ApiKeyDocument) => ({ institution, keyId, name, role });
