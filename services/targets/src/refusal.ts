import { type EventData, type Fault, firstFaults, type requestRefused } from '@roundtrip/contracts';

/** Why a request is not done: in the words and with the pointers that the gateway answers with. */
export type Refusal = Pick<EventData<typeof requestRefused>, 'status' | 'code' | 'detail' | 'errors'>;

export const refused = (status: Refusal['status'], code: string, detail: string, errors: Fault[] = []): Refusal => ({
  status,
  code,
  detail,
  errors: firstFaults(errors),
});
