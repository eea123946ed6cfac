import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export const SESSION_COOKIE = 'roundtrip_session';

export interface Session {
  keyId: string;
  expiresAt: Date;
}

const content = z.strictObject({ keyId: z.string(), expiresAt: z.number() });

const signatureOf = (text: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`session:${text}`).digest();

/** `<content>.<HMAC-SHA-256>`, both base64url. It names the key and no more: what the key may do is looked up each time. */
export function writeSession({ keyId, expiresAt }: Session, secret: string): string {
  const text = Buffer.from(JSON.stringify({ keyId, expiresAt: expiresAt.getTime() })).toString('base64url');
  return `${text}.${signatureOf(text, secret).toString('base64url')}`;
}

/** Undefined when it was not written by us, or has ended. */
export function readSession(value: string, secret: string, at: Date): Session | undefined {
  const [text = '', signature = ''] = value.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(text, secret);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const { keyId, expiresAt } = content.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  return expiresAt > at.getTime() ? { keyId, expiresAt: new Date(expiresAt) } : undefined;
}

/** The Set-Cookie header; without a session it removes the cookie. */
export function sessionCookie(publicUrl: string, session?: { value: string; expiresAt: Date }): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure}`;
  const expires = (session?.expiresAt ?? new Date(0)).toUTCString();
  return `${SESSION_COOKIE}=${session?.value ?? ''}; ${attributes}; Expires=${expires}`;
}
