import { Injectable, Logger } from '@nestjs/common';
import { pages } from '@roundtrip/contracts/pages';
import { sentence } from '@roundtrip/words';
import { type JWTPayload, type JWTVerifyOptions } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  fetchUserInfo,
  None,
  refreshTokenGrant,
  ResponseBodyError,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from 'openid-client';
import { loopback } from '../auth/same-origin.js';
import { GatewayConfig } from '../config.js';
import { PROVIDER_S } from '../http/deadlines.js';
import { Problem } from '../http/problem.errors.js';
import { type ClaimedPerson, claimedPerson, type ClaimNames } from './claims.rules.js';
import { KeySet, KeysUnknown, type Origin } from './key-set.js';

type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers;

/** What the provider says of somebody, and what it is asked again by. */
export interface SignedIn extends ClaimedPerson {
  refreshToken?: string;
  idToken?: string;
}

export interface SignInChecks {
  state: string;
  nonce: string;
  verifier: string;
}

/** What it says of itself, its keys among it, is asked for again after so long. */
const KNOWN_MS = 3600_000;
const RETRY_AFTER_S = 10;

/** The provider has refused, or its answer was none that counts: what was shown is worth nothing, now and later. */
export class RefusedByProvider extends Error {
  /** @param code of OAuth where the provider named one, as `access_denied` and `invalid_grant` */
  constructor(readonly code: string) {
    super(code);
  }
}

/** Its discovery document is read when it is first needed, so that the gateway starts without it. */
@Injectable()
export class Provider {
  private readonly logger = new Logger(Provider.name);
  private known: { configuration: Configuration; at: number } | undefined;
  private keys: { uri: string; set: KeySet } | undefined;
  private asking: Promise<Configuration> | undefined;

  constructor(private readonly config: GatewayConfig) {}

  get isConfigured(): boolean {
    return this.config.OIDC_ISSUER !== undefined && this.config.OIDC_CLIENT_ID !== undefined;
  }

  /** As people call it; null without one. */
  get name(): string | null {
    const { OIDC_ISSUER, OIDC_NAME } = this.config;
    return OIDC_ISSUER === undefined ? null : (OIDC_NAME ?? new URL(OIDC_ISSUER).host);
  }

  get issuer(): string {
    return this.config.OIDC_ISSUER ?? '';
  }

  get claimNames(): ClaimNames {
    return { institution: this.config.OIDC_INSTITUTION_CLAIM, groups: this.config.OIDC_ROLES_CLAIM };
  }

  get redirectUri(): string {
    return new URL('/v1/session/callback', this.config.PUBLIC_URL).href;
  }

