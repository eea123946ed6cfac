import { readFileSync } from 'node:fs';

/** A process id is used again after its process has ended; together with the start time it names one process. */
export interface ProcessIdentity {
  pid: number;
  /** Clock ticks since the machine booted. */
  startedAt: string;
}

/** Answers undefined when no such process runs; one that has ended and waits for its parent does not run. */
export function processIdentity(pid: number): ProcessIdentity | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the command in brackets, which may hold spaces and brackets; the third is the state.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  if (startedAt === undefined || state === 'Z' || state === 'X') return undefined;
  return { pid, startedAt };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return processIdentity(identity.pid)?.startedAt === identity.startedAt;
}
