import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const lookMs = 500;

/**
 * Tells the lines of a file while it grows. A tool writes to the file itself: were it a pipe to us, it could not end in peace after us.
 * `end` tells the rest.
 */
export function followLines(file: string, onLine: (line: string) => void): { end(): void } {
  const descriptor = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(65_536);
  let begun = '';
  const look = () => {
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) {
      const lines = (begun + decoder.write(buffer.subarray(0, read))).split('\n');
      begun = lines.pop() ?? '';
      lines.forEach(onLine);
    }
  };
  const timer = setInterval(look, lookMs).unref();
  return {
    end() {
      clearInterval(timer);
      look();
      if (begun !== '') onLine(begun);
      closeSync(descriptor);
    },
  };
}
