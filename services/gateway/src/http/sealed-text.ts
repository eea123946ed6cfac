import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Secrets } from '../config.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string): Buffer => createHash('sha256').update(`sealed-text:${secret}`).digest();

/** AES-256-GCM. For answers that are kept to be given again: a new API key is among them, and no store may hold one in the clear. */
export function seal(text: string, [secret]: Secrets): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @throws Error when it was sealed with none of the secrets, or changed since */
export function unseal(text: string, secrets: Secrets): string {
  const bytes = Buffer.from(text, 'base64');
  const [first, ...older] = secrets;
  try {
    return open(bytes, first);
  } catch (error) {
    const [next, ...rest] = older;
    if (next === undefined) throw error;
    return unseal(text, [next, ...rest]);
  }
}

function open(bytes: Buffer, secret: string): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
