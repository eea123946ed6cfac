// `npm run screenshots`: every page of the console at two widths in each language and in the pseudo-language, whose longer words show what
// is cut off, in English in both colour schemes; from the running stack (`npm start`) into services/console/screenshots/. Made to be looked
// at; nothing is compared but widths. What has no data has no picture: `npm run tour` makes some. `-- --only new,targets` takes some of the
// pages, `--languages de,qps` some of the languages, `--readme` the few that the README shows.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { languages as spoken } from '@roundtrip/contracts/words';
import { localeOf } from '@roundtrip/words';
import { pseudoLanguage } from '@roundtrip/words/console';
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
const { items: templates } = await ask('/v1/templates?limit=200');
const { items: targets } = await ask('/v1/targets?limit=200');
const { items: contacts } = await ask('/v1/contacts?limit=1');

const importWith = (fits) => {
  const found = imports.find(fits);
  return found && `/imports/${found.importId}`;
};
const templateIn = (state) => {
  const found = templates.find((template) => template.state === state);
  return found && `/templates/${found.templateId}`;
};
const checks = imports.filter(({ action, counts }) => action === 'check' && counts?.wouldApply > 0);
const mostToShow = checks.toSorted((one, other) => other.counts.rejected - one.counts.rejected)[0];
const check = mostToShow && `/imports/${mostToShow.importId}`;
const target = targets.at(-1) && `/targets/${targets.at(-1).targetId}`;

const openMenu = (page) => page.locator('header button[aria-expanded]:not([aria-haspopup])').click();
const openFirstList = (page) => page.locator('summary').first().click();
const openUpdate = (page) => page.locator('main button[data-size=md]').click();
const openFirstForm = (page) => page.locator('main button[aria-label]').first().click();
const workbook = join(import.meta.dirname, '../../libs/testing/kit/fixtures/spreadsheets/saved-as-workbook.xlsx');
const chooseFile = (page) => page.locator('input[type=file]').setInputFiles(workbook);
const chooseSpreadsheet = (page) =>
  page.locator('input[type=file]').setInputFiles({
    name: 'contacts.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004[Content_Types].xml'),
  });
const chooseTarget = async (page) => {
  await page.locator('form input[role=combobox], form input[aria-haspopup=listbox]').first().click();
  const counted = page.waitForResponse((response) => response.url().endsWith('/preview'));
  await page.locator('[role=option]').last().click();
  await counted;
};

const openFirstDialog = (page) => page.locator('main table').last().locator('button').first().click();

const chooseFields = async (page) => {
  await chooseTarget(page);
  await page.locator('form summary').click();
  await page.locator('form li input[type=checkbox]').first().uncheck();
};

/** Name of the picture → its address; what is done there first; whether it is a dialog, which covers the window alone. */
const pages = {
  import: { path: '/' },
  menu: { path: '/', act: openMenu, widths: [400], dialog: true },
  template: { path: '/template' },
  'template-fields': { path: '/template', act: chooseFields },
  'template-target': { path: '/template', act: chooseTarget },
  new: { path: '/new' },
  'new-file': { path: '/new', act: chooseFile },
  'new-wrong-file': { path: '/new', act: chooseSpreadsheet },
  'template-file': { path: templateIn('READY') },
  'template-expired': { path: templateIn('EXPIRED') },
  check: { path: check },
  'update-dialog': { path: check, act: openUpdate, dialog: true },
  update: { path: importWith(({ action, counts }) => action === 'update' && counts?.rejected > 0) },
  undo: { path: importWith(({ undoOf }) => undoOf !== null) },
  warned: { path: importWith(({ state, counts }) => state === 'CHECKED' && counts.warnings > 0) },
  refused: { path: importWith(({ state }) => state === 'REJECTED') },
  cancelled: { path: importWith(({ state }) => state === 'CANCELLED') },
  running: { path: importWith(({ finishedAt }) => finishedAt === null) },
  'no-such-import': { path: '/imports/none' },
  'criterion-values': { path: '/criterion-values' },
  targets: { path: '/targets' },
  'target-new': { path: '/targets/new' },
  target: { path: target },
  contacts: { path: '/contacts' },
  contact: { path: contacts[0] && `/contacts/${encodeURIComponent(contacts[0].contactNumber)}` },
  definitions: { path: '/definitions', act: openFirstList },
  'definition-dialog': { path: '/definitions', act: openFirstForm, dialog: true },
  settings: { path: '/settings' },
  people: { path: '/settings/people' },
  'people-end': { path: '/settings/people', act: openFirstDialog, dialog: true },
  activity: { path: '/settings/activity' },
};
const forReadme = ['import', 'new', 'check', 'target', 'template-fields', 'new-file'];

