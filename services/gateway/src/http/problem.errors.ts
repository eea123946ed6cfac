import { type FieldFault, firstFieldFaults, type Said, type Sentence, shortenedSaid } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';

interface ProblemMore {
  errors?: readonly FieldFault[];
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** A request that is answered with an error (RFC 9457). What is said is for the person who asked, in a language of theirs. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** Empty where the errors say all. */
  readonly says: Said;
  readonly errors: readonly FieldFault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    /** Stable, e.g. IMPORT_NOT_FINISHED. */
    readonly code: string,
    says: Sentence | Said,
    more: ProblemMore = {},
  ) {
    super(code, { cause: more.cause });
    this.says = shortenedSaid(typeof says === 'object' && 'say' in says ? [says] : says);
    this.errors = firstFieldFaults(more.errors ?? []);
    this.headers = more.headers ?? {};
  }
}

/** @param error what is wrong with the credential that was sent; absent when there is none */
export function unauthorised(says: Sentence, error?: 'invalid_token'): Problem {
  const challenge = error === undefined ? 'Bearer realm="roundtrip"' : `Bearer realm="roundtrip", error="${error}"`;
  return new Problem(401, 'UNAUTHORISED', says, { headers: { 'WWW-Authenticate': challenge } });
}

type Kept =
  | 'authorisation'
  | 'criterion'
  | 'target'
  | 'template'
  | 'contact'
  | 'import'
  | 'key'
  | 'file'
  | 'institution'
  | 'person';

/** The answer to unknown ids and to ids of other institutions alike. */
export const notFound = (what: Kept): Problem => new Problem(404, 'NOT_FOUND', sentence('not-found', { what }));

export const invalid = (errors: readonly FieldFault[]): Problem =>
  new Problem(422, 'VALIDATION_FAILED', [], { errors });
