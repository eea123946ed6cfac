import { setTimeout as sleep } from 'node:timers/promises';
import { EventSource } from 'eventsource';

interface Job {
  templateId?: string;
  importId?: string;
  state: string;
}

const againMs = 500;

/** The page of somebody who looks on: it follows the stream of events as a browser does, and asks for nothing else. */
export class FollowingBrowser {
  private readonly states = new Map<string, string>();
  private source: EventSource | undefined;
  private again: NodeJS.Timeout | undefined;

  private constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** Resolves when it listens: from then on it must hear of every job. */
  static async open(url: string, key: string): Promise<FollowingBrowser> {
    const browser = new FollowingBrowser(url, key);
    await new Promise<void>((resolve) => browser.begin(resolve));
    return browser;
  }

  /** Waits until it has heard of each job what is true of it. @returns what it believes wrongly, a sentence each */
  async problems(jobs: Iterable<{ id: string; state: string }>, patienceMs: number): Promise<string[]> {
    const all = [...jobs];
    const wrong = () => all.filter(({ id, state }) => this.states.get(id) !== state);
    for (const until = Date.now() + patienceMs; wrong().length > 0 && Date.now() < until;) await sleep(100);
    return wrong().map(
      ({ id, state }) =>
        `a browser that follows believes that ${id} is ${this.states.get(id) ?? 'not there'}, not ${state}`,
    );
  }

  close(): void {
    clearTimeout(this.again);
    this.source?.close();
  }

  private begin(onOpen: () => void, lastEventId = ''): void {
    let last = lastEventId;
    // This EventSource forgets an id without data, which a browser keeps.
    const tapped = () =>
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          if (last === '') last = /^id: (.+)$/m.exec(new TextDecoder().decode(chunk))?.[1] ?? '';
          controller.enqueue(chunk);
        },
      });
    const source = new EventSource(`${this.url}/v1/events`, {
      fetch: async (input, init) => {
        const headers = new Headers({ ...init.headers, authorization: `Bearer ${this.key}` });
        if (last !== '' && !headers.has('last-event-id')) headers.set('last-event-id', last);
        const { body, status, headers: answered } = await fetch(input, { ...init, headers });
        return new Response(body?.pipeThrough(tapped()), { status, headers: answered });
      },
    });
    this.source = source;
    const hear = (event: { lastEventId: string; data: string }): void => {
      last = event.lastEventId;
      const job = JSON.parse(event.data) as Job;
      this.states.set(job.importId ?? job.templateId ?? '', job.state);
    };
    source.addEventListener('template', hear);
    source.addEventListener('import', hear);
    // After an answer that is no stream a browser gives up, and the page begins anew.
    source.addEventListener('error', () => {
      if (source.readyState === source.CLOSED) this.again = setTimeout(() => this.begin(onOpen, last), againMs);
    });
    source.addEventListener('open', onOpen);
  }
}
