import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoFile } from '../demo/demo-file.js';
import { isAlive } from './process-identity.js';
import { liveRecords, removeRecord, type ProcessRecord } from './process-record.js';
import { StackError } from '../stack-error.js';

const graceMs = 20_000;

/**
 * Stops what an earlier start of this home left running, services first. Throws a StackError when the one who started
 * it still lives: then it is no leftover. Answers the names of what it stopped.
 */
export async function stopLeftovers(home: string, names?: readonly string[]): Promise<string[]> {
  const records = liveRecords(home).filter(
    ({ name, owner }) => owner.pid !== process.pid && (names === undefined || names.includes(name)),
  );
  refuseOwned(home, records);
  await stopRecorded(home, records);
  return records.map(({ name }) => name);
}

/** Throws a StackError that names the process when somebody else runs servers or services of this home. */
export function refuseOwned(home: string, records: readonly ProcessRecord[] = liveRecords(home)): void {
  const owned = records.find(({ owner }) => owner.pid !== process.pid && isAlive(owner));
  if (owned === undefined) return;
  const pid = String(owned.owner.pid);
  throw new StackError(
    `Roundtrip runs from ${home} already: stop process ${pid} first (Ctrl-C there, or kill ${pid}), or set ROUNDTRIP_HOME to another folder.`,
  );
}

/** Stops recorded processes in order: services, then servers; each politely first. */
export async function stopRecorded(home: string, records: readonly ProcessRecord[]): Promise<void> {
  if (records.length > 0) rmSync(demoFile(home), { force: true });
  const services = records.filter(({ isServer }) => !isServer);
  const servers = records.filter(({ isServer }) => isServer);
  // FerretDB goes before its PostgreSQL; the others do not depend on each other.
  const postgres = servers.filter(({ name }) => name === 'postgres');
  const others = servers.filter(({ name }) => name !== 'postgres');
  for (const group of [services, others, postgres]) await stopTogether(home, group);
}

async function stopTogether(home: string, records: readonly ProcessRecord[]): Promise<void> {
  const running = () => records.filter(({ process }) => isAlive(process));
  for (const { process, stopSignal } of running()) send(process.pid, stopSignal);
  const deadline = Date.now() + graceMs;
  while (running().length > 0 && Date.now() < deadline) await sleep(100);
  for (const { process } of running()) send(process.pid, 'SIGKILL');
  while (running().length > 0) await sleep(50);
  for (const { name } of records) removeRecord(home, name);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
