import type { IncomingMessage } from 'node:http';
import { TookTooLong, withTimeout } from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import { Problem } from './problem.errors.js';
import { ARRIVAL_MS } from './deadlines.js';

/** More than any list and any object that is asked for has: each entry of a wrong one would be a fault to be told. */
const MAX_ENTRIES = 5_000;
const MAX_DEPTH = 32;

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * The JSON body of a request; undefined when there is none. Blanks alone are a body, and no JSON.
 *
 * @throws Problem 400 not JSON, 408 too slow, 413 larger than `maxBytes`, 415 another media type
 */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  if (!hasBody(request)) return undefined;
  requireJson(request);
  const bytes = await arrived(request, maxBytes);
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Problem(400, 'JSON_MALFORMED', sentence('json-malformed'));
  }
  requireSmallParts(json);
  // Of a number such as 1e20 a message holds every digit.
  if (Buffer.byteLength(JSON.stringify(json)) > 2 * maxBytes) throw tooLarge(maxBytes);
  return json;
}

const tooLarge = (maxBytes: number): Problem =>
  new Problem(413, 'BODY_TOO_LARGE', sentence('body-too-large', { most: maxBytes / 1024 }));

function requireJson({ headers }: IncomingMessage): void {
  const [media, ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  const encoding = headers['content-encoding'] ?? 'identity';
  if (media === 'application/json' && (charset ?? 'utf-8') === 'utf-8' && encoding === 'identity') return;
  throw new Problem(415, 'MEDIA_TYPE_UNSUPPORTED', sentence('body-no-json'), {
    headers: { Accept: 'application/json' },
  });
}

async function arrived(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  try {
    return await withTimeout(ARRIVAL_MS, readBytes(request, maxBytes));
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    throw new Problem(408, 'REQUEST_TOO_SLOW', sentence('body-too-slow'), {
      headers: { Connection: 'close' },
    });
  }
}

/**
 * Listens, and does not iterate: a request whose iteration ends early may stop to flow for good, and then its connection hears nothing of
 * the next request.
 */
function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      // What still comes flows on, and is dropped.
      request.off('data', take);
      reject(tooLarge(maxBytes));
    };
    request.on('data', take).once('error', reject);
    request.once('end', () => resolve(Buffer.concat(chunks)));
  });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, 'JSON_MALFORMED', sentence('json-not-utf-8'));
  }
}

/** Without recursion, as its input is anybody's. @throws Problem 400, 413 */
function requireSmallParts(json: unknown): void {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new Problem(400, 'JSON_TOO_DEEP', sentence('json-too-deep', { most: MAX_DEPTH }));
    level = level.flatMap(partsOf);
  }
}

function partsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.values(value);
  if (parts.length <= MAX_ENTRIES) return parts;
  const what = Array.isArray(value) ? 'list' : 'object';
  throw new Problem(413, 'BODY_TOO_LARGE', sentence('json-too-many-entries', { what, most: MAX_ENTRIES }));
}
