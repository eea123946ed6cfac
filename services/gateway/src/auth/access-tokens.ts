import { Injectable, Logger } from '@nestjs/common';
import { sentence } from '@roundtrip/words';
import { createRemoteJWKSet, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { GatewayConfig } from '../config.js';
import { PROVIDER_S } from '../http/deadlines.js';
import { type Problem, unauthorised } from '../http/problem.errors.js';
import { type ClaimedPerson, claimedPerson } from '../sign-in/claims.rules.js';
import { Provider } from '../sign-in/provider.js';

/** Of a key pair alone: whoever knows a public key must not be able to sign with it. */
const algorithms = ['RS256', 'ES256', 'PS256'];
const SKEW_S = 60;
/** The keys are fetched again after so long; for one that is not known sooner, but no more often than that. */
const KEYS_MS = 10 * 60_000;
const COOL_DOWN_MS = 30_000;
/** Where a token says by which key it is to be believed. */
const foreignKeys = ['jku', 'jwk', 'x5u', 'x5c'] as const;

interface Keys {
  uri: string;
  issuer: string;
  set: ReturnType<typeof createRemoteJWKSet>;
}

/** Whom a bearer token stands for. */
export interface TokenHolder {
  person: ClaimedPerson;
  issuedAt: Date;
  expiresAt: Date;
}

/** Bearer tokens of the provider by which people sign in. */
@Injectable()
export class AccessTokens {
  private readonly logger = new Logger(AccessTokens.name);
  private keys: Keys | undefined;
  private askedAt = 0;

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
    const names = { institution: this.config.OIDC_INSTITUTION_CLAIM, groups: this.config.OIDC_ROLES_CLAIM };
    const person = claimedPerson(this.provider.issuer, payload, names);
    if (!person) throw refused();
    const { iat = 0, exp = 0 } = payload;
    return { person, issuedAt: new Date(iat * 1000), expiresAt: new Date(exp * 1000) };
  }

  private async believed(token: string): Promise<JWTPayload> {
    const keys = await this.known();
    try {
      return await this.verified(token, keys).catch(async (error: unknown) => {
        if (error instanceof errors.JWKSNoMatchingKey && (await this.fetch(keys))) return this.verified(token, keys);
        throw error;
      });
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) throw refused(error);
      throw error;
    }
  }

  private async verified(token: string, { set, issuer }: Keys): Promise<JWTPayload> {
    const { PUBLIC_URL, OIDC_AUDIENCE = PUBLIC_URL, OIDC_CLIENT_ID } = this.config;
    const header = decodeProtectedHeader(token);
    if (foreignKeys.some((name) => header[name] !== undefined)) throw refused();
    const { payload } = await jwtVerify(token, set, {
      algorithms,
      issuer,
      audience: OIDC_AUDIENCE,
      clockTolerance: SKEW_S,
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    // What was made for others as well may have come from them; and an id token says who somebody is, not that they ask.
    const isForOthers = Array.isArray(payload.aud) && payload.aud.length > 1 && payload['azp'] !== OIDC_CLIENT_ID;
    if (isForOthers || payload['nonce'] !== undefined || payload['at_hash'] !== undefined) throw refused();
    return payload;
  }

  /** The keys as they are known; old ones while the provider is away. */
  private async known(): Promise<Keys> {
    const { uri, issuer } = await this.provider.keys();
    if (this.keys?.uri !== uri) {
      // When they are fetched is seen to here: a storm of unknown keys must not become one of questions, also while nobody answers.
      const options = { cacheMaxAge: Infinity, cooldownDuration: Infinity, timeoutDuration: PROVIDER_S * 1_000 };
      this.keys = { uri, issuer, set: createRemoteJWKSet(new URL(uri), options) };
      this.askedAt = 0;
    }
    const { keys } = this;
    if (keys.set.jwks() === undefined || Date.now() - this.askedAt > KEYS_MS) await this.fetch(keys);
    if (keys.set.jwks() === undefined) throw this.provider.away(new Error('its keys were never fetched'));
    return keys;
  }

  /** At most once in a while. Where it fails, the keys of before go on. @returns whether they were fetched */
  private async fetch({ set }: Keys): Promise<boolean> {
    if (!set.reloading && Date.now() - this.askedAt < COOL_DOWN_MS && set.jwks() !== undefined) return false;
    this.askedAt = Date.now();
    try {
      await set.reload();
      return true;
    } catch {
      this.logger.warn({ message: 'The keys of the provider could not be fetched' });
      return false;
    }
  }
}

const refused = (cause?: unknown): Problem => {
  const isOver = cause instanceof errors.JWTExpired;
  return unauthorised(sentence(isOver ? 'token-over' : 'token-unknown'), 'invalid_token');
};
