import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a careful program does with several gateways that come and go: it asks again elsewhere, with the same Idempotency-Key. */
export class PatientClient {
  private turn = 0;

  constructor(
    private readonly urls: readonly string[],
    private readonly key: string,
    private readonly patienceMs: number,
  ) {}

  async get<T>(path: string): Promise<T> {
    return (await this.ask('GET', path)).json() as Promise<T>;
  }

  /** @returns undefined when the answer is one of the `expected` refusals */
  async post<T>(path: string, body?: unknown, expected: readonly number[] = []): Promise<T | undefined> {
    const headers = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
    const answer = await this.ask('POST', path, () => ({ headers, body: JSON.stringify(body ?? {}) }), expected);
    return answer.ok ? ((await answer.json()) as T) : undefined;
  }

  async upload<T>(fields: Record<string, string>, file: { name: string; csv: string }): Promise<T> {
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await this.ask('POST', '/v1/imports', () => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      body.set('file', new Blob([file.csv]), file.name);
      return { headers, body };
    });
    return (await answer.json()) as T;
  }

  async bytes(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.ask('GET', path)).arrayBuffer());
  }

  /** The whole answer is read here, so that one that breaks off is asked for again. */
  private async ask(
    method: string,
    path: string,
    request: () => { headers: Record<string, string>; body: string | FormData } | undefined = () => undefined,
    expected: readonly number[] = [],
  ): Promise<Response> {
    const until = Date.now() + this.patienceMs;
    for (;;) {
      const url = this.urls[this.turn % this.urls.length] as string;
      const outcome = await this.once(`${url}${path}`, method, request()).catch((error: unknown) => error as Error);
      let pauseMs = 250;
      if (outcome instanceof Response) {
        if (outcome.ok) return outcome;
        const text = await outcome.text();
        const again = outcome.status >= 500 || outcome.status === 429 || text.includes('IDEMPOTENCY_KEY_IN_USE');
        if (!again && expected.includes(outcome.status)) return outcome;
        if (!again || Date.now() > until) throw new Error(`${method} ${path} answered ${outcome.status}: ${text}`);
        if (outcome.status === 429) pauseMs = 1000 * Number(outcome.headers.get('retry-after') ?? 1);
      } else if (Date.now() > until) {
        throw new Error(`${method} ${path}: no gateway answered`, { cause: outcome });
      }
      this.turn += 1;
      await sleep(pauseMs);
    }
  }

  private async once(
    url: string,
    method: string,
    request: { headers: Record<string, string>; body: string | FormData } | undefined,
  ): Promise<Response> {
    const answer = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...request?.headers },
      ...(request === undefined ? {} : { body: request.body }),
      signal: AbortSignal.timeout(8_000),
    });
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers });
  }
}
