import { Injectable } from '@nestjs/common';
import type { SessionDocument } from '@roundtrip/database';
import type { Request } from 'express';
import { Activities, type Doer } from '../activities/activities.service.js';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import { sessionCookieIn } from '../auth/credential.js';
import { readToken } from '../auth/session-cookie.js';
import { GatewayConfig } from '../config.js';
import { networkOf } from '../http/network-of.js';
import { SessionsRepository } from './sessions.repository.js';

/** The session that a browser has, of whatever kind, and its end. */
@Injectable()
export class SessionEnds {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly keys: ApiKeysRepository,
    private readonly activities: Activities,
    private readonly config: GatewayConfig,
  ) {}

  /** @returns what it was, if there was one */
  async signOut(request: Request, now: Date): Promise<SessionDocument | undefined> {
    const session = await this.sessionOf(request);
    if (!session) return undefined;
    const end = () => this.sessions.endById(session._id);
    const who = session.expiresAt > now ? await this.holderOf(session) : undefined;
    if (who) {
      const deed = { kind: 'signed-out' as const, key: `signed-out:${session._id}` };
      await this.activities.recorded({ ...who, address: networkOf(request.ip) }, deed, end);
    } else await end();
    return session;
  }

  /** That of before a new sign-in, whose cookie is about to be replaced: nobody could end it any more. */
  async endThatOf(request: Pick<Request, 'headers'>): Promise<void> {
    const session = await this.sessionOf(request);
    if (session) await this.sessions.endById(session._id);
  }

  private async sessionOf({ headers }: Pick<Request, 'headers'>): Promise<SessionDocument | undefined> {
    const { PUBLIC_URL, SESSION_SECRET } = this.config;
    const token = readToken(sessionCookieIn(headers, PUBLIC_URL) ?? '', SESSION_SECRET);
    return token === undefined ? undefined : this.sessions.find(token);
  }

  private async holderOf({ institution, person, keyId = '' }: SessionDocument): Promise<Doer | undefined> {
    if (person) return { institution, type: 'person', id: person.personId, name: person.name };
    const key = await this.keys.find(keyId);
    return key && { institution, type: 'key', id: keyId, name: key.name };
  }
}
