/** Where a client is in the stream of changes: the `id:` of the last event that it got. */
export interface LivePosition {
  changedAt: Date;
  jobId: string;
}

/**
 * Changes are written by several processes, whose clocks differ and whose writes may take their time: a change can appear that is
 * older than one which was seen already. Looking back so far finds it.
 */
export const LOOK_BACK_MS = 10_000;

export const writePosition = ({ changedAt, jobId }: LivePosition): string => `${changedAt.getTime()}-${jobId}`;

/** Undefined when it is not one of ours. */
export function readPosition(text: string): LivePosition | undefined {
  const match = /^(\d{1,15})-((?:tpl|imp)_[0-9a-z]{1,40})$/.exec(text);
  return match ? { changedAt: new Date(Number(match[1])), jobId: match[2] as string } : undefined;
}
