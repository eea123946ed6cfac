// `npm run screenshots`: every page of the console in both languages, both colour schemes and two widths, from the running stack
// (`npm start`) into services/console/screenshots/. Made to be looked at; nothing is compared.
// `npm run screenshots -- --only new,targets` takes some of them.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const home = process.env.ROUNDTRIP_HOME || join(import.meta.dirname, '../../.roundtrip');
const demo = await readFile(join(home, 'demo.json'), 'utf8').then(JSON.parse, () => undefined);
if (!demo) {
  console.error(`No stack is running: there is no ${join(home, 'demo.json')}. Start one with \`npm start\`.`);
  process.exit(1);
}

const ask = async (path) =>
  (await fetch(`${demo.url}${path}`, { headers: { authorization: `Bearer ${demo.keys.admin}` } })).json();
const { items: imports } = await ask('/v1/imports?limit=200');
const { items: targets } = await ask('/v1/targets?limit=200');
const { items: contacts } = await ask('/v1/contacts?limit=1');

const importWith = (fits) => {
  const found = imports.find(fits);
  return found && `/imports/${found.importId}`;
};
const openCriterion = (page) => page.locator('summary').first().click();
const chooseFile = (page) =>
  page.locator('input[type=file]').setInputFiles({
    name: 'contact-criteria_TEACHERS.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('CONTACT_NUMBER;EMAIL;[old] JOB - Job;[new] JOB - Job\r\n'),
  });
const primaryButton = (page) => page.locator('main#page button[data-size=md]').click();
const openMenu = (page) => page.locator('header button[aria-expanded]').click();

/** Name of the picture → its address, and what is done there first; what is not there yet has no picture. */
const pages = {
  import: ['/'],
  menu: ['/', openMenu, [400]],
  template: ['/template'],
  new: ['/new'],
  'new-file': ['/new', chooseFile],
  check: [importWith(({ action, counts }) => action === 'check' && counts?.rejected > 0)],
  'update-dialog': [importWith(({ action, counts }) => action === 'check' && counts?.rejected > 0), primaryButton],
  update: [importWith(({ action, counts }) => action === 'update' && counts?.applied > 0 && counts.rejected > 0)],
  undo: [importWith(({ undoOf }) => undoOf !== null)],
  warned: [importWith(({ state, counts }) => state === 'CHECKED' && counts.warnings > 0)],
  refused: [importWith(({ state }) => state === 'REJECTED')],
  cancelled: [importWith(({ state }) => state === 'CANCELLED')],
  'criterion-values': ['/criterion-values'],
  targets: ['/targets'],
  'target-new': ['/targets/new'],
  target: [targets.at(-1) && `/targets/${targets.at(-1).targetId}`],
  contacts: ['/contacts'],
  contact: [contacts[0] && `/contacts/${encodeURIComponent(contacts[0].contactNumber)}`],
  definitions: ['/definitions', openCriterion],
  settings: ['/settings'],
  'no-such-import': ['/imports/imp_gone'],
};
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : undefined;

const folder = join(import.meta.dirname, 'screenshots');
if (!only) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});

/** The page is there, and nothing in it is waited for. */
const shown = async (page) => {
  await page.locator('main#page h1').waitFor();
  await page.waitForFunction(() => !document.querySelector('.mantine-Loader-root'));
  await page.waitForTimeout(400);
};

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
      const take = (what) =>
        page.screenshot({ path: join(folder, `${what}-${language}-${scheme}-${width}.png`), fullPage: true });
      await page.goto(demo.url);
      await page.locator('button[type=submit]').waitFor();
      if (!only) await take('sign-in');
      await page.goto(`${demo.url}/#key=${demo.keys.admin}`);
      await page.reload();
      await page.locator('main#page h1').waitFor();
      for (const [what, [path, act, widths]] of Object.entries(pages)) {
        if (!path || (only && !only.includes(what)) || (widths && !widths.includes(width))) continue;
        await page.goto(demo.url + path);
        await shown(page);
        if (act) {
          await act(page);
          await shown(page);
        }
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (tooWide > 0) console.log(`${what} in ${language} is ${tooWide} pixels wider than ${width}`);
        await take(what);
      }
      await context.close();
    }
  }
}
await browser.close();
console.log(`The pictures are in ${folder}`);
