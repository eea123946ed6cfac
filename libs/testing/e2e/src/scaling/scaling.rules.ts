/**
 * A morning on which many institutions import at once, second by second: what waits, how many workers there are, how long people wait. Queues,
 * places and lanes are those of the product; that the database keeps up with all workers is taken for granted. Nothing is left to chance.
 */

export interface Scaler {
  min: number;
  max: number;
  /** One worker for so much of what it is scaled by. */
  perWorker: number;
  /** At most twice as many after so long, in seconds. */
  upEverySeconds: number;
  /** Fewer when they were too many for so long; then one at a time. */
  downAfterSeconds: number;
  downEverySeconds: number;
}

export interface Scaling {
  institutions: number;
  /** Of all files; each is checked first and then applied, so that twice as many are decided on. */
  lines: number;
  /** What a worker takes for a thousand lines, in milliseconds. */
  paces: { reading: number; checking: number; updating: number };
  files: Scaler;
  chunks: Scaler;
  /** Until Prometheus has asked, KEDA has asked Prometheus, and Kubernetes has asked KEDA; and until a new worker works. */
  lookEverySeconds: number;
  startSeconds: number;
}

export interface Moment {
  atSeconds: number;
  filesWaiting: number;
  chunksOpen: number;
  fileWorkers: number;
  chunkWorkers: number;
}

export interface Outcome {
  /** One every quarter of an hour. */
  moments: Moment[];
  most: Omit<Moment, 'atSeconds'>;
  /** Seconds from the request until somebody works on it, and until its end. */
  waiting: Record<Size, number[]>;
  took: Record<Size, number[]>;
  /** Until the last job is over. */
  overAtSeconds: number;
}

type Size = 'small' | 'large';

interface Job {
  institution: number;
  size: Size;
  lines: number;
  kind: 'check' | 'update';
  requestedAt: number;
  startedAt?: number;
  unread: number;
  undecided: number;
}

/** As the gateway lets them go while others want something, too: JOBS_RUNNING_BESIDE_OTHERS and SMALL_JOBS_RUNNING_PER_INSTITUTION. */
const places = { large: 1, small: 2 };
/** CHUNKS_IN_FLIGHT, KAFKA_CONCURRENCY, PLAN_CHUNK_LINES. */
const lanes = 8;
const filesAtOnce = 4;
const chunkLines = 1_000;
const smallFiles = 5;
const smallLines = 800;
/** Large files come within two hours, more of them in the beginning; small ones within four. */
const opening = { large: 2 * 3600, small: 4 * 3600 };
/** How long somebody looks at a check before it becomes an update. */
const lookedAtSeconds = { large: 300, small: 60 };
const longestSeconds = 24 * 3600;
const quarterHour = 900;

const spread = (n: number): number => (n * 0.618_033_988_75) % 1;

/** Few institutions have most of the lines. */
export function filesOf({ institutions, lines }: Pick<Scaling, 'institutions' | 'lines'>): Job[] {
  const weights = Array.from({ length: institutions }, (_, at) => 1 / (at + 5));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const left = Math.max(0, lines - institutions * smallFiles * smallLines);
  const file = (institution: number, size: Size, count: number, requestedAt: number): Job => ({
    institution,
    size,
    lines: count,
    kind: 'check',
    requestedAt: Math.floor(requestedAt),
    unread: count,
    undecided: count,
  });
  return weights.flatMap((weight, institution) => [
    file(
      institution,
      'large',
      Math.max(1, Math.round((left * weight) / all)),
      opening.large * spread(institution + 1) ** 2,
    ),
    ...Array.from({ length: smallFiles }, (_, at) =>
      file(institution, 'small', smallLines, opening.small * spread(institution * smallFiles + at + 1)),
    ),
  ]);
}

/** How many workers there are: some of them are still being started. */
class Workers {
  private starting: number[] = [];
  private lastUpAt = -Infinity;
  private lastDownAt = -Infinity;
  private wanted: { at: number; count: number }[] = [];
  private seen = 0;

  constructor(
    private readonly scaler: Scaler,
    private readonly startSeconds: number,
    public ready = scaler.min,
  ) {}

  /** What is told now is acted on at the next look. */
  look(now: number, work: number): void {
    const { min, max, perWorker, upEverySeconds, downAfterSeconds, downEverySeconds } = this.scaler;
    const count = Math.min(max, Math.max(min, Math.ceil(this.seen / perWorker)));
    this.seen = work;
    this.wanted = [...this.wanted.filter(({ at }) => at > now - downAfterSeconds), { at: now, count }];
    const there = this.ready + this.starting.length;
    if (count > there && now - this.lastUpAt >= upEverySeconds) {
      const more = Math.min(count, 2 * there) - there;
      this.starting.push(...Array.from({ length: more }, () => now + this.startSeconds));
      this.lastUpAt = now;
    }
    const most = Math.max(...this.wanted.map((one) => one.count));
    if (most < there && this.starting.length === 0 && now - this.lastDownAt >= downEverySeconds) {
      this.ready -= 1;
      this.lastDownAt = now;
    }
  }

