import { Injectable } from '@nestjs/common';
import { sentence } from '@roundtrip/words';
import { errors, type JWTPayload } from 'jose';
import { GatewayConfig } from '../config.js';
import { type Problem, unauthorised } from '../http/problem.errors.js';
import { type ClaimedPerson, claimedPerson } from '../sign-in/claims.rules.js';
import { Provider } from '../sign-in/provider.js';

/** Whom a bearer token stands for. */
export interface TokenHolder {
  person: ClaimedPerson;
  issuedAt: Date;
  expiresAt: Date;
}

/** Bearer tokens of the provider by which people sign in. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly provider: Provider,
    private readonly config: GatewayConfig,
  ) {}

  /** Three parts with dots in between: no API key looks like that. */
  isToken(value: string): boolean {
    return this.provider.isConfigured && value.split('.').length === 3;
  }

  /** @throws Problem 401, 503 where the keys of the provider were never seen */
  async holderOf(token: string): Promise<TokenHolder> {
    const payload = await this.believed(token);
    const person = claimedPerson(this.provider.issuer, payload, this.provider.claimNames);
    if (!person) throw refused();
    const { iat = 0, exp = 0 } = payload;
    return { person, issuedAt: new Date(iat * 1000), expiresAt: new Date(exp * 1000) };
  }

  private async believed(token: string): Promise<JWTPayload> {
    const { PUBLIC_URL, OIDC_AUDIENCE = PUBLIC_URL, OIDC_CLIENT_ID } = this.config;
    const checks = { audience: OIDC_AUDIENCE, requiredClaims: ['sub', 'exp', 'iat'] };
    try {
      const payload = await this.provider.verified(token, checks, 'stranger');
      // What was made for others as well may have come from them; and an id token says who somebody is, not that they ask.
      const isForOthers = Array.isArray(payload.aud) && payload.aud.length > 1 && payload['azp'] !== OIDC_CLIENT_ID;
      if (isForOthers || payload['nonce'] !== undefined || payload['at_hash'] !== undefined) throw refused();
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) throw refused(error);
      throw error;
    }
  }
}

const refused = (cause?: unknown): Problem => {
  const isOver = cause instanceof errors.JWTExpired;
  return unauthorised(sentence(isOver ? 'token-over' : 'token-unknown'), 'invalid_token');
};
