import { HttpException } from '@nestjs/common';
import { isTransientDatabaseError } from '@roundtrip/database';
import { isTransientStoreError } from '@roundtrip/files';
import { DependencyAway } from '@roundtrip/kafka';
import { TookTooLong } from '@roundtrip/service';
import { sentence } from '@roundtrip/words';
import { Problem } from './problem.errors.js';

const retryAfter = { 'Retry-After': '5' };

/** Any error as the problem that the client gets; undefined for what nobody expected: a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return ofHttpException(error);
  if (isAway(error)) {
    return new Problem(503, 'TEMPORARILY_UNAVAILABLE', sentence('part-away'), { headers: retryAfter, cause: error });
  }
  if (isTimeLimit(error)) {
    return new Problem(503, 'TOOK_TOO_LONG', sentence('took-too-long'), { headers: retryAfter, cause: error });
  }
  return undefined;
}

const isAway = (error: unknown): boolean =>
  error instanceof TookTooLong ||
  error instanceof DependencyAway ||
  isTransientDatabaseError(error) ||
  isTransientStoreError(error);

/** MaxTimeMSExpired of MongoDB. */
const isTimeLimit = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 50;

/** What Nest and Express throw by themselves: unknown routes, malformed URLs. */
function ofHttpException(error: HttpException): Problem | undefined {
  const status = error.getStatus();
  if (status === 404) return new Problem(404, 'ROUTE_UNKNOWN', sentence('route-unknown'));
  if (status === 503) {
    return new Problem(503, 'TEMPORARILY_UNAVAILABLE', sentence('not-ready'), { headers: retryAfter });
  }
  if (status >= 500) return undefined;
  return new Problem(status, 'REQUEST_MALFORMED', sentence('request-malformed'));
}
