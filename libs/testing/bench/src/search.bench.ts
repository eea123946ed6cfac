// npm run bench:search -- --contacts 1000000 --rounds 15: how long a search for contacts takes over REST, on a stack of its own with generated
// contacts: by number, by address, by the beginning of a name, and for what nobody has. Ends with 1 above the bounds.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { contactIdRange } from '@roundtrip/database';
import { startStack } from '@roundtrip/e2e';
import { Client } from '@roundtrip/test-kit/client';

const { values } = parseArgs({
  options: { contacts: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '15' } },
});

const WHOLE_MS = 50;
const BEGINNING_MS = 200;

// What a key may ask for in a minute is less than that.
const stack = await startStack({
  contacts: Number(values.contacts),
  env: { REQUESTS_PER_MINUTE: '1000000', LIST_PAGES_PER_MINUTE: '1000000' },
});
try {
  const client = new Client(stack.url, stack.keys.viewer);
  const someone = await stack.database.contacts.findOne({
    _id: { ...contactIdRange('demo'), $gt: 'demo:00000018' },
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
  console.log(`${Number(values.contacts).toLocaleString('en')} contacts`);
  for (const [what, query, boundMs] of searches) {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < Number(values.rounds); round++) {
      const begin = performance.now();
      const page = await client.get<{ items: unknown[] }>(`/v1/contacts?query=${encodeURIComponent(query)}`);
      times.push(performance.now() - begin);
      found = page.items.length;
    }
    times.sort((one, other) => one - other);
    const median = times[Math.floor(times.length / 2)] ?? NaN;
    const longest = times.at(-1) ?? NaN;
    if (median > boundMs) process.exitCode = 1;
    const said = `median ${median.toFixed(0)} ms, longest ${longest.toFixed(0)} ms, bound ${boundMs} ms`;
    console.log(`${what.padEnd(34)} ${said}, ${found} on its page`);
  }
} finally {
  await stack.stop();
}
