import {
  type EventData,
  type EventDefinition,
  mailFailed,
  mailSent,
  templateCompleted,
  templateFailed,
  updateCompleted,
  updateFailed,
  validationCompleted,
  validationFailed,
  validationRejected,
} from '@roundtrip/contracts';
import {
  acceptanceOnRecord,
  completionOnRecord,
  mailOnRecord,
  type Records,
  rejectionOnRecord,
  templateFailureOnRecord,
  templateOnRecord,
  updateFailureOnRecord,
  validationFailureOnRecord,
} from '@roundtrip/service';

type Look = (records: Records, message: unknown) => Promise<unknown>;
const end = <D extends EventDefinition>(
  { topic, data }: D,
  onRecord: (records: Records, said: EventData<D>) => Promise<unknown>,
): [string, Look] => [topic, (records, message) => onRecord(records, data.parse(message) as EventData<D>)];

/** What the gateway looks up before it believes how something has ended. */
const ends = new Map<string, Look>([
  end(validationCompleted, acceptanceOnRecord),
  end(validationRejected, rejectionOnRecord),
  end(validationFailed, validationFailureOnRecord),
  end(updateCompleted, completionOnRecord),
  end(updateFailed, updateFailureOnRecord),
  end(templateCompleted, templateOnRecord),
  end(templateFailed, templateFailureOnRecord),
  end(mailSent, (records, said) => mailOnRecord(records, { ...said, state: 'sent' })),
  end(mailFailed, (records, said) => mailOnRecord(records, { ...said, state: 'failed' })),
]);

/**
 * Whether the gateway will believe what a worker publishes, at the moment at which it does: what it has not noted before, or otherwise,
 * would leave its job open.
 *
 * @throws UntrueMessage if not; of what is no end nothing is asked
 */
export async function requireBelievedEnd(records: Records, topic: string, message: string): Promise<void> {
  await ends.get(topic)?.(records, JSON.parse(message));
}
