import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyOptions,
} from 'jose';
import { PROVIDER_S } from '../http/deadlines.js';

/** Of a key pair alone: whoever knows a public key must not be able to sign with it. */
const algorithms = ['RS256', 'ES256', 'PS256'];
const SKEW_S = 60;
/** They are fetched again after so long; for a key that is not known sooner, but for tokens of strangers no more often than that. */
const KNOWN_MS = 10 * 60_000;
const COOL_DOWN_MS = 30_000;
/** Where a token says by which key it is to be believed. */
const ownKeys = ['jku', 'jwk', 'x5u', 'x5c'] as const;

/** The keys of the provider were never seen. */
export class KeysUnknown extends Error {}

/** What somebody shows, who may be anybody; or what the provider itself has just answered. */
export type Origin = 'stranger' | 'provider';

/** The public keys of the provider. While it is away, those that were seen last go on. */
export class KeySet {
  private readonly set: ReturnType<typeof createRemoteJWKSet>;
  private askedAt = 0;
  private askedForStrangersAt = 0;

  constructor(uri: string) {
    // When they are fetched is seen to here: a storm of unknown keys must not become one of questions, also while nobody answers.
    const options = { cacheMaxAge: Infinity, cooldownDuration: Infinity, timeoutDuration: PROVIDER_S * 1_000 };
    this.set = createRemoteJWKSet(new URL(uri), options);
  }

  /** @throws JOSEError or TypeError for a token that does not count, KeysUnknown */
  async verified(token: string, options: JWTVerifyOptions, from: Origin): Promise<JWTPayload> {
    const header = decodeProtectedHeader(token);
    if (ownKeys.some((name) => header[name] !== undefined)) throw new errors.JWTInvalid('it brings its own key');
    await this.see();
    try {
      return await this.verify(token, options);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !(await this.fetch(from))) throw error;
      return this.verify(token, options);
    }
  }

  private async verify(token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
    return (await jwtVerify(token, this.set, { algorithms, clockTolerance: SKEW_S, ...options })).payload;
  }

  private async see(): Promise<void> {
    const isSeen = this.set.jwks() !== undefined;
    if (!isSeen || Date.now() - this.askedAt > KNOWN_MS) await this.fetch(isSeen ? 'stranger' : 'provider');
    if (this.set.jwks() === undefined) throw new KeysUnknown('the keys of the provider were never fetched');
  }

  private async fetch(from: Origin): Promise<boolean> {
    const now = Date.now();
    if (from === 'stranger') {
      if (now - this.askedForStrangersAt < COOL_DOWN_MS) return false;
      this.askedForStrangersAt = now;
    }
    this.askedAt = now;
    return this.set.reload().then(
      () => true,
      () => false,
    );
  }
}
