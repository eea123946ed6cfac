import type { IncomingHttpHeaders } from 'node:http';
import { SESSION_COOKIE } from './session-cookie.js';

export type Credential = { type: 'bearer' | 'cookie'; value: string };

/** The bearer token goes before the cookie: who sends one means it. */
export function credentialIn(headers: IncomingHttpHeaders): Credential | undefined {
  const { authorization } = headers;
  if (authorization !== undefined) {
    const token = /^bearer +([\x21-\x7e]{1,200}) *$/i.exec(authorization)?.[1];
    return { type: 'bearer', value: token ?? '' };
  }
  const value = cookieIn(headers.cookie ?? '', SESSION_COOKIE);
  return value === undefined ? undefined : { type: 'cookie', value };
}

function cookieIn(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
