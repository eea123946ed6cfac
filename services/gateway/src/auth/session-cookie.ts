import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../config.js';

const isHttps = (publicUrl: string): boolean => publicUrl.startsWith('https:');

/** With `__Host-` a browser takes the cookie from this host alone, over https, so that no neighbour can plant one of its own. */
export const sessionCookieName = (publicUrl: string): string =>
  isHttps(publicUrl) ? '__Host-roundtrip_session' : 'roundtrip_session';

const signatureOf = (token: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`session:${token}`).digest();

/** `<token>.<HMAC-SHA-256>`, signed with the first secret. The token names a session in the database and says nothing by itself. */
export function signToken(token: string, [secret]: Secrets): string {
  return `${token}.${signatureOf(token, secret).toString('base64url')}`;
}

/** Undefined when none of the secrets has signed it: then the database need not be asked. */
export function readToken(value: string, secrets: Secrets): string | undefined {
  const [token = '', signature = ''] = value.split('.');
  const given = Buffer.from(signature, 'base64url');
  const isSignedBy = (secret: string): boolean => {
    const right = signatureOf(token, secret);
    return given.length === right.length && timingSafeEqual(given, right);
  };
  return secrets.some(isSignedBy) ? token : undefined;
}

/** The Set-Cookie header; without a session it removes the cookie. */
export function sessionCookie(publicUrl: string, session?: { value: string; expiresAt: Date }): string {
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isHttps(publicUrl) ? '; Secure' : ''}`;
  const expires = (session?.expiresAt ?? new Date(0)).toUTCString();
  return `${sessionCookieName(publicUrl)}=${session?.value ?? ''}; ${attributes}; Expires=${expires}`;
}
