/** Of one that is sent more than once each of its values. */
export type AnswerHeaders = Readonly<Record<string, string | string[]>>;

/** An answer that is not simply 200 with a body. */
export class Answer {
  constructor(
    readonly status: number,
    readonly body?: unknown,
    readonly headers: AnswerHeaders = {},
  ) {}
}

export const created = (location: string, body: unknown): Answer => new Answer(201, body, { Location: location });
export const accepted = (location: string, body: unknown): Answer => new Answer(202, body, { Location: location });
export const noContent = (): Answer => new Answer(204);
