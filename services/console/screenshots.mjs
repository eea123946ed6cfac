// `npm run screenshots`: every page of the console in both languages, both colour schemes and two widths, from the running stack
// (`npm start`) into services/console/screenshots/. Made to be looked at; nothing is compared.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const home = process.env.ROUNDTRIP_HOME || join(import.meta.dirname, '../../.roundtrip');
const folder = join(import.meta.dirname, 'screenshots');
const demo = await readFile(join(home, 'demo.json'), 'utf8').then(JSON.parse, () => undefined);
if (!demo) {
  console.error(`No stack is running: there is no ${join(home, 'demo.json')}. Start one with \`npm start\`.`);
  process.exit(1);
}

const ask = async (path) =>
  (await fetch(`${demo.url}${path}`, { headers: { authorization: `Bearer ${demo.keys.admin}` } })).json();
const { items: imports } = await ask('/v1/imports');
const { items: targets } = await ask('/v1/targets');
const { items: contacts } = await ask('/v1/contacts?limit=1');
const newest = (fits) => imports.find(fits)?.importId;

/** Name of the picture → address; what is not there yet has no picture. */
const pages = {
  import: '/',
  template: '/template',
  new: '/new',
  check: `/imports/${newest(({ action, counts }) => action === 'check' && counts?.rejected > 0)}`,
  update: `/imports/${newest(({ action, counts }) => action === 'update' && counts?.applied > 0)}`,
  'criterion-values': '/criterion-values',
  targets: '/targets',
  target: `/targets/${targets.at(-1)?.targetId}`,
  contacts: '/contacts',
  contact: `/contacts/${encodeURIComponent(contacts[0]?.contactNumber)}`,
  definitions: '/definitions',
  settings: '/settings',
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
for (const language of ['en', 'fr']) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [1280, 400]) {
      const context = await browser.newContext({
        locale: language === 'en' ? 'en-GB' : 'fr-FR',
        colorScheme: scheme,
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const name = (what) => join(folder, `${what}-${language}-${scheme}-${width}.png`);
      await page.goto(demo.url);
      await page.locator('button[type=submit]').waitFor();
      await page.screenshot({ path: name('sign-in') });
      await page.goto(`${demo.url}/#key=${demo.keys.admin}`);
      await page.reload();
      await page.locator('main#page h1').waitFor();
      for (const [what, path] of Object.entries(pages)) {
        if (path.includes('undefined')) continue;
        await page.goto(demo.url + path);
        await page.locator('main#page h1').waitFor();
        await page.waitForTimeout(1500);
        await page.screenshot({ path: name(what), fullPage: width === 400 });
      }
      await context.close();
    }
  }
}
await browser.close();
console.log(`The pictures are in ${folder}`);
