import type { EventData, requestRefused } from '@roundtrip/contracts';

/** Why a request is not done: in the words and with the pointers that the gateway answers with. */
export type Refusal = Pick<EventData<typeof requestRefused>, 'status' | 'code' | 'detail' | 'errors'>;

/** A fault of a request; the pointer leads into the body that the user sent. */
export interface Problem {
  pointer: string;
  message: string;
}

export const refused = (status: Refusal['status'], code: string, detail: string, errors: Problem[] = []): Refusal => ({
  status,
  code,
  detail,
  errors,
});
