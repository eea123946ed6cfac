// What is said while servers are installed: only what is so. Nothing here guesses how long it will still take, since one package may take
// as long as three hundred others, and machines differ by ten times.

/** A part of an install, under way or done. */
export interface StepState {
  name: string;
  beganAt: number;
  endedAt?: number;
  /** What can be counted of it. The total is absent while nobody knows it. */
  counted?: { done: number; total?: number; of: string };
}

export interface InstallState {
  server: string;
  beganAt: number;
  endedAt?: number;
  /** In the order of their beginning; two may be under way at the same time. */
  steps: readonly StepState[];
}

/** `8 s`, `1 min 4 s`, `1 h 2 min` */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `minio: compiling, 412 of 1300 packages, 1 min 12 s` */
export function installLine({ server, beganAt, endedAt, steps }: InstallState, now: number): string {
  const took = durationText((endedAt ?? now) - beganAt);
  if (endedAt !== undefined) return `${server}: installed in ${took}`;
  const underWay = steps.filter((step) => step.endedAt === undefined).map(stepText);
  return [`${server}: ${underWay.join('; ') || 'installing'}`, took].join(', ');
}

function stepText({ name, counted }: StepState): string {
  if (counted === undefined) return name;
  const { done, total, of } = counted;
  return `${name}, ${done} ${total === undefined ? '' : `of ${total} `}${of}`;
}

/** Said once, before the first line. */
export const firstWords =
  'Installing servers, once on this machine; most of it is compiling: four minutes on two fast cores, half an hour on a slow machine.\n' +
  'Ctrl-C keeps what is done; the next start goes on from there.';

/** At the end: where the time went, the longest first. */
export function closingLines(installs: readonly InstallState[]): string[] {
  const ended = installs.flatMap(({ endedAt, ...rest }) => (endedAt === undefined ? [] : [{ ...rest, endedAt }]));
  if (ended.length === 0) return [];
  const took = Math.max(...ended.map(({ endedAt }) => endedAt)) - Math.min(...ended.map(({ beganAt }) => beganAt));
  const lines = ended
    .toSorted((a, b) => b.endedAt - b.beganAt - (a.endedAt - a.beganAt))
    .map(({ server, beganAt, endedAt, steps }) => {
      const parts = steps.map((step) => `${step.name} ${durationText((step.endedAt ?? endedAt) - step.beganAt)}`);
      return `  ${server} ${durationText(endedAt - beganAt)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
    });
  return [`Installed in ${durationText(took)}; later starts need none of it.`, ...lines];
}