  tick(now: number): void {
    this.ready += this.starting.filter((at) => at <= now).length;
    this.starting = this.starting.filter((at) => at > now);
  }
}

const chunksOf = ({ undecided }: Job): number => Math.ceil(undecided / chunkLines);

/** Each gets its share of what there is, none more than it can take; what one does not need goes to the others. */
function shared(capacity: number, most: readonly number[]): number[] {
  const given = most.map(() => 0);
  let left = capacity;
  let open = most.map((_, at) => at);
  while (open.length > 0 && left > 1e-9) {
    const share = left / open.length;
    for (const at of open) {
      const taken = Math.min(share, (most[at] ?? 0) - (given[at] ?? 0));
      given[at] = (given[at] ?? 0) + taken;
      left -= taken;
    }
    open = open.filter((at) => (given[at] ?? 0) < (most[at] ?? 0) - 1e-9);
  }
  return given;
}

/** @returns the same for the same numbers */
export function simulateScaling(scaling: Scaling): Outcome {
  const { paces, lookEverySeconds, startSeconds } = scaling;
  let coming = filesOf(scaling).toSorted((one, other) => one.requestedAt - other.requestedAt);
  const queue: Job[] = [];
  let reading: Job[] = [];
  let deciding: Job[] = [];
  const fileWorkers = new Workers(scaling.files, startSeconds);
  const chunkWorkers = new Workers(scaling.chunks, startSeconds);
  const running = Array.from({ length: scaling.institutions }, () => ({ small: 0, large: 0 }));
  const outcome: Outcome = {
    moments: [],
    most: { filesWaiting: 0, chunksOpen: 0, fileWorkers: 0, chunkWorkers: 0 },
    waiting: { small: [], large: [] },
    took: { small: [], large: [] },
    overAtSeconds: 0,
  };
  for (let now = 0; now < longestSeconds; now++) {
    while (coming[0] && coming[0].requestedAt <= now) queue.push(...coming.splice(0, 1));
    for (let at = 0; at < queue.length;) {
      const job = queue[at];
      const held = job && running[job.institution];
      if (!job || !held || held[job.size] >= places[job.size]) {
        at += 1;
        continue;
      }
      held[job.size] += 1;
      reading.push(job);
      queue.splice(at, 1);
    }
    fileWorkers.tick(now);
    chunkWorkers.tick(now);

    const begun = reading.slice(0, filesAtOnce * fileWorkers.ready);
    for (const job of begun) {
      if (job.startedAt !== undefined) continue;
      job.startedAt = now;
      outcome.waiting[job.size].push(now - job.requestedAt);
    }
    const readInSecond = 1e6 / paces.reading;
    const read = shared(
      fileWorkers.ready * readInSecond,
      begun.map(({ unread }) => Math.min(unread, readInSecond)),
    );
    for (const [at, job] of begun.entries()) job.unread -= read[at] ?? 0;

    // In worker seconds: a lane keeps one worker busy at most.
    const paceOf = ({ kind }: Job): number => (kind === 'check' ? paces.checking : paces.updating) / 1e6;
    const need = deciding.map((job) => Math.min(lanes, chunksOf(job), job.undecided * paceOf(job)));
    const worked = shared(chunkWorkers.ready, need);
    for (const [at, job] of deciding.entries()) job.undecided -= (worked[at] ?? 0) / paceOf(job);

    const isRead = (job: Job): boolean => job.unread < 0.5;
    deciding.push(...reading.filter(isRead));
    reading = reading.filter((job) => !isRead(job));
    for (const job of deciding.filter(({ undecided }) => undecided < 0.5)) {
      const held = running[job.institution];
      if (held) held[job.size] -= 1;
      outcome.took[job.size].push(now + 1 - job.requestedAt);
      outcome.overAtSeconds = now + 1;
      if (job.kind === 'update') continue;
      const { institution, size, lines } = job;
      const requestedAt = now + 1 + lookedAtSeconds[size];
      coming.push({ institution, size, lines, kind: 'update', requestedAt, unread: lines, undecided: lines });
      coming = coming.toSorted((one, other) => one.requestedAt - other.requestedAt);
    }
    deciding = deciding.filter(({ undecided }) => undecided >= 0.5);

    const moment: Moment = {
      atSeconds: now,
      filesWaiting: reading.length,
      chunksOpen: deciding.reduce((sum, job) => sum + chunksOf(job), 0),
      fileWorkers: fileWorkers.ready,
      chunkWorkers: chunkWorkers.ready,
    };
    for (const name of Object.keys(outcome.most) as (keyof Outcome['most'])[])
      outcome.most[name] = Math.max(outcome.most[name], moment[name]);
    if (now % quarterHour === 0) outcome.moments.push(moment);
    if (now % lookEverySeconds === 0) {
      fileWorkers.look(now, moment.filesWaiting);
      chunkWorkers.look(now, moment.chunksOpen);
    }
    if (coming.length + queue.length + reading.length + deciding.length === 0) break;
  }
  return outcome;
}

/** Of nothing it is zero. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
