import type { EventData, EventDefinition } from '@roundtrip/contracts';
import { describeError, InvalidMessage, PermanentFailure } from './kafka.errors.js';

/** Why a message was set aside, fit for an event, a document or a mail: no personal data. */
export interface SetAsideReason {
  /** The error's own code, or INTERNAL_ERROR. */
  code: string;
  detail: string;
}

/** A controller may have this: it is called before a message of it is set aside, so that no job ends silently. */
export interface SetsAside {
  whenSetAside(definition: EventDefinition, data: EventData<EventDefinition>, reason: SetAsideReason): Promise<void>;
}

export const setsAside = (controller: unknown): controller is SetsAside =>
  typeof controller === 'object' &&
  controller !== null &&
  'whenSetAside' in controller &&
  typeof controller.whenSetAside === 'function';

export const reasonFor = (error: unknown): SetAsideReason => ({
  code: error instanceof InvalidMessage || error instanceof PermanentFailure ? error.code : 'INTERNAL_ERROR',
  detail: describeError(error),
});
