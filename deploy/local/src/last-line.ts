import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The last line of a log that has words in it, without colours: what a failing program usually says last. */
export function lastLine(file: string): string {
  let text = '';
  try {
    const fd = openSync(file, 'r');
    const tail = Buffer.alloc(4096);
    const size = fstatSync(fd).size;
    const length = readSync(fd, tail, 0, tail.length, Math.max(0, size - tail.length));
    closeSync(fd);
    text = tail.toString('utf8', 0, length);
  } catch {
    return 'it left no log';
  }
  // oxlint-disable-next-line no-control-regex -- colour codes start with the control character ESC
  const lines = text.replaceAll(/\u001b\[[0-9;]*m/g, '').split('\n');
  return lines.findLast((line) => /\p{L}/u.test(line))?.trim() ?? 'it said nothing';
}
