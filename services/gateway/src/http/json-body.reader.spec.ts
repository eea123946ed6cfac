import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readJsonBody } from './json-body.reader.js';

const maxBytes = 256 * 1024;
const read = (request: IncomingMessage) => readJsonBody(request, maxBytes);

function requestWith(body: string | Buffer, headers: IncomingHttpHeaders = {}): IncomingMessage {
  const bytes = Buffer.from(body);
  const stream = Readable.from(bytes.length > 0 ? [bytes.subarray(0, 3), bytes.subarray(3)] : [], {
    objectMode: false,
  });
  return Object.assign(stream, {
    headers: { 'content-type': 'application/json', 'content-length': String(bytes.length), ...headers },
  }) as unknown as IncomingMessage;
}

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('a JSON body', () => {
  it('is read, cut wherever it may be', async () => {
    await expect(read(requestWith('{"name":"Élodie"}'))).resolves.toEqual({ name: 'Élodie' });
  });

  it('may be missing, also where it was to come in chunks', async () => {
    const chunked = requestWith('', { 'content-length': undefined, 'transfer-encoding': 'chunked' });
    await expect(read(chunked)).resolves.toBeUndefined();
    await expect(read(requestWith('', { 'content-type': undefined }))).resolves.toBeUndefined();
  });

  it.each([
    ['not JSON', '{"a":', {}, 400, 'JSON_MALFORMED'],
    ['one blank', ' ', {}, 400, 'JSON_MALFORMED'],
    ['a line break', '\r\n', {}, 400, 'JSON_MALFORMED'],
    ['not UTF-8', Buffer.from([0x22, 0xe9, 0x22]), {}, 400, 'JSON_MALFORMED'],
    ['nested too deep', nested(5_000), {}, 400, 'JSON_TOO_DEEP'],
    ['too large', `"${'a'.repeat(maxBytes)}"`, {}, 413, 'BODY_TOO_LARGE'],
    ['larger as a message than as it came', `[${'1e20,'.repeat(40_000)}0]`, {}, 413, 'BODY_TOO_LARGE'],
    ['a list of more than anybody asks for', `[${'1,'.repeat(5_000)}0]`, {}, 413, 'BODY_TOO_LARGE'],
    ['an object of more', `{${Array.from({ length: 5_001 }, (_, n) => `"${n}":0`).join()}}`, {}, 413, 'BODY_TOO_LARGE'],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['of no type', '{}', { 'content-type': undefined }, 415, 'MEDIA_TYPE_UNSUPPORTED'],
    [
      'in another character set',
      '{}',
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      'MEDIA_TYPE_UNSUPPORTED',
    ],
    ['compressed', '{}', { 'content-encoding': 'gzip' }, 415, 'MEDIA_TYPE_UNSUPPORTED'],
  ])('that is %s is refused', async (_, body, headers, status, code) => {
    await expect(read(requestWith(body, headers))).rejects.toMatchObject({ status, code });
  });

  it('may name its character set', async () => {
    const headers = { 'content-type': 'application/json; charset="UTF-8"' };
    await expect(read(requestWith('[1]', headers))).resolves.toEqual([1]);
  });
});
