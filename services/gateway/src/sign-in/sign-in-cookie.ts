import { parse } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';

/** By which the browser that comes back from the provider is known as the one that went there. Sent with a visit that comes from elsewhere. */
const nameOf = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-roundtrip_sign_in' : 'roundtrip_sign_in';

export const signInCookieIn = ({ cookie = '' }: IncomingHttpHeaders, publicUrl: string): string =>
  parse(cookie)[nameOf(publicUrl)] ?? '';

/** The Set-Cookie header; without a value it removes the cookie. */
export function signInCookie(publicUrl: string, value = '', expiresAt = new Date(0)): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${nameOf(publicUrl)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}; Expires=${expiresAt.toUTCString()}`;
}
