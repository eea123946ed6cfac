import type { Client } from '@roundtrip/test-kit/client';

interface Transition {
  code: string;
  from: string;
  to: string;
  lines: number;
}

/** How soon a person sees the first changes of a finished import: all of them, and those of its rarest transition. */
export async function timeFirstChanges(client: Client, importId: string): Promise<{ what: string; ms: number }[]> {
  const { transitions } = await client.get<{ transitions: Transition[] }>(`/v1/imports/${importId}`);
  const rarest = transitions.toSorted((one, other) => one.lines - other.lines)[0];
  const all = { what: 'the first page of its changes', ms: await timePage(client, importId, {}) };
  if (!rarest) return [all];
  const { code: field, from, to } = rarest;
  return [all, { what: 'those of its rarest transition', ms: await timePage(client, importId, { field, from, to }) }];
}

async function timePage(client: Client, importId: string, filter: Record<string, string>): Promise<number> {
  const query = new URLSearchParams({ limit: '50', ...filter });
  const begin = performance.now();
  const answer = await client.send('GET', `/v1/imports/${importId}/changes?${query.toString()}`, undefined, {
    accept: 'application/json',
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
  return performance.now() - begin;
}
