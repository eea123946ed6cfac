import { type ApiKeyDocument, isLiveKey } from '@roundtrip/database';
import { unauthorised } from '../http/problem.errors.js';

/** @throws Problem 401 that says what is wrong with it to who has shown it */
export function requireLive(key: ApiKeyDocument | undefined, at: Date): asserts key is ApiKeyDocument {
  if (key && isLiveKey(key, at)) return;
  const day = key?.revokedAt === undefined ? key?.expiresAt?.toISOString().slice(0, 10) : undefined;
  const detail =
    day === undefined
      ? 'This API key is not known.'
      : `This API key ended on ${day}. An administrator of your institution can make a new one.`;
  throw unauthorised(detail, 'invalid_token');
}
