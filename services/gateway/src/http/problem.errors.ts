import { type FieldError, firstFieldErrors, shownDetail } from '@roundtrip/contracts';

interface ProblemMore {
  errors?: readonly FieldError[];
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** A request that is answered with an error (RFC 9457). `detail` is for the person who asked. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly detail: string;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    /** Stable, e.g. IMPORT_NOT_FINISHED. */
    readonly code: string,
    detail: string,
    more: ProblemMore = {},
  ) {
    super(code, { cause: more.cause });
    this.detail = shownDetail(detail);
    this.errors = firstFieldErrors(more.errors ?? []);
    this.headers = more.headers ?? {};
  }
}

/** @param error what is wrong with the credential that was sent; absent when there is none */
export function unauthorised(detail: string, error?: 'invalid_token'): Problem {
  const challenge = error === undefined ? 'Bearer realm="roundtrip"' : `Bearer realm="roundtrip", error="${error}"`;
  return new Problem(401, 'UNAUTHORISED', detail, { headers: { 'WWW-Authenticate': challenge } });
}

/** The answer to unknown ids and to ids of other institutions alike. */
export const notFound = (what: string): Problem =>
  new Problem(404, 'NOT_FOUND', `There is no such ${what} in your institution.`);

export const invalid = (errors: readonly FieldError[]): Problem =>
  new Problem(
    422,
    'VALIDATION_FAILED',
    firstFieldErrors(errors)
      .map((error) => error.message)
      .join(' '),
    { errors },
  );
