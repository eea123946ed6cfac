import {
  type EventData,
  type FieldFault,
  firstFieldFaults,
  type requestRefused,
  type Sentence,
} from '@roundtrip/contracts';
import type { RefusalDocument } from '@roundtrip/database';

/** Why a request is not done: in the sentences and with the pointers that the gateway answers with. */
export type Refusal = Pick<RefusalDocument, 'status' | 'code' | 'detail' | 'errors'>;

export const refused = (
  status: Refusal['status'],
  code: string,
  says: Sentence,
  errors: FieldFault[] = [],
): Refusal => ({
  status,
  code,
  detail: [says],
  errors: firstFieldFaults(errors),
});

/** What is said of it: the words, which may quote what was asked for, stay in the document. */
export const toldRefusal = ({ _id, institution, status, code }: RefusalDocument): EventData<typeof requestRefused> => ({
  requestId: _id,
  institution,
  status,
  code,
});
