// `node deploy/local/dist/processes/guard.js HOME`: stands beside a stack and stops it when the process that started it dies
// without doing so, even by kill -9. Its standard input is a pipe from that process, which ends when the process does.
import { liveRecords } from './process-record.js';
import { stopRecorded } from './stop-leftovers.js';

const home = process.argv[2];
const owner = process.ppid;
if (home === undefined) throw new Error('usage: guard.js HOME');

process.stdin.resume();
process.stdin.once('end', () => {
  const left = liveRecords(home).filter((record) => record.owner.pid === owner);
  void stopRecorded(home, left);
});
