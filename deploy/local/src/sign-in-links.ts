// `npm run sign-in-links`: new links into the demo institution of the stack that is running.
import { readFile } from 'node:fs/promises';
import { type Demo, demoFile } from './demo/demo-file.js';
import { linksText, peopleText, signInLinks } from './demo/sign-in-links.js';
import { stackHome } from './home.js';
import { StackError } from './stack-error.js';

try {
  const path = demoFile(stackHome());
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new StackError(`No stack is running: there is no ${path}. Start one with \`npm start\`.`);
  console.log('Each link signs in once, within ten minutes:');
  const demo = JSON.parse(text) as Demo;
  console.log(linksText(await signInLinks(demo)));
  console.log(peopleText(demo));
} catch (error) {
  console.error(error instanceof StackError ? error.message : error);
  process.exitCode = 1;
}
