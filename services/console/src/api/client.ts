import { noAnswer, problemOf } from './problem.js';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** @throws ApiProblem */
async function send<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(path, {
    method,
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw noAnswer();
  });
  const text = await answer.text();
  if (!answer.ok) throw problemOf(answer.status, text);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal): Promise<T> => send('GET', path, undefined, signal),
  post: <T>(path: string, body: unknown = {}, signal?: AbortSignal): Promise<T> => send('POST', path, body, signal),
  put: <T>(path: string, body: unknown): Promise<T> => send('PUT', path, body),
  delete: (path: string): Promise<void> => send('DELETE', path),
};

export const withQuery = (path: string, query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};
