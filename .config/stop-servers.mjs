import { rm } from 'node:fs/promises';

export default async function stopTestServers() {
  const { servers, home } = globalThis.roundtripTestServers;
  await servers.stop();
  await rm(home, { recursive: true, force: true });
}
