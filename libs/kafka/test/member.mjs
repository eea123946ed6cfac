// A member process that a test can kill.
import { startMember } from './start-member.mjs';

const work = async ({ thingId }) => {
  process.send({ begun: thingId });
  await new Promise((resolve) => setTimeout(resolve, Number(process.env.TAKES_MS)));
  process.send({ done: thingId });
};
await startMember(work, { sessionTimeoutMs: 6_000 });
process.send({ joined: true });
