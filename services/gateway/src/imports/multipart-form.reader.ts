import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { fileTooLarge } from '@roundtrip/files';
import busboy from 'busboy';
import { sentence } from '@roundtrip/words';
import { Problem } from '../http/problem.errors.js';
import { plainFileName } from './file-name.rules.js';
import { refusalOf } from './file-type.rules.js';
import { uploadFields } from './upload-form.rules.js';
import { UploadWatch } from './upload.watch.js';

/** Boundaries, headers and fields around the file. */
const FORM_BYTES = 64 * 1024;

export interface UploadHandlers<T> {
  maxBytes: number;
  /** How long the client may take for each 16 kB. */
  slowMs: number;
  /** Called at the file's beginning with the fields before it; takes the bytes. Its error ends the upload. */
  take(fields: ReadonlyMap<string, string>, file: { name: string; content: Readable }): Promise<T>;
  /** The file was taken, but the upload as a whole is no good. */
  undo(taken: T): Promise<void>;
}

/**
 * Reads multipart/form-data as a stream: fields, then the one file. Bytes go from the socket to `take` under back-pressure.
 *
 * @throws Problem 4xx; whatever `take` throws; after any error nothing of the upload is left and the rest of the request passes
 */
export async function readUpload<T>(request: IncomingMessage, handlers: UploadHandlers<T>): Promise<T> {
  const watch = new UploadWatch(request, handlers.slowMs);
  const upload: { taking?: Promise<T> } = {};
  try {
    requireSize(request, handlers.maxBytes);
    await readForm(request, { ...handlers, watch, upload });
    if (!upload.taking) throw fileMissing('file-missing');
    return await upload.taking;
  } catch (error) {
    // What cannot be removed now is removed by the sweep: it belongs to no job.
    await upload.taking?.then(handlers.undo).catch(() => undefined);
    request.resume();
    throw error;
  } finally {
    watch.end();
  }
}

interface FormReading<T> extends UploadHandlers<T> {
  watch: UploadWatch;
  upload: { taking?: Promise<T> };
}

/** Resolves at the end of the form, when its file was read to the end as well. */
function readForm<T>(request: IncomingMessage, { maxBytes, take, watch, upload }: FormReading<T>): Promise<void> {
  const parser = parserFor(request, maxBytes);
  const fields = new Map<string, string>();
  return new Promise<void>((resolve, reject) => {
    const fail = (error: unknown): void => {
      request.unpipe(parser);
      // Not at once: busboy goes on with a part after its events and would fall over one that is gone.
      setImmediate(() => parser.destroy());
      reject(error);
    };
    // A part without a name, or in an unknown character set, has neither name nor value in spite of the types.
    parser.on('field', (name: string | undefined, value: string | undefined, { valueTruncated: truncated }) => {
      if (name === undefined || value === undefined) return fail(malformed());
      const problem = fieldProblem(name, { truncated, late: upload.taking !== undefined, twice: fields.has(name) });
      if (problem) return fail(problem);
      fields.set(name, value);
    });
    parser.on('file', (part: string | undefined, content, { filename }) => {
      // Its errors reach whoever reads it; for a file that nobody takes there is nobody.
      content.on('error', () => undefined);
      const problem = partProblem(part, upload.taking !== undefined);
      if (problem) return fail(problem);
      content.on('limit', () => fail(tooLarge(maxBytes)));
      upload.taking = take(fields, { name: plainFileName(filename), content });
      upload.taking.catch(fail);
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
      parser.on(limit, () => fail(tooManyParts()));
    }
    parser.on('error', () => fail(malformed()));
    parser.on('close', resolve);
    watch.onLost(fail);
    request.pipe(parser);
  });
}

function requireSize({ headers }: IncomingMessage, maxBytes: number): void {
  if (Number(headers['content-length'] ?? 0) > maxBytes + FORM_BYTES) throw tooLarge(maxBytes);
}

function parserFor(request: IncomingMessage, maxBytes: number): busboy.Busboy {
  if (!/^multipart\/form-data(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new Problem(415, 'MEDIA_TYPE_UNSUPPORTED', sentence('upload-no-form'), {
      headers: { Accept: 'multipart/form-data' },
    });
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
  if (name === 'file') return fileMissing('file-without-name');
  if (field.late) return wrong('FIELD_AFTER_FILE', name, 'field-after-file');
  if (!uploadFields.includes(name)) return wrong('FORM_INVALID', name, 'form-field-unknown');
  if (field.truncated) return wrong('FORM_INVALID', name, 'form-field-too-long');
  return field.twice ? wrong('FORM_INVALID', name, 'form-field-twice') : undefined;
}

function partProblem(part: string | undefined, second: boolean): Problem | undefined {
  if (second) return wrong('TOO_MANY_PARTS', part ?? '', 'one-file-only');
  return part === 'file' ? undefined : wrong('FORM_INVALID', part ?? '', 'file-in-other-part');
}

type FormFault =
  | 'field-after-file'
  | 'form-field-unknown'
  | 'form-field-too-long'
  | 'form-field-twice'
  | 'one-file-only'
  | 'file-in-other-part';
const wrong = (code: string, pointer: string, fault: FormFault): Problem =>
  new Problem(400, code, [], { errors: [{ pointer, message: [sentence(fault)] }] });
function fileMissing(why: 'file-missing' | 'file-without-name'): Problem {
  const message = [sentence(why)];
  return new Problem(400, 'FILE_MISSING', message, { errors: [{ pointer: 'file', message }] });
}
const malformed = (): Problem => new Problem(400, 'MULTIPART_MALFORMED', sentence('form-malformed'));
const tooManyParts = (): Problem => new Problem(400, 'TOO_MANY_PARTS', sentence('parts-too-many'));
const tooLarge = (maxBytes: number): Problem => refusalOf(413, fileTooLarge(maxBytes));
