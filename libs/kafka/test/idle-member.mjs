// A member process that has nothing to do and counts what wakes it: jest has timers of its own.
import { createHook } from 'node:async_hooks';
import { startMember } from './start-member.mjs';

const timers = new Set();
let fired = 0;
createHook({
  init: (id, type) => type === 'Timeout' && timers.add(id),
  before: (id) => timers.has(id) && (fired += 1),
  destroy: (id) => timers.delete(id),
}).enable();

const consumer = (await startMember(async () => {})).unwrap();
let fetches = 0;
consumer.on(consumer.events.FETCH, () => {
  // The first were begun while the process started.
  if (fetches === 2) fired = 0;
  fetches += 1;
  if (fetches === 2 + Number(process.env.FETCHES)) process.send({ fired });
});
