import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { Problem } from '../http/problem.errors.js';
import { uploadFields } from './upload-form.rules.js';
import { plainFileName } from './file-name.rules.js';
import { UploadWatch } from './upload.watch.js';

/** Boundaries, headers and fields around the file. */
const FORM_BYTES = 64 * 1024;

export interface UploadHandlers<T> {
  maxBytes: number;
  /** Called at the file's beginning with the fields before it; takes the bytes. Its error ends the upload. */
  take(fields: ReadonlyMap<string, string>, file: { name: string; content: Readable }): Promise<T>;
  /** The file was taken, but the upload as a whole is no good. */
  undo(taken: T): Promise<void>;
}

/**
 * Reads multipart/form-data as a stream: fields, then the one file. Bytes go from the socket to `take` under back-pressure.
 *
 * @throws Problem 4xx; whatever `take` throws; after any error nothing of the upload is left and the request drains by itself
 */
export async function readUpload<T>(request: IncomingMessage, { maxBytes, take, undo }: UploadHandlers<T>): Promise<T> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + FORM_BYTES) throw tooLarge(maxBytes);
  const parser = parserFor(request, maxBytes);
  const fields = new Map<string, string>();
  const watch = new UploadWatch(request);
  let taking: Promise<T> | undefined;

  const whole = new Promise<void>((resolve, reject) => {
    const fail = (error: unknown): void => {
      request.unpipe(parser);
      // Not at once: busboy goes on with a part after its events and would fall over one that is gone.
      setImmediate(() => parser.destroy());
      reject(error);
    };
    // A part without a name, or in an unknown character set, has neither name nor value in spite of the types.
    parser.on('field', (name: string | undefined, value: string | undefined, { valueTruncated }) => {
      if (name === undefined || value === undefined) return fail(malformed());
      const problem = fieldProblem(name, {
        truncated: valueTruncated,
        late: taking !== undefined,
        twice: fields.has(name),
      });
      if (problem) fail(problem);
      fields.set(name, value);
    });
    parser.on('file', (part: string | undefined, content, { filename }) => {
      // Its errors reach whoever reads it; for a file that nobody takes there is nobody.
      content.on('error', () => undefined);
      const problem = partProblem(part, taking !== undefined);
      if (problem) return fail(problem);
      content.on('limit', () => fail(tooLarge(maxBytes)));
      taking = take(fields, { name: plainFileName(filename), content });
      taking.catch(fail);
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
      parser.on(limit, () => fail(tooManyParts()));
    parser.on('error', () => fail(malformed()));
    parser.on('close', resolve);
    watch.onLost(fail);
  });

  request.pipe(parser);
  try {
    await whole;
    if (!taking)
      throw new Problem(400, 'FILE_MISSING', 'The form has no part "file" with a file name.', {
        errors: [{ pointer: 'file', message: 'Missing.' }],
      });
    return await taking;
  } catch (error) {
    // What cannot be removed now expires in the store by itself.
    await taking?.then(undo).catch(() => undefined);
    watch.drain();
    throw error;
  } finally {
    watch.end();
  }
}

function parserFor(request: IncomingMessage, maxBytes: number): busboy.Busboy {
  if (!/^multipart\/form-data(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
    const detail = 'An upload has to be multipart/form-data.';
    throw new Problem(415, 'MEDIA_TYPE_UNSUPPORTED', detail, { headers: { Accept: 'multipart/form-data' } });
  }
  try {
    // One part more than there may be: that is how too many are noticed. A file of exactly the limit is no file beyond it.
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        fieldNameSize: 100,
        fieldSize: 1_000,
        fields: 20,
        files: 2,
        parts: 24,
        headerPairs: 20,
        fileSize: maxBytes + 1,
      },
    });
  } catch {
    throw malformed();
  }
}

function fieldProblem(name: string, field: { truncated: boolean; late: boolean; twice: boolean }): Problem | undefined {
  const wrong = (code: string, message: string): Problem =>
    new Problem(400, code, `${name}: ${message}`, { errors: [{ pointer: name, message }] });
  if (name === 'file')
    return new Problem(400, 'FILE_MISSING', 'The part "file" has no file name: it has to be sent as a file.');
  if (field.late) return wrong('FIELD_AFTER_FILE', 'It stands after the file; all fields have to come before it.');
  if (!uploadFields.includes(name)) return wrong('FORM_INVALID', 'This field is not known.');
  if (field.truncated) return wrong('FORM_INVALID', 'This is too long.');
  return field.twice ? wrong('FORM_INVALID', 'It is there twice.') : undefined;
}

function partProblem(part: string | undefined, second: boolean): Problem | undefined {
  if (second) return new Problem(400, 'TOO_MANY_PARTS', 'There may be one file only.');
  if (part === 'file') return undefined;
  return new Problem(400, 'FORM_INVALID', 'The file has to be in the part "file".', {
    errors: [{ pointer: part ?? '', message: 'This part is not known.' }],
  });
}

const malformed = (): Problem =>
  new Problem(400, 'MULTIPART_MALFORMED', 'The form cannot be read: it is cut off, or has no boundary.');
const tooManyParts = (): Problem => new Problem(400, 'TOO_MANY_PARTS', 'The form has too many parts.');
export const tooLarge = (maxBytes: number): Problem =>
  new Problem(
    413,
    'FILE_TOO_LARGE',
    `The file is larger than the ${maxBytes} bytes that are allowed. Please split it.`,
  );
