import { type ApiKeyDocument, isLiveKey } from '@roundtrip/database';
import { sentence } from '@roundtrip/words';
import { unauthorised } from '../http/problem.errors.js';

/** @throws Problem 401 that says what is wrong with it to who has shown it */
export function requireLive(key: ApiKeyDocument | undefined, at: Date): asserts key is ApiKeyDocument {
  if (key && isLiveKey(key, at)) return;
  const day = key?.revokedAt === undefined ? key?.expiresAt?.toISOString().slice(0, 10) : undefined;
  throw unauthorised(day === undefined ? sentence('key-unknown') : sentence('key-ended', { day }), 'invalid_token');
}
