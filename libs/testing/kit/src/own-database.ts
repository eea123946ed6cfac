import { randomUUID } from 'node:crypto';

/** A database of its own for each spec, on the server that MONGO_URL names. */
export function ownDatabase(): string {
  const url = new URL(process.env['MONGO_URL'] ?? 'mongodb://127.0.0.1:37017');
  url.pathname = `/spec-${randomUUID()}`;
  return url.href;
}
