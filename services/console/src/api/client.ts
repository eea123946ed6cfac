import { askedWords } from './asked-language.js';
import { noAnswer, readProblem } from './problem.js';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What was too much for a moment was not done, and is asked for again: a person has not asked for too much. */
const REPEATS = 3;
const SOON_SECONDS = 3;

const waitSeconds = (answer: Response): number => Number(answer.headers.get('retry-after') ?? Infinity);
const isSoonPossible = (answer: Response): boolean => answer.status === 429 && waitSeconds(answer) <= SOON_SECONDS;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @throws ApiProblem */
async function send<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const ask = () =>
    fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...askedWords(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw noAnswer();
    });
  let answer = await ask();
  for (let again = 0; again < REPEATS && isSoonPossible(answer); again++) {
    await pause(1000 * waitSeconds(answer));
    answer = await ask();
  }
  const text = await answer.text();
  if (!answer.ok) throw readProblem(answer.status, text);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal): Promise<T> => send('GET', path, undefined, signal),
  post: <T>(path: string, body: unknown = {}, signal?: AbortSignal): Promise<T> => send('POST', path, body, signal),
  put: <T>(path: string, body: unknown): Promise<T> => send('PUT', path, body),
  delete: <T = void>(path: string): Promise<T> => send('DELETE', path),
};

export const withQuery = (path: string, query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};
