import { Controller, Inject } from '@nestjs/common';
import { hashOfKey } from '@roundtrip/contacts';
import { CONFIG } from '@roundtrip/service';
import type { z } from 'zod';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import type { Config } from '../config.js';
import { Answer } from '../http/answer.js';
import type { Principal } from '../http/principal.js';
import { Problem } from '../http/problem.errors.js';
import { Serves } from '../http/route.js';
import { Input, type RouteInput, Who } from '../http/route-input.js';
import { InstitutionsRepository } from '../institution/institutions.repository.js';
import { createSession, deleteSession, getMe, type meBody } from './session.routes.js';
import { sessionCookie, writeSession } from './session-cookie.js';

@Controller()
export class SessionController {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly institutions: InstitutionsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Serves(getMe)
  me(@Who() who: Principal): Promise<z.output<typeof meBody>> {
    return this.describe(who);
  }

  @Serves(createSession)
  async signIn(@Input() input: RouteInput<typeof createSession>): Promise<Answer> {
    const key = await this.keys.findByHash(hashOfKey(input.body.key));
    if (!key) {
      throw new Problem(401, 'UNAUTHORISED', 'This API key is not known.', {
        headers: { 'WWW-Authenticate': 'Bearer realm="roundtrip"' },
      });
    }
    const expiresAt = new Date(Date.now() + this.config.SESSION_HOURS * 3600_000);
    const { institution, _id: keyId, name, role } = key;
    const me = await this.describe({ institution, keyId, name, role, via: 'cookie', expiresAt });
    const value = writeSession({ keyId, expiresAt }, this.config.SESSION_SECRET);
    return new Answer(200, me, { 'Set-Cookie': sessionCookie(this.config.PUBLIC_URL, { value, expiresAt }) });
  }

  @Serves(deleteSession)
  signOut(): Answer {
    return new Answer(204, undefined, { 'Set-Cookie': sessionCookie(this.config.PUBLIC_URL) });
  }

  private async describe({ institution, keyId, name, role, expiresAt }: Principal): Promise<z.output<typeof meBody>> {
    const settings = await this.institutions.get(institution);
    const { delimiter, language, allowedEmailDomains } = settings;
    return {
      institution: { institutionId: institution, name: settings.name },
      keyId,
      name,
      role,
      settings: { delimiter, language, allowedEmailDomains },
      limits: { uploadMaxBytes: this.config.UPLOAD_MAX_BYTES },
      sessionExpiresAt: expiresAt?.toISOString() ?? null,
    };
  }
}
