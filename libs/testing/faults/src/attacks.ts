import { setTimeout as sleep } from 'node:timers/promises';
import type { RoleKeys } from '@roundtrip/demo';
import { Client } from '@roundtrip/test-kit/client';

/** One thing that is done again and again; says how each was answered. */
export interface Attack {
  name: string;
  /** How many of them at a time. */
  at: number;
  once(signal: AbortSignal): Promise<string>;
}

const MEBIBYTE = 1024 * 1024;
const header = 'CONTACT_NUMBER;[old] MAIL - Mail;[new] MAIL - Mail\r\n';
const check = { dataType: 'authorisations', action: 'check' };
const statusOf = async (answer: Response): Promise<string> => {
  await answer.arrayBuffer();
  return String(answer.status);
};

/** What one institution can do to the others with its own keys, or anybody without one: load, large files, streams, and wrong input. */
export function attacksOf(url: string, keys: RoleKeys): Attack[] {
  const operator = new Client(url, keys.operator);
  const editor = new Client(url, keys.editor);
  const stranger = new Client(url, 'rt_nobody');
  const contains = Array.from({ length: 100 }, (_, n) => ({ field: 'contact.email', is: 'contains', value: `x${n}q` }));
  const small = `${header}${'00000001;TRUE;FALSE\r\n'.repeat(40)}`;
  const large = `${header}${'00000001;TRUE;FALSE\r\n'.repeat((4 * MEBIBYTE) / 21)}`;
  return [
    {
      name: 'previews of 100 conditions',
      at: 6,
      once: async () => statusOf(await editor.send('POST', '/v1/targets/preview', { rule: { any: contains } })),
    },
    {
      name: 'searches for nobody',
      at: 3,
      once: async () => statusOf(await editor.send('GET', `/v1/contacts?query=nobody${Date.now()}`)),
    },
    { name: 'small files', at: 3, once: async () => statusOf(await operator.upload(small, check)) },
    {
      name: 'files of 4 MiB that are wrong in every line',
      at: 2,
      once: async () => statusOf(await operator.upload(large, check)),
    },
    {
      name: 'files that are no files',
      at: 2,
      once: async () =>
        statusOf(await operator.upload(new Blob(['PK\u0003\u0004', '\0'.repeat(100_000)]), check, 'a.zip')),
    },
    {
      name: 'event streams',
      at: 30,
      once: async (signal) => {
        const headers = { authorization: `Bearer ${keys.viewer}` };
        const answer = await fetch(`${url}/v1/events`, { headers, signal });
        if (!answer.ok) return statusOf(answer);
        // Read for a while, as slowly as a page that nobody looks at.
        const reader = answer.body?.getReader();
        for (let n = 0; n < 5 && !signal.aborted; n++) {
          await reader?.read();
          await sleep(500);
        }
        await reader?.cancel();
        return String(answer.status);
      },
    },
    {
      name: 'rules of 250 kB with nothing right',
      at: 3,
      once: async () => {
        const rule = {
          all: Array.from({ length: 3_500 }, (_, n) => ({ field: n, is: '\u0000', value: 'x'.repeat(20) })),
        };
        return statusOf(await editor.send('POST', '/v1/targets', { code: '', name: '', rule }));
      },
    },
    {
      name: 'sign-ins with wrong keys',
      at: 3,
      once: async () => statusOf(await stranger.send('POST', '/v1/session', { key: 'rt_'.padEnd(3_000, 'x') })),
    },
    {
      name: 'bodies of a megabyte without a key',
      at: 2,
      once: async () => statusOf(await stranger.send('POST', '/v1/targets', { name: 'x'.repeat(MEBIBYTE) })),
    },
  ];
}

/** Goes on with all of them until the signal. @returns per attack how often each answer came */
export async function attack(
  attacks: readonly Attack[],
  signal: AbortSignal,
): Promise<Map<string, Map<string, number>>> {
  const answers = new Map(attacks.map(({ name }) => [name, new Map<string, number>()]));
  const goOn = async ({ name, once }: Attack): Promise<void> => {
    while (!signal.aborted) {
      // A connection that the server ends is an answer, too.
      const answer = await once(signal).catch((error: unknown) => (error instanceof Error ? error.name : typeof error));
      if (signal.aborted) return;
      const counted = answers.get(name);
      counted?.set(answer, (counted.get(answer) ?? 0) + 1);
      // As patient as a program that was told to come back later, and is not.
      if (answer !== '200' && answer !== '202') await sleep(100);
    }
  };
  await Promise.all(attacks.flatMap((each) => Array.from({ length: each.at }, () => goOn(each))));
  return answers;
}
