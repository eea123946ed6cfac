import type { IncomingMessage } from 'node:http';
import { sentence } from '@roundtrip/words';
import { Problem } from '../http/problem.errors.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The names of this machine for itself, as addresses have them. */
export const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

type Asked = Pick<IncomingMessage, 'method' | 'headers'>;

/**
 * May this request use a cookie, or get one? Reading always; changing only from our own pages, which are those of PUBLIC_URL: what the
 * request says of its host is said by whoever sent it. A request with neither header does not come from a browser that knows the
 * cookie: those which keep SameSite=Strict also send Origin with every change.
 */
export function isOwnPage({ method, headers }: Asked, publicUrl: string): boolean {
  if (safeMethods.has(method ?? '')) return true;
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || (URL.canParse(origin) && placeOf(origin) === placeOf(publicUrl));
}

/** The names of this machine for itself are one place: who starts the product there may call it by any. */
function placeOf(address: string): string {
  const { protocol, hostname, port, host } = new URL(address);
  return `${protocol}//${loopback.has(hostname) ? `localhost:${port}` : host}`;
}

/** @throws Problem 403 that says where the page should have been opened */
export function requireOwnPage(request: Asked, publicUrl: string): void {
  if (isOwnPage(request, publicUrl)) return;
  const from = request.headers.origin?.slice(0, 100);
  const own = new URL(publicUrl).origin;
  throw new Problem(
    403,
    'FORBIDDEN_ORIGIN',
    from === undefined ? sentence('foreign-page-unknown', { own }) : sentence('foreign-page', { from, own }),
  );
}
