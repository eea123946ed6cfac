export interface Progress {
  linesDone: number;
  linesTotal: number;
}

/** The progress after the news; undefined when it tells of less than is known. It never goes back. */
export function grown(known: Progress, news: Progress): Progress | undefined {
  const behind = news.linesDone < known.linesDone;
  const same = news.linesDone === known.linesDone && news.linesTotal === known.linesTotal;
  return behind || same
    ? undefined
    : { linesDone: news.linesDone, linesTotal: Math.max(news.linesTotal, news.linesDone) };
}

/** Every line of an import is worked on twice, read and then decided: half of it is done after each. */
export const halfDone = (read: number, decided: number): number => Math.floor((read + decided) / 2);

export interface Pace {
  linesPerSecond: number | null;
  secondsLeft: number | null;
}

/** How fast a job is since it started; null while nothing can be said. Of a finished one: how fast it was. */
export function paceOf(job: { progress: Progress; startedAt?: Date; finishedAt?: Date }, now: Date): Pace {
  const { linesDone, linesTotal } = job.progress;
  if (!job.startedAt || linesDone === 0) return { linesPerSecond: null, secondsLeft: null };
  const seconds = Math.max(0.001, ((job.finishedAt ?? now).getTime() - job.startedAt.getTime()) / 1000);
  const linesPerSecond = linesDone / seconds;
  const secondsLeft = job.finishedAt ? 0 : Math.ceil((linesTotal - linesDone) / linesPerSecond);
  return { linesPerSecond: Math.round(linesPerSecond * 10) / 10, secondsLeft };
}
