export interface ProblemPointer {
  /** JSON pointer (RFC 6901) into the body, or the name of a parameter or form field. */
  pointer: string;
  message: string;
}

interface ProblemMore {
  errors?: readonly ProblemPointer[];
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** A person corrects no more at once, and an answer may be kept: 256 kB can hold a hundred thousand faults. */
export const ERRORS_SHOWN = 50;

const firstOf = (errors: readonly ProblemPointer[]): readonly ProblemPointer[] =>
  errors.length <= ERRORS_SHOWN
    ? errors
    : [...errors.slice(0, ERRORS_SHOWN), { pointer: '', message: `And ${errors.length - ERRORS_SHOWN} more.` }];

/** A request that is answered with an error (RFC 9457). `detail` is for the person who asked. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly errors: readonly ProblemPointer[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    /** Stable, e.g. IMPORT_NOT_FINISHED. */
    readonly code: string,
    readonly detail: string,
    more: ProblemMore = {},
  ) {
    super(code, { cause: more.cause });
    this.errors = firstOf(more.errors ?? []);
    this.headers = more.headers ?? {};
  }
}

/** The answer to unknown ids and to ids of other institutions alike. */
export const notFound = (what: string): Problem =>
  new Problem(404, 'NOT_FOUND', `There is no such ${what} in your institution.`);

export const invalid = (errors: readonly ProblemPointer[]): Problem =>
  new Problem(
    422,
    'VALIDATION_FAILED',
    firstOf(errors)
      .map((error) => error.message)
      .join(' '),
    { errors },
  );
