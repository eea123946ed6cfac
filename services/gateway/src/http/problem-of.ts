import { HttpException } from '@nestjs/common';
import { isTransientDatabaseError } from '@roundtrip/database';
import { isTransientStoreError } from '@roundtrip/files';
import { DependencyAway } from '@roundtrip/kafka';
import { TookTooLong } from '@roundtrip/service';
import { Problem } from './problem.errors.js';

const retryAfter = { 'Retry-After': '5' };

/** Any error as the problem that the client gets; undefined for what nobody expected: a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return ofHttpException(error);
  if (isAway(error)) {
    const detail =
      'A part of the system that this needs does not answer at the moment. Please try again in a few seconds.';
    return new Problem(503, 'TEMPORARILY_UNAVAILABLE', detail, { headers: retryAfter, cause: error });
  }
  if (isTimeLimit(error)) {
    const detail = 'This asks for more than can be found out in time. Please narrow it, or try again later.';
    return new Problem(503, 'TOOK_TOO_LONG', detail, { headers: retryAfter, cause: error });
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
  if (status === 404)
    return new Problem(404, 'ROUTE_UNKNOWN', 'There is nothing at this address. The routes are listed at /docs.');
  if (status === 503) {
    const detail = 'The service is not ready. Please try again in a few seconds.';
    return new Problem(503, 'TEMPORARILY_UNAVAILABLE', detail, { headers: retryAfter });
  }
  if (status >= 500) return undefined;
  return new Problem(
    status,
    'REQUEST_MALFORMED',
    'The request cannot be read: it is not well-formed HTTP or its address is not well encoded.',
  );
}
