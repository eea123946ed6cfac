import type { InstallOutput } from './install/install-display.js';

export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/**
 * Lines that stay, and in a terminal some at the foot that are rewritten. What is logged meanwhile stands above them.
 */
export function openScreen(out: Terminal, env: NodeJS.ProcessEnv = process.env): InstallOutput {
  if (out.isTTY !== true || env['TERM'] === 'dumb') return { log: (line) => out.write(`${line}\n`) };
  let foot: readonly string[] = [];
  // Up to the first line of the foot, and all from there gone.
  const wipe = () => (foot.length === 0 ? '' : `\u001b[${foot.length}A\u001b[J`);
  const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  return {
    log: (line) => out.write(`${wipe()}${line}\n${textOf(foot)}`),
    status: (lines) => {
      // A line that wraps would count as two.
      const next = lines.map((line) => line.slice(0, (out.columns ?? 80) - 1));
      out.write(`${wipe()}${textOf(next)}`);
      foot = next;
    },
  };
}
