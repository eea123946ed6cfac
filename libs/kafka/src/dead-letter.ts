import type { EventData, EventDefinition } from '@roundtrip/contracts';
import { describeError, InvalidMessage, PermanentFailure } from './kafka.errors.js';

/** Why a message became a dead letter, fit for an event, a document or a mail: no personal data. */
export interface DeadLetterReason {
  /** The error's own code, or INTERNAL_ERROR. */
  code: string;
  detail: string;
}

/** Called before a message becomes a dead letter, with the controller of its handler. */
export type DeadLetterHook<C extends object, D extends EventDefinition> = (
  controller: C,
  data: EventData<D>,
  reason: DeadLetterReason,
) => Promise<void>;

/** What becomes of the job when a message about it becomes a dead letter. */
export interface OnOptions<C extends object, D extends EventDefinition> {
  /** Ends the job, which would stay open for ever; `job-goes-on` where other messages bring it to its end. */
  onDeadLetter: DeadLetterHook<C, D> | 'job-goes-on';
}

/** A message that names a job. */
export type JobMessage = { templateId: string } | { importId: string } | { jobId: string };

export const reasonFor = (error: unknown): DeadLetterReason => ({
  code: error instanceof InvalidMessage || error instanceof PermanentFailure ? error.code : 'INTERNAL_ERROR',
  detail: describeError(error),
});
