import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadableStream } from 'node:stream/web';
import { type ImportJob, isOver, type TemplateJob } from './job.js';
import type { Officer } from './officer.js';
import { say } from './say.js';
import { must, TourProblem } from './tour-problem.errors.js';

type LiveJob = TemplateJob | ImportJob;
const SILENCE_MS = 120_000;

const idOf = (job: LiveJob): string => (job.type === 'template' ? job.templateId : job.importId);

/** The Import screen, live: follows the server-sent events, and continues after the last one when the connection is lost. */
export class LiveEvents {
  private readonly jobs = new Map<string, LiveJob>();
  private readonly emitter = new EventEmitter();
  private readonly end = new AbortController();
  private lastEventId = '';

  private constructor(private readonly officer: Officer) {}

  static async open(officer: Officer): Promise<LiveEvents> {
    const events = new LiveEvents(officer);
    const stream = await events.connect();
    void events.listen(stream);
    return events;
  }

  /** Tells every change of a job until it is over. @throws TourProblem when nothing happens for two minutes */
  async follow<J extends LiveJob>(jobId: string): Promise<J> {
    let told = '';
    for (;;) {
      const job = this.jobs.get(jobId);
      const text = job ? described(job) : '';
      if (job && text !== told) say(`live: ${text}`);
      told = text;
      if (job && isOver(job)) return job as J;
      const silence = AbortSignal.any([this.end.signal, AbortSignal.timeout(SILENCE_MS)]);
      await once(this.emitter, jobId, { signal: silence }).catch(() => {
        throw new TourProblem(
          `Nothing was heard of ${jobId} for ${SILENCE_MS / 1000} seconds (${text || 'no event'}).`,
        );
      });
    }
  }

  close(): void {
    this.end.abort();
  }

  private connect(): Promise<ReadableStream> {
    const last = this.lastEventId;
    return this.officer.stream('/v1/events', last ? { 'last-event-id': last } : {}, this.end.signal);
  }

  private async listen(first: ReadableStream): Promise<void> {
    let stream: ReadableStream | undefined = first;
    while (!this.end.signal.aborted) {
      try {
        stream ??= await this.connect();
        await this.read(stream);
      } catch {
        // A gateway that is started again: the same as a stream that ends.
      }
      stream = undefined;
      await sleep(1_000, undefined, { signal: this.end.signal }).catch(() => {});
    }
  }

  private async read(stream: ReadableStream): Promise<void> {
    let unread = '';
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      const events = (unread + text).split('\n\n');
      unread = events.pop() ?? '';
      events.forEach((event) => this.take(event));
    }
  }

  private take(event: string): void {
    const fields = new Map(
      event.split('\n').map((line): [string, string] => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), line.slice(colon + 2)];
      }),
    );
    const data = fields.get('data');
    if (data === undefined) return;
    this.lastEventId = fields.get('id') ?? this.lastEventId;
    const job = JSON.parse(data) as LiveJob;
    must(job.type === fields.get('event'), `An event of the type ${fields.get('event')} is about a ${job.type}.`);
    this.jobs.set(idOf(job), job);
    this.emitter.emit(idOf(job));
  }
}

function described({ state, progress: { phase, linesDone, linesTotal } }: LiveJob): string {
  const doing = phase === null || isOver({ state }) ? state : `${state}, ${phase}`;
  return linesTotal > 0 ? `${doing}, ${linesDone} of ${linesTotal} lines` : doing;
}
