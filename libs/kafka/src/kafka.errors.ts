/** The value of a message is not what its topic promises. Goes to the dead letter topic at once. */
export class InvalidMessage extends Error {
  override readonly name = 'InvalidMessage';
  readonly code = 'INVALID_MESSAGE';
}

/** Trying again cannot help. Goes to the dead letter topic at once; the message must hold no personal data. */
export class PermanentFailure extends Error {
  override readonly name: string = 'PermanentFailure';
  readonly code: string;

  constructor(message: string, options: ErrorOptions & { code?: string } = {}) {
    super(message, options);
    this.code = options.code ?? 'PERMANENT_FAILURE';
  }
}

/**
 * What a message says is not on record, or stands there otherwise: nobody that we know has said it. It becomes a dead letter at once, and what it
 * is about goes on as if it had never come.
 */
export class UntrueMessage extends PermanentFailure {
  override readonly name: string = 'UntrueMessage';
}

/** Something we depend on is away: the message is tried again until it is back, and never becomes a dead letter for it. */
export class DependencyAway extends Error {
  override readonly name: string = 'DependencyAway';
}

/** The one error that leaves our handling of a message: it was not dealt with and has to be delivered again. */
export class NotAcknowledged extends Error {
  override readonly name = 'NotAcknowledged';
}

/** Why the Kafka side of a service cannot start, as one sentence for the one who starts it. */
export class KafkaProblem extends Error {
  override readonly name = 'KafkaProblem';
}

/** What may be said about an error outside of the process: free texts of foreign errors may quote personal data. */
export function describeError(error: unknown): string {
  if (error instanceof InvalidMessage || error instanceof PermanentFailure || error instanceof DependencyAway)
    return `${error.name}: ${error.message}`;
  if (!(error instanceof Error)) return typeof error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}
