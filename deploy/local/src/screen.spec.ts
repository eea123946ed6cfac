import { describe, expect, it } from '@jest/globals';
import { openScreen } from './screen.js';

const rewrite = '\u001b[';

/** What stands on a terminal after all that was written to it, by the two sequences that we use. */
function shown(written: string): string[] {
  const [first = '', ...parts] = written.split(rewrite);
  let lines = first.split('\n');
  // `2A`, then `J` or text.
  for (const part of parts) {
    const [, up, text] = /^(?:(\d+)A|J([^]*))$/.exec(part) ?? [];
    if (up !== undefined) lines = lines.slice(0, lines.length - 1 - Number(up)).concat('');
    else {
      const [rest = '', ...more] = (text ?? 'not understood').split('\n');
      lines = [...lines.slice(0, -1), `${lines.at(-1)}${rest}`, ...more];
    }
  }
  return lines.slice(0, -1);
}

function terminal(options: { isTTY: boolean; columns?: number }, env: NodeJS.ProcessEnv = {}) {
  let written = '';
  const screen = openScreen({ ...options, write: (text) => (written += text) }, env);
  return { screen, shown: () => shown(written), written: () => written };
}

describe('a terminal', () => {
  it('shows the lines at its foot once, however often they change, and what is logged above them', () => {
    const { screen, shown: now } = terminal({ isTTY: true, columns: 80 });
    screen.log('starting');
    screen.status?.(['minio 1', 'kafka 1']);
    screen.status?.(['minio 2', 'kafka 2']);
    screen.log('mail is ready');
    expect(now()).toEqual(['starting', 'mail is ready', 'minio 2', 'kafka 2']);
    screen.status?.([]);
    screen.log('ready');
    expect(now()).toEqual(['starting', 'mail is ready', 'ready']);
  });

  it('cuts a line that would wrap', () => {
    const { screen, shown: now } = terminal({ isTTY: true, columns: 20 });
    screen.status?.(['x'.repeat(50)]);
    screen.status?.(['y'.repeat(50)]);
    expect(now()).toEqual(['y'.repeat(19)]);
  });
});

describe('what is no terminal, or one that cannot rewrite', () => {
  it.each([
    [{ isTTY: false }, {}],
    [{ isTTY: true }, { TERM: 'dumb' }],
  ])('gets plain lines only: %j %j', (options, env) => {
    const { screen, written } = terminal(options, env);
    screen.log('starting');
    expect([screen.status, written()]).toEqual([undefined, 'starting\n']);
  });
});
