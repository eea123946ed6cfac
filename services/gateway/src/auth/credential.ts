import { parse } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';
import { sessionCookieName } from './session-cookie.js';

export type Credential = { type: 'bearer' | 'cookie'; value: string };

/** The bearer token goes before the cookie: who sends one means it. */
export function credentialIn(headers: IncomingHttpHeaders, publicUrl: string): Credential | undefined {
  const { authorization } = headers;
  if (authorization !== undefined) {
    const token = /^bearer +([\x21-\x7e]{1,200}) *$/i.exec(authorization)?.[1];
    return { type: 'bearer', value: token ?? '' };
  }
  const value = sessionCookieIn(headers, publicUrl);
  return value === undefined ? undefined : { type: 'cookie', value };
}

/** What the browser keeps, whatever else the request shows. */
export const sessionCookieIn = ({ cookie = '' }: IncomingHttpHeaders, publicUrl: string): string | undefined =>
  parse(cookie)[sessionCookieName(publicUrl)];
