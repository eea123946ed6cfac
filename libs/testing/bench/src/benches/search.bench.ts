// How long a search for contacts takes over REST: by number, by address, by the beginning of a name, and for what nobody has.
import { setTimeout as sleep } from 'node:timers/promises';
import { institutionIdRange } from '@roundtrip/database';
import { Client } from '@roundtrip/test-kit/client';
import type { Bench, BenchOptions } from '../bench-options.js';
import { withStack } from '../bench-stack.js';
import type { Result } from '../results.rules.js';
import { median } from '../rounds.rules.js';

const WHOLE_MS = 50;
const BEGINNING_MS = 200;

async function run({ contacts, rounds, tell }: BenchOptions): Promise<Result> {
  return withStack({ contacts }, async (stack) => {
    const client = new Client(stack.url, stack.keys.viewer);
    const someone = await stack.database.contacts.findOne({
      _id: { ...institutionIdRange('demo'), $gt: 'demo:00000018' },
      email: { $exists: true },
    });
    const searches: [what: string, query: string, boundMs: number][] = [
      ['a number', '00000018', WHOLE_MS],
      ['a number that nobody has', '99999999', WHOLE_MS],
      ['an address', someone?.email ?? '', WHOLE_MS],
      ['an address that nobody has', 'nobody@nowhere.example', WHOLE_MS],
      ['the beginning of a name of many', 'ma', BEGINNING_MS],
      ['the beginning of a name of some', (someone?.lastName ?? '').slice(0, 4), BEGINNING_MS],
      ['a name that nobody has', 'Zzyzx', BEGINNING_MS],
      ['first and last name', `${someone?.firstName ?? ''} ${someone?.lastName ?? ''}`, BEGINNING_MS],
    ];
    await sleep(2_000);
    const times = searches.map((): number[] => []);
    const found = searches.map(() => 0);
    for (let round = 0; round < rounds; round++) {
      for (const [at, [, query]] of searches.entries()) {
        const begin = performance.now();
        const page = await client.get<{ items: unknown[] }>(`/v1/contacts?query=${encodeURIComponent(query)}`);
        times[at]!.push(performance.now() - begin);
        found[at] = page.items.length;
      }
      tell(`round ${round + 1} of ${rounds}`);
    }
    const slow = searches.flatMap(([what, , boundMs], at) => (median(times[at]!) > boundMs ? [what] : []));
    return {
      headline: `a search among ${contacts.toLocaleString('en')} contacts: the slowest kind takes ${Math.max(...times.map(median)).toFixed(0)} ms`,
      facts: [`${rounds} rounds over REST; ${stack.databaseVersion}`],
      tables: [
        {
          columns: ['search for', 'median ms', 'longest ms', 'bound ms', 'on its page'],
          rows: searches.map(([what, , boundMs], at) => [
            what,
            median(times[at]!).toFixed(0),
            Math.max(...times[at]!).toFixed(0),
            String(boundMs),
            String(found[at]),
          ]),
        },
      ],
      notes: [],
      failure: slow.length > 0 ? slow.join(', ') : undefined,
    };
  });
}

export const bench: Bench = { contacts: 1_000_000, rounds: 15, run };
