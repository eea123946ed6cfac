import { type FileCode, validationCompleted, validationFailed, validationRejected } from '@roundtrip/contracts';
import type { ValidationDocument } from '@roundtrip/database';
import type { EventPublisher } from '@roundtrip/kafka';
import { englishFault } from '@roundtrip/words';

/** Says how the examination of a file ended; always the same for the same document, with the same event id. */
export async function publishOutcome(events: EventPublisher, outcome: ValidationDocument): Promise<void> {
  const { _id: importId, institution, action, plan, problem } = outcome;
  const endedAt = outcome.finishedAt.toISOString();
  if (plan) {
    const { chunks, lines } = plan;
    return events.publish(validationCompleted, { importId, institution, action, chunks, lines });
  }
  if (problem) {
    const code = problem.code as FileCode;
    return events.publish(validationRejected, { importId, institution, code, rejectedAt: endedAt });
  }
  const { code, detail } = outcome.failure ?? faultOfOurs;
  return events.publish(validationFailed, { importId, institution, code, detail, failedAt: endedAt });
}

/** Documents of before had no words for it. */
export const faultOfOurs = englishFault('IMPORT_FAILED');
