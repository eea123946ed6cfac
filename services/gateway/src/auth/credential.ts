import { parse } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';
import { sessionCookieName } from './session-cookie.js';

export interface Credential {
  type: 'bearer' | 'cookie';
  value: string;
  /** The institution that is meant, where the holder of a token belongs to several. */
  institution?: string;
}

/** Longer than any provider makes a token that names some hundred groups; what is longer is no credential. */
const LONGEST = 12_000;

/** The bearer token goes before the cookie: who sends one means it. */
export function credentialIn(headers: IncomingHttpHeaders, publicUrl: string): Credential | undefined {
  const { authorization } = headers;
  if (authorization !== undefined) {
    const token = /^bearer +([\x21-\x7e]+) *$/i.exec(authorization)?.[1] ?? '';
    const institution = headers['roundtrip-institution'];
    return {
      type: 'bearer',
      value: token.length > LONGEST ? '' : token,
      ...(typeof institution === 'string' && { institution }),
    };
  }
  const value = sessionCookieIn(headers, publicUrl);
  return value === undefined ? undefined : { type: 'cookie', value };
}

/** What the browser keeps, whatever else the request shows. */
export const sessionCookieIn = ({ cookie = '' }: IncomingHttpHeaders, publicUrl: string): string | undefined =>
  parse(cookie)[sessionCookieName(publicUrl)];
