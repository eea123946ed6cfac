import { type KeyObject, randomUUID } from 'node:crypto';
import { CompactSign } from 'jose';
import { type Person, claimsOf, type ClaimNames } from './people.js';
import { privateKeyOf, type SigningKey } from './signing-keys.js';

/** What an access token shall be like; what is not said is as the provider itself would make it. */
export interface TokenRequest {
  /** Of somebody the provider knows, or of nobody: then the token has no claims of a person. */
  sub: string;
  audience?: string | string[];
  issuer?: string;
  /** Seconds from now; negative for one that is over. */
  expiresIn?: number;
  /** Seconds from now; absent: no `nbf`. */
  notBefore?: number;
  /** Any claim by its name; undefined takes it away. */
  claims?: Record<string, unknown>;
  /** Any parameter of the header; undefined takes it away. With `alg: 'none'` there is no signature. */
  header?: Record<string, unknown>;
  /** Signs instead of the provider's own; bytes for an algorithm with a shared secret. */
  key?: KeyObject | Uint8Array;
}

interface Forge {
  issuer: string;
  audience: string;
  person: Person | undefined;
  names: ClaimNames;
  signingKey: SigningKey;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An access token as an API gets it (RFC 9068), or one that only looks like it. */
export async function forgeToken(request: TokenRequest, forge: Forge): Promise<string> {
  const { person, names, signingKey } = forge;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...(person && claimsOf(person, names)),
    jti: randomUUID(),
    sub: request.sub,
    iat: now,
    exp: now + (request.expiresIn ?? 300),
    ...(request.notBefore !== undefined && { nbf: now + request.notBefore }),
    scope: 'api',
    client_id: 'a-program',
    iss: request.issuer ?? forge.issuer,
    aud: request.audience ?? forge.audience,
    ...request.claims,
  };
  const header: Record<string, unknown> = {
    alg: signingKey.alg,
    typ: 'at+jwt',
    kid: signingKey.kid,
    ...request.header,
  };
  if (header['alg'] === 'none') return `${encoded(header)}.${encoded(claims)}.`;
  const payload = new TextEncoder().encode(JSON.stringify(claims));
  const known = Object.fromEntries(Object.entries(header).filter(([, value]) => value !== undefined));
  return new CompactSign(payload)
    .setProtectedHeader({ ...known, alg: String(header['alg']) })
    .sign(request.key ?? privateKeyOf(signingKey));
}
