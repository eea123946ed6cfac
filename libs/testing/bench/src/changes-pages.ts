import type { Client } from '@roundtrip/test-kit/client';

interface ChangesPage {
  items: unknown[];
}

interface Transition {
  code: string;
  from: string;
  to: string;
  lines: number;
}

/** Prints how soon a person sees the first changes of a finished import: all of them, and those of its rarest transition. */
export async function timeFirstChanges(client: Client, what: string, importId: string): Promise<void> {
  const { transitions } = await client.get<{ transitions: Transition[] }>(`/v1/imports/${importId}`);
  const rarest = transitions.toSorted((one, other) => one.lines - other.lines)[0];
  await timePage(client, `${what}, first page of its changes`, importId, {});
  if (!rarest) return;
  const { code, from, to, lines } = rarest;
  await timePage(client, `${what}, those of ${code} from ${from} to ${to} (${lines})`, importId, {
    field: code,
    from,
    to,
  });
}

async function timePage(client: Client, what: string, importId: string, filter: Record<string, string>): Promise<void> {
  const query = new URLSearchParams({ limit: '50', ...filter });
  const begin = performance.now();
  const answer = await client.send('GET', `/v1/imports/${importId}/changes?${query.toString()}`, undefined, {
    accept: 'application/json',
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} for ${what}: ${text}`);
  const { items } = JSON.parse(text) as ChangesPage;
  console.log(`${what}: ${(performance.now() - begin).toFixed(0)} ms, ${items.length} rows`);
}
