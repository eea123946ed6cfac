import type { FieldError, Language } from '@roundtrip/contracts/words';

interface ProblemWords {
  detail: string;
  errors: readonly FieldError[];
}
type Translations = Partial<Record<Language, ProblemWords>>;

/** What the API says when it refuses (RFC 9457), or what stands for it when there is no answer. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    /** 0: there was no answer. */
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    private readonly translations: Translations = {},
  ) {
    super(detail);
  }

  /** The same as it is said in another language. */
  in(language: Language): ApiProblem {
    const words = this.translations[language];
    return words === undefined
      ? this
      : new ApiProblem(this.status, this.code, words.detail, words.errors, this.translations);
  }

  /** What is said about one part of what was sent, e.g. `/name`. */
  about(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === pointer)?.message;
  }
}

interface ProblemBody {
  code: string;
  detail: string;
  errors?: FieldError[];
  translations?: Translations;
}

export const noAnswer = (): ApiProblem => new ApiProblem(0, 'NO_ANSWER', '');

export function readProblem(status: number, body: string): ApiProblem {
  try {
    const { code, detail, errors, translations } = JSON.parse(body) as ProblemBody;
    return new ApiProblem(status, code, detail, errors, translations);
  } catch {
    return new ApiProblem(status, 'UNKNOWN', `HTTP ${status}`);
  }
}