const readme = process.argv.includes('--readme');
const listAfter = (option) =>
  process.argv.includes(option) && process.argv[process.argv.indexOf(option) + 1]?.split(',');
const only = listAfter('--only');
const languages = listAfter('--languages') || [...spoken, pseudoLanguage];
const wanted = only || (readme ? forReadme : ['sign-in', ...Object.keys(pages), 'institutions']);
const folder = join(import.meta.dirname, readme ? 'pictures' : 'screenshots');
if (wanted.includes('sign-in')) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});

async function takeAll(language, scheme, width, height = 800) {
  const context = await browser.newContext({
    locale: localeOf[language] ?? 'en-GB',
    colorScheme: scheme,
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => localStorage.setItem('roundtrip.language', chosen), language);
  const page = await context.newPage();
  const take = (what, fullPage) =>
    page.screenshot({ path: join(folder, `${what}${readme ? '' : `-${language}-${scheme}-${width}`}.png`), fullPage });
  await page.goto(demo.url);
  await page.locator('main h1').waitFor();
  if (wanted.includes('sign-in')) {
    await page.waitForFunction(() => document.querySelector('button[type=submit]'));
    await take('sign-in', true);
    await page.goto(`${demo.url}/sign-in?problem=SIGN_IN_NO_ROLE&institution=Théâtre des Deux Rives`);
    await page.getByRole('alert').waitFor();
    await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
    await take('sign-in-refused', true);
  }
  await context.request.post(`${demo.url}/v1/session`, { data: { key: demo.keys.admin } });
  await page.goto(demo.url);
  await shown(page);
  for (const [what, { path, act, widths, dialog }] of Object.entries(pages)) {
    if (!path || !wanted.includes(what) || (widths && !widths.includes(width))) continue;
    await page.goto(demo.url + path);
    await shown(page);
    if (act) {
      await act(page);
      await shown(page);
    }
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (tooWide > 0) console.log(`${what} (${language}) is ${tooWide} pixels wider than ${width}.`);
    await take(what, !dialog && !readme);
  }
  if (wanted.includes('institutions')) await takeInstitutions(page, take);
  await context.close();
}

/** What somebody sees who belongs to several. */
async function takeInstitutions(page, take) {
  const person = demo.provider?.people.find(({ institutions, role }) => institutions.length > 1 && role !== null);
  if (!person) return;
  await page.context().clearCookies();
  await page.goto(`${demo.url}/v1/session/start?${new URLSearchParams({ login_hint: person.email })}`);
  await page.locator('button[name=person]').first().click();
  await page.waitForURL('**/choose-institution**');
  await page.locator('main button').first().waitFor();
  await take('choose-institution', true);
  await page.goto(demo.url);
  await shown(page);
  const burger = page.locator('header button[aria-expanded]:not([aria-haspopup])').filter({ visible: true });
  if (await burger.count()) await openMenu(page);
  await page.locator('header button[aria-haspopup=menu]').filter({ visible: true }).click();
  await page.locator('[role=menuitem]').first().waitFor();
  await page.waitForTimeout(400);
  await take('institutions', false);
}

/** The page is there, and nothing in it is waited for. */
async function shown(page) {
  await page.locator('main#page h1').waitFor();
  await page.waitForFunction(() => !document.querySelector('[role=status][aria-label]'));
  await page.waitForTimeout(400);
}

if (readme) await takeAll('en', 'light', 1280, 820);
else {
  for (const language of languages) {
    const schemes = language === 'en' ? ['light', 'dark'] : ['light'];
    for (const scheme of schemes) for (const width of [1280, 400]) await takeAll(language, scheme, width);
  }
}
await browser.close();
console.log(`The pictures are in ${folder}`);
