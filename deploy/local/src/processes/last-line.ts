import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * What a failing program said last that tells why: the last line of its log about an error, else the last line with
 * words. `from` is the offset in bytes where its own output begins, when others have written to the file before.
 */
export function lastLine(file: string, from = 0): string {
  const lines = tail(file, from).map(plain);
  const words = lines.filter((line) => /\p{L}/u.test(line) && !/^(at |Node\.js v)/.test(line));
  return (
    words.findLast((line) => /\b\w*(error|exception|fatal|cannot)\b/i.test(line)) ?? words.at(-1) ?? 'it said nothing'
  );
}

const tailBytes = 16 * 1024;

function tail(file: string, from: number): string[] {
  try {
    const fd = openSync(file, 'r');
    const start = Math.max(from, fstatSync(fd).size - tailBytes);
    const buffer = Buffer.alloc(tailBytes);
    const length = readSync(fd, buffer, 0, tailBytes, start);
    closeSync(fd);
    return buffer.toString('utf8', 0, length).split('\n');
  } catch {
    return [];
  }
}

/** Without colours; of a line of JSON, its message. */
function plain(line: string): string {
  // oxlint-disable-next-line no-control-regex -- colour codes start with the control character ESC
  const text = line.replaceAll(/\u001b\[[0-9;]*m/g, '').trim();
  try {
    const record = JSON.parse(text) as { message?: unknown; level?: unknown };
    if (typeof record.message !== 'string') return text;
    return record.level === 'error' ? `error: ${record.message}` : record.message;
  } catch {
    return text;
  }
}
