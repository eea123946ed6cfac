import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { must } from './tour-problem.errors.js';

/** What the tour needs of `demo.json`, which a running stack writes when it is ready. */
export interface DemoStack {
  home: string;
  url: string;
  mailApi: string;
  keys: { operator: string; admin: string };
}

/** @throws TourProblem when no stack is running, or its mails cannot be looked at */
export async function demoStack(env: NodeJS.ProcessEnv): Promise<DemoStack> {
  const home = resolve(env['ROUNDTRIP_HOME'] || join(import.meta.dirname, '../../../../.roundtrip'));
  const path = join(home, 'demo.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  must(
    text !== undefined,
    `No stack is running: there is no ${path}. Start one with \`npm start\` in another terminal.`,
  );
  const demo = JSON.parse(text) as Partial<DemoStack>;
  const { url, mailApi, keys } = demo;
  must(
    url !== undefined && keys !== undefined,
    `${path} does not say where the stack is. Start it again with \`npm start\`.`,
  );
  must(
    mailApi !== undefined,
    'The mails of this stack go to a server of yours (SMTP_URL), where the tour cannot look. Start it without SMTP_URL.',
  );
  return { home, url, mailApi, keys };
}
