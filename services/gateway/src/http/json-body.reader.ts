import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.errors.js';
import { TookTooLong, within } from './within.js';

export const MAX_BODY_BYTES = 256 * 1024;
const MAX_DEPTH = 32;
const ARRIVAL_MS = 5_000;

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * The JSON body of a request; undefined when there is none. Blanks alone are a body, and no JSON.
 *
 * @throws Problem 400 not JSON, 408 too slow, 413 larger than 256 kB, 415 another media type
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (!hasBody(request)) return undefined;
  demandJson(request);
  const bytes = await arrived(request);
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Problem(400, 'JSON_MALFORMED', 'The body is not well-formed JSON.');
  }
  if (deeperThan(json, MAX_DEPTH))
    throw new Problem(400, 'JSON_TOO_DEEP', `The body is nested deeper than ${MAX_DEPTH} levels.`);
  // Of a number such as 1e20 a message holds every digit.
  if (Buffer.byteLength(JSON.stringify(json)) > 2 * MAX_BODY_BYTES) throw tooLarge();
  return json;
}

const tooLarge = (): Problem =>
  new Problem(413, 'BODY_TOO_LARGE', `The body is larger than ${MAX_BODY_BYTES / 1024} kB.`);

function demandJson({ headers }: IncomingMessage): void {
  const [media, ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  const encoding = headers['content-encoding'] ?? 'identity';
  if (media === 'application/json' && (charset ?? 'utf-8') === 'utf-8' && encoding === 'identity') return;
  const detail = 'The body has to be application/json in UTF-8, not compressed.';
  throw new Problem(415, 'MEDIA_TYPE_UNSUPPORTED', detail, { headers: { Accept: 'application/json' } });
}

async function arrived(request: IncomingMessage): Promise<Buffer> {
  try {
    return await within(ARRIVAL_MS, readBytes(request));
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    throw new Problem(408, 'REQUEST_TOO_SLOW', 'The body did not arrive in time.', {
      headers: { Connection: 'close' },
    });
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // The request stays open when the body is too large: its answer still has to go out.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) {
      request.resume();
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, 'JSON_MALFORMED', 'The body is not UTF-8.');
  }
}

/** Without recursion, as its input is anybody's. */
function deeperThan(json: unknown, limit: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
