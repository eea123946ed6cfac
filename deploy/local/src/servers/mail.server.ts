import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../home.js';
import type { StackPorts } from '../ports.js';
import { answersOk } from './ready-checks.js';
import { StackError } from '../stack-error.js';
import type { ProcessSpec } from '../processes/supervised-process.js';

/** maildev: an SMTP server that delivers nothing and a page that shows what it got. */
export function mailServer(home: string, ports: StackPorts): ProcessSpec[] {
  const mails = join(home, 'mail');
  mkdirSync(mails, { recursive: true });
  return [
    {
      name: 'mail',
      isServer: true,
      command: process.execPath,
      args: [
        maildev(),
        `--smtp=${String(ports.smtp)}`,
        '--ip=127.0.0.1',
        `--web=${String(ports.mailWeb)}`,
        '--web-ip=127.0.0.1',
        `--mail-directory=${mails}`,
      ],
      // It reads maildev.config.* of its folder and the folders above.
      cwd: mails,
      stopGraceMs: 5000,
      ready: () => answersOk(`http://127.0.0.1:${String(ports.mailWeb)}/api/email`),
      readyWithinMs: 120_000,
    },
  ];
}

/** npm puts it beside this package only when another package needs another version of it. */
function maildev(): string {
  const folders = [join(checkout, 'deploy/local'), checkout];
  const program = folders
    .map((folder) => join(folder, 'node_modules/maildev/dist/bin/maildev.js'))
    .find((path) => existsSync(path));
  if (program === undefined) throw new StackError('The mail catcher is not installed: run npm ci.');
  return program;
}
