import { types } from 'node:util';

export class ObjectNotFound extends Error {
  override readonly name = 'ObjectNotFound';

  constructor(
    readonly bucket: string,
    readonly key: string,
  ) {
    super(`There is no object ${bucket}/${key}.`);
  }
}

/** What S3 says of an object that it was to remove and did not. */
export interface KeptObject {
  Key?: string;
  Code?: string;
  Message?: string;
}

/** `code` is what the store gave as the reason, so that `isTransientStoreError` knows it. */
export class NotRemoved extends Error {
  override readonly name = 'NotRemoved';
  readonly code: string;

  constructor(
    bucket: string,
    first: KeptObject,
    readonly count: number,
  ) {
    const { Key: key = '', Code: code = 'unknown', Message: message = '' } = first;
    super(`The object store keeps ${count} of the objects to remove, first ${bucket}/${key}: ${code} ${message}`);
    this.code = code;
  }
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What S3 servers answer when they are busy, starting or stopping. */
const serverCodes = new Set([
  'SlowDown',
  'SlowDownRead',
  'SlowDownWrite',
  'ServiceUnavailable',
  'InternalError',
  'RequestTimeout',
  'XMinioServerNotInitialized',
  'XMinioReadQuorum',
  'XMinioWriteQuorum',
]);

const codeOf = (error: object): unknown => ('code' in error ? error.code : undefined);

export const isNotFound = (error: unknown): boolean =>
  types.isNativeError(error) && ['NoSuchKey', 'NotFound'].includes(String(codeOf(error)));

/** It was to be written only if there was none. */
export const isAlreadyThere = (error: unknown): boolean =>
  types.isNativeError(error) && String(codeOf(error)) === 'PreconditionFailed';

/** The object store is away or busy: the same call may well succeed later. Looks through `cause`. */
export function isTransientStoreError(error: unknown): boolean {
  for (let cause = error; types.isNativeError(cause); cause = cause.cause) {
    const code = String(codeOf(cause));
    if (networkCodes.has(code) || serverCodes.has(code)) return true;
    // The client wraps 408, 429 and 5xx into an Error that has nothing but this text.
    if (/Retryable HTTP status: \d{3}|socket hang up/.test(cause.message)) return true;
    if ('errors' in cause && Array.isArray(cause.errors) && cause.errors.some(isTransientStoreError)) return true;
  }
  return false;
}
