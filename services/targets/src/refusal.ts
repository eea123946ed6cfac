import type { EventData, requestRefused } from '@roundtrip/contracts';

/** Why a request is not done: in the words and with the pointers that the gateway answers with. */
export type Refusal = Pick<EventData<typeof requestRefused>, 'status' | 'code' | 'detail' | 'errors'>;

/** A fault of a request; the pointer leads into the body that the user sent. */
export interface Problem {
  pointer: string;
  message: string;
}

/** A refusal is a message, and a person corrects no more at once. */
export const ERRORS_SHOWN = 50;

const firstOf = (errors: Problem[]): Problem[] =>
  errors.length <= ERRORS_SHOWN
    ? errors
    : [...errors.slice(0, ERRORS_SHOWN), { pointer: '', message: `And ${errors.length - ERRORS_SHOWN} more.` }];

export const refused = (status: Refusal['status'], code: string, detail: string, errors: Problem[] = []): Refusal => ({
  status,
  code,
  detail,
  errors: firstOf(errors),
});
