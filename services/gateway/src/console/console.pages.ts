import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import { isPage, pageAbout, pages } from '@roundtrip/contracts/pages';
import sirv from 'sirv';

const YEAR_S = 365 * 24 * 3600;

/** Where the build of services/console put the page. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@roundtrip/console/package.json')), 'dist');

let index: string | undefined;
const readIndex = (): string => (index ??= readFileSync(join(folder, 'index.html'), 'utf8'));

/** Serves the console: files with a hash in their name for ever, and the one index for each address of the page. */
export function serveConsole(express: Express): void {
  readIndex();
  express.use('/assets', serveAssets(join(folder, 'assets')));
  express.use((request: Request, response: Response, next: NextFunction) => {
    if (!['GET', 'HEAD'].includes(request.method) || !isPage(request.path)) return next();
    sendConsole(response);
  });
}

/** Files that were there at the start, of which some may be gone: a new build has other names. */
export function serveAssets(files: string): RequestHandler {
  const serve = sirv(files, { immutable: true, maxAge: YEAR_S, brotli: true, gzip: true });
  return (request, response, next) => {
    // sirv reads without listening for errors, and one that nobody listens for ends the process. The head is written: nothing can be said.
    response.once('pipe', (file: Readable) => file.once('error', () => response.destroy()));
    serve(request, response, next);
  };
}

/** Whether somebody went there with a browser: the console then says in its words that there is no such page. */
export const isMistypedPage = (request: Request): boolean =>
  request.method === 'GET' &&
  !/^\/(?:v1|docs|assets)(?:\/|$)/.test(request.path) &&
  request.accepts(['json', 'html']) === 'html';

/** Where the links of older mails led: nobody reads what the interface answers there in a browser. */
const shownOn = [
  { path: /^\/v1\/imports\/(\w+)$/, page: pages.import },
  { path: /^\/v1\/templates\/(\w+)(?:\/file)?$/, page: pages.template },
];

/** The page for somebody who went to the interface with a browser and is not signed in, as it came from elsewhere. */
export function pageFor(request: Request): string | undefined {
  if (request.method !== 'GET' || request.accepts(['json', 'html']) !== 'html') return undefined;
  for (const { path, page } of shownOn) {
    const [, id] = path.exec(request.path) ?? [];
    if (id !== undefined) return pageAbout(page, id);
  }
  return undefined;
}

/** Styles that the page makes while it runs carry the nonce of its index; no script and no style attribute stands in it. */
export function sendConsole(response: Response): void {
  const nonce = randomBytes(16).toString('base64');
  response
    .set({ 'Content-Security-Policy': policyFor(nonce), 'Cache-Control': 'no-store' })
    .type('html')
    .send(readIndex().replaceAll('CSP_NONCE', nonce));
}

const policyFor = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