  /** Where a browser is sent to sign in. @throws Problem 503 */
  async signInUrl(
    { state, nonce, verifier }: SignInChecks,
    hints: { login?: string; language?: string; choosesAccount: boolean },
  ): Promise<URL> {
    const configuration = await this.configuration();
    return buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: this.config.OIDC_SCOPES,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...this.promptFor(configuration, hints.choosesAccount),
      ...(hints.login !== undefined && { login_hint: hints.login }),
      ...(hints.language !== undefined && { ui_locales: hints.language }),
    });
  }

  /** Offline access is given by consent alone; not every provider has a page where accounts are chosen. */
  private promptFor(configuration: Configuration, choosesAccount: boolean): { prompt?: string } {
    const { prompt_values_supported: known } = configuration.serverMetadata();
    const choice = Array.isArray(known) && known.includes('select_account') ? 'select_account' : 'login';
    const isOffline = this.config.OIDC_SCOPES.split(' ').includes('offline_access');
    const prompts = [...(choosesAccount ? [choice] : []), ...(isOffline ? ['consent'] : [])];
    return prompts.length === 0 ? {} : { prompt: prompts.join(' ') };
  }

  /**
   * Who has come back with this answer.
   *
   * @throws RefusedByProvider for an answer that is none of it, Problem 503
   */
  async redeem(query: string, checks: SignInChecks): Promise<SignedIn> {
    const configuration = await this.configuration();
    const current = new URL(`${this.redirectUri}${query}`);
    return this.ask(async () => {
      const tokens = await authorizationCodeGrant(configuration, current, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.verifier,
        idTokenExpected: true,
      });
      return this.signedIn(configuration, tokens);
    });
  }

  /**
   * Who it is now.
   *
   * @param keep is given the next refresh token before anything else is asked: the former one is worth nothing by then
   * @throws RefusedByProvider when the provider knows this sign-in no more, Problem 503
   */
  async again(subject: string, refreshToken: string, keep: (refreshToken: string) => Promise<void>): Promise<SignedIn> {
    const configuration = await this.configuration();
    return this.ask(async () => {
      const tokens = await refreshTokenGrant(configuration, refreshToken);
      if (tokens.refresh_token !== undefined) await keep(tokens.refresh_token);
      return this.signedIn(configuration, tokens, subject);
    });
  }

  /** Where a browser is sent to sign out there, too; undefined where the provider has no such place. */
  async signOutUrl(idToken: string | undefined): Promise<string | undefined> {
    const configuration = await this.configuration().catch(() => undefined);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
    return buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: new URL(pages.signIn, this.config.PUBLIC_URL).href,
      ...(idToken !== undefined && { id_token_hint: idToken }),
    }).href;
  }

  /**
   * What one of its tokens says.
   *
   * @throws JOSEError or TypeError for a token that does not count, Problem 503 when its keys were never seen
   */
  async verified(token: string, checks: JWTVerifyOptions, from: Origin): Promise<JWTPayload> {
    const { jwks_uri: uri = '', issuer } = (await this.configuration()).serverMetadata();
    if (this.keys?.uri !== uri) this.keys = { uri, set: new KeySet(uri) };
    try {
      return await this.keys.set.verified(token, { ...checks, issuer }, from);
    } catch (error) {
      throw error instanceof KeysUnknown ? this.away(error) : error;
    }
  }

  private async signedIn(configuration: Configuration, tokens: Tokens, subject?: string): Promise<SignedIn> {
    const { id_token: shown } = tokens;
    const audience = this.config.OIDC_CLIENT_ID ?? '';
    const fromIdToken = shown === undefined ? {} : await this.verified(shown, { audience }, 'provider');
    const sub = subject ?? fromIdToken.sub ?? '';
    const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined;
    const fromUserInfo = hasUserInfo ? await fetchUserInfo(configuration, tokens.access_token, sub) : {};
    const person = claimedPerson(this.issuer, { ...fromIdToken, ...fromUserInfo, sub }, this.claimNames);
    if (!person) throw new RefusedByProvider('the claims name nobody');
    const { refresh_token: refreshToken, id_token: idToken } = tokens;
    return {
      ...person,
      ...(refreshToken !== undefined && { refreshToken }),
      ...(idToken !== undefined && { idToken }),
    };
  }

  /** @throws RefusedByProvider, Problem 503 */
  private async ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      if (error instanceof RefusedByProvider || error instanceof Problem) throw error;
      if (isAway(error)) throw this.away(error);
      // Codes and names alone: what was sent and what came back are secrets.
      this.logger.warn({ message: 'The provider refused, or its answer was not accepted', code: codeOf(error) });
      throw new RefusedByProvider(codeOf(error));
    }
  }

  private async configuration(): Promise<Configuration> {
    if (this.known && Date.now() - this.known.at < KNOWN_MS) return this.known.configuration;
    this.asking ??= this.discover().finally(() => {
      this.asking = undefined;
    });
    try {
      return await this.asking;
    } catch (error) {
      // What it said before is better than nothing.
      if (this.known) return this.known.configuration;
      throw this.away(error);
    }
  }

  private async discover(): Promise<Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.config;
    if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) throw notConfigured();
    const issuer = new URL(OIDC_ISSUER);
    // Without TLS on this machine alone.
    const isLocal = issuer.protocol === 'http:' && loopback.has(issuer.hostname);
    const execute = isLocal ? [allowInsecureRequests] : [];
    const options = { timeout: PROVIDER_S, execute };
    const found = await discovery(issuer, OIDC_CLIENT_ID, undefined, None(), options);
    const metadata = found.serverMetadata();
    const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const withSecret = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    const secret = OIDC_CLIENT_SECRET === undefined ? None() : withSecret(OIDC_CLIENT_SECRET);
    const configuration = new Configuration(metadata, OIDC_CLIENT_ID, undefined, secret);
    configuration.timeout = PROVIDER_S;
    for (const extend of execute) extend(configuration);
    this.known = { configuration, at: Date.now() };
    return configuration;
  }

  away(error: unknown): Problem {
    this.logger.warn({ message: 'The provider of the sign-in does not answer', code: codeOf(error) });
    return new Problem(503, 'PROVIDER_UNAVAILABLE', sentence('provider-unavailable', { name: this.name ?? '' }), {
      cause: error,
      headers: { 'Retry-After': String(RETRY_AFTER_S) },
    });
  }
}

export const notConfigured = (): Problem => new Problem(404, 'PROVIDER_UNKNOWN', sentence('provider-none'));

const codeOf = (error: unknown): string =>
  error instanceof ResponseBodyError || error instanceof AuthorizationResponseError
    ? error.error
    : ((error as { code?: string }).code ?? (error instanceof Error ? error.name : 'unknown'));

/** Whether it may be better in a while: no answer, or one of a server in trouble. The reason may stand deep within. */
function isAway(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500;
  for (let one = error, depth = 0; isObject(one) && depth < 5; one = one['cause'], depth++) {
    const { name, message, status } = one;
    if (name === 'TimeoutError' || name === 'AbortError' || message === 'fetch failed') return true;
    if (typeof status === 'number') return status >= 500;
  }
  return false;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
