// Every process of a stack is written down in `<home>/run/<name>.pid` the moment it is spawned, with who started it.
// So a later start, or the guard, finds what a start that was killed with -9 left running.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, processIdentity, type ProcessIdentity } from './process-identity.js';

export interface ProcessRecord {
  name: string;
  process: ProcessIdentity;
  /** The process that supervises it. */
  owner: ProcessIdentity;
  stopSignal: NodeJS.Signals;
  /** Servers are stopped after services. */
  isServer: boolean;
}

const folder = (home: string) => join(home, 'run');

export function writeRecord(home: string, record: Omit<ProcessRecord, 'process' | 'owner'>, pid: number): void {
  const identity = processIdentity(pid);
  const owner = processIdentity(process.pid);
  if (identity === undefined || owner === undefined) return; // it is gone already
  mkdirSync(folder(home), { recursive: true });
  const file = join(folder(home), `${record.name}.pid`);
  writeFileSync(`${file}.new`, JSON.stringify({ ...record, process: identity, owner } satisfies ProcessRecord));
  renameSync(`${file}.new`, file);
}

export function removeRecord(home: string, name: string): void {
  rmSync(join(folder(home), `${name}.pid`), { force: true });
}

/** The records whose process still runs; those of processes that are gone are removed on the way. */
export function liveRecords(home: string): ProcessRecord[] {
  let files: string[];
  try {
    files = readdirSync(folder(home)).filter((file) => file.endsWith('.pid'));
  } catch {
    return [];
  }
  return files.flatMap((file) => {
    const path = join(folder(home), file);
    let record: ProcessRecord | undefined;
    try {
      record = JSON.parse(readFileSync(path, 'utf8')) as ProcessRecord;
    } catch {
      // removed in the meantime, or cut off by a full disk
    }
    if (record !== undefined && isAlive(record.process)) return [record];
    rmSync(path, { force: true });
    return [];
  });
}
