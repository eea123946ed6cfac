import { createWriteStream } from 'node:fs';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { TourProblem } from './tour-problem.errors.js';

const PATIENCE_MS = 60_000;

/** Somebody with a key, who does by REST what the console does for its users. */
export class Officer {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  async get<T>(path: string): Promise<T> {
    return (await (await this.send('GET', path)).json()) as T;
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    return (await (await this.send('POST', path, { headers, body: JSON.stringify(body) })).json()) as T;
  }

  /** Uploads a file from disk, as the form of the Import screen does: the fields first. */
  async upload<T>(path: string, fields: Record<string, string>): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', await openAsBlob(path), basename(path));
    return (await (await this.send('POST', '/v1/imports', { body: form })).json()) as T;
  }

  /** Saves what is answered to a file on disk. */
  async download(path: string, file: string): Promise<void> {
    const { body } = await this.send('GET', path);
    await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(file));
  }

  /** Server-sent events. */
  async stream(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<ReadableStream> {
    return (await this.send('GET', path, { headers, signal })).body as ReadableStream;
  }

  /** @throws TourProblem that says what the answer says, when it is not 2xx */
  private async send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.key}` };
    let answer: Response;
    try {
      answer = await fetch(`${this.url}${path}`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...init,
        method,
        headers,
      });
    } catch (error) {
      throw new TourProblem(`${method} ${path}: ${this.url} does not answer. Is the stack still running?`, {
        cause: error,
      });
    }
    if (answer.ok) return answer;
    throw new TourProblem(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  }
}
