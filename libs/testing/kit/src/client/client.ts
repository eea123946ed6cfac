import { setTimeout } from 'node:timers/promises';

/** REST as a client sees it. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const isForm = body instanceof FormData;
    return fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.key}`,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
  }

  /** @throws Error with the answer's text when it is not 2xx */
  async get<T>(path: string): Promise<T> {
    return this.json<T>(await this.send('GET', path));
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    return this.json<T>(await this.send('POST', path, body ?? {}));
  }

  async upload(csv: string | Blob, fields: Record<string, string>, name = 'contacts.csv'): Promise<Response> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', typeof csv === 'string' ? new Blob([csv]) : csv, name);
    return this.send('POST', '/v1/imports', form);
  }

  /** Uploads, and waits while the service asks to come back later. @returns importId */
  async import(csv: string | Blob, fields: Record<string, string>): Promise<string> {
    for (;;) {
      const answer = await this.upload(csv, fields);
      if (![429, 503].includes(answer.status)) return (await this.json<{ importId: string }>(answer)).importId;
      await setTimeout(1000 * Number(answer.headers.get('retry-after') ?? 1));
    }
  }

  private async json<T>(answer: Response): Promise<T> {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${text}`);
    return JSON.parse(text) as T;
  }
}

export interface ImportAnswer {
  importId: string;
  state: string;
  counts?: Record<string, number>;
  progress: { phase: string | null; linesDone: number; linesTotal: number; share: number };
  problem?: { code: string; detail: string };
  firstErrors?: { code: string; line?: number }[];
}

const open = new Set(['QUEUED', 'VALIDATING', 'APPLYING', 'RUNNING']);

/** Asks until the import is over; a gateway that is away is asked again. */
export async function finished(client: Client, importId: string, withinMs = 240_000): Promise<ImportAnswer> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await client.get<ImportAnswer>(`/v1/imports/${importId}`).catch(() => undefined);
    if (found && !open.has(found.state)) return found;
    if (Date.now() > until) throw new Error(`Import ${importId} is still ${found?.state ?? 'unreachable'}`);
    await setTimeout(300);
  }
}

/** Asks until `look` finds something. */
export async function eventually<T>(look: () => Promise<T | undefined>, withinMs = 180_000): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error('What was waited for did not come');
    await setTimeout(200);
  }
}
