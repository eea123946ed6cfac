import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** ` by node (process 4711)` for the process that listens on a TCP port, or nothing when Linux does not tell us. */
export function whoListens(port: number): string {
  try {
    const inodes = new Set([...listeners('/proc/net/tcp', port), ...listeners('/proc/net/tcp6', port)]);
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      if (openSockets(pid).some((inode) => inodes.has(inode))) {
        return ` by ${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (process ${pid})`;
      }
    }
  } catch {
    // the sentence is complete without it
  }
  return '';
}

function listeners(table: string, port: number): string[] {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  // Columns: index, local address:port, remote, state (0A: listening), …, inode as the tenth.
  return readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(`:${hexPort}`) === true && columns[3] === '0A')
    .map((columns) => columns[9] ?? '');
}

function openSockets(pid: string): string[] {
  const folder = `/proc/${pid}/fd`;
  const sockets: string[] = [];
  try {
    for (const fd of readdirSync(folder)) {
      const target = targetOf(`${folder}/${fd}`);
      if (target.startsWith('socket:[')) sockets.push(target.slice(8, -1));
    }
  } catch {
    // another user's process, or one that has just ended
  }
  return sockets;
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return ''; // closed in the meantime
  }
}
