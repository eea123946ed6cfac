// `node --import profile-hook.js`: a signal SIGUSR2 begins a CPU profile of this process, the next one ends it and writes it to
// PROFILE_FOLDER. Not `--cpu-prof`, which would record the start and every stage before the one that is looked at.
import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

const folder = process.env['PROFILE_FOLDER'];
let session: Session | undefined;

async function toggle(): Promise<void> {
  if (session) {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    session = undefined;
    const path = join(folder ?? '.', `${process.pid}.cpuprofile`);
    writeFileSync(`${path}.partial`, JSON.stringify(profile));
    renameSync(`${path}.partial`, path);
  } else {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 500 });
    await session.post('Profiler.start');
  }
}

process.on('SIGUSR2', () => void toggle());
