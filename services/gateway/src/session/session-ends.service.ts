import { Injectable } from '@nestjs/common';
import type { SessionDocument } from '@roundtrip/database';
import type { Request } from 'express';
import { sessionCookieIn } from '../auth/credential.js';
import { readToken } from '../auth/session-cookie.js';
import { GatewayConfig } from '../config.js';
import { SessionsRepository } from './sessions.repository.js';

/** The session that a browser has, of whatever kind, and its end. */
@Injectable()
export class SessionEnds {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly config: GatewayConfig,
  ) {}

  /** @returns what it was, if there was one */
  async endThatOf({ headers }: Pick<Request, 'headers'>): Promise<SessionDocument | undefined> {
    const { PUBLIC_URL, SESSION_SECRET } = this.config;
    const token = readToken(sessionCookieIn(headers, PUBLIC_URL) ?? '', SESSION_SECRET);
    if (token === undefined) return undefined;
    const session = await this.sessions.find(token);
    await this.sessions.end(token);
    return session;
  }
}
