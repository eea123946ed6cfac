import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, editAuthorisations, type Stack, startStack, unzipFirst } from '@roundtrip/testing/stack';
import type { Browser, Locator, Page } from 'playwright-core';
import { ConsoleWindow, openBrowser } from './console-page.js';

const CONTACTS = 300;

describe('the Import page', () => {
  let stack: Stack;
  let browser: Browser;
  const windows: ConsoleWindow[] = [];

  const open = async (role: keyof Stack['keys']): Promise<ConsoleWindow> => {
    const window = await ConsoleWindow.open(browser, stack.url);
    windows.push(window);
    await window.signIn(stack.keys[role]);
    return window;
  };

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({ contacts: CONTACTS }), openBrowser()]);
  }, 240_000);
  afterEach(async () => {
    const faults = windows.flatMap((window) => window.faults);
    await Promise.all(windows.splice(0).map((window) => window.close()));
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 60_000);

  it('is reached by the link that the start prints, whose key leaves the address at once', async () => {
    const { page, context } = await open('viewer');
    expect(page.url()).toBe(`${stack.url}/`);
    await page.goBack();
    expect(page.url()).not.toContain('key=');
    const cookies = await context.cookies();
    expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })]);
  }, 60_000);

  it('leads from a target to its file, and from the edited file by a check to an update, and back by an undo', async () => {
    const { page } = await open('operator');

    await page.getByRole('link', { name: 'Download import template' }).click();
    await page.getByRole('radio', { name: 'Authorisations' }).check();
    await page.getByRole('combobox', { name: 'Target' }).fill('every');
    await page.getByRole('option', { name: 'Everybody (EVERYBODY)' }).click();
    await page.getByText(/Holds \d+ contacts now/).waitFor();
    await page.getByRole('columnheader', { name: '[new] EMAIL - E-mail' }).waitFor();
    await page.getByRole('button', { name: 'Make the file' }).click();

    const template = rowOf(page, 'Everybody');
    await template.getByText('Ready').waitFor();
    const zip = await fileOf(page, template.getByRole('link', { name: 'Template file' }));
    expect(zip.name).toMatch(/^contact-authorisations_EVERYBODY_\d{8}-\d{4}\.zip$/);

    const edited = editAuthorisations(await unzipFirst(zip.bytes), 0.1, 7);
    expect(edited.changed).toBeGreaterThan(10);
    await page.getByRole('link', { name: 'New', exact: true }).click();
    await choose(page, 'edited.csv', edited.csv);
    await page.getByText('It looks like: Authorisations.').waitFor();
    await page.getByRole('button', { name: 'Check the file' }).click();

    await page.getByRole('heading', { name: 'What would change' }).waitFor();
    expect(await totals(page)).toEqual({
      'lines in all': edited.lines,
      'would be applied': edited.changed,
      unchanged: edited.lines - edited.changed,
      rejected: 0,
      'not attempted': 0,
    });
    await page.getByText('No errors and no warnings.').waitFor();

    await page.getByRole('button', { name: 'Update the data' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Update the data' }).click();
    await page.getByRole('heading', { name: 'What has changed' }).waitFor();
    expect(await totals(page)).toMatchObject({ applied: edited.changed, rejected: 0 });
    const changes = await fileOf(page, page.getByRole('link', { name: 'Changes' }));
    expect(changes.bytes.toString().trim().split('\r\n').length).toBeGreaterThan(edited.changed);

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'What was taken back' }).waitFor();
    expect(await totals(page)).toMatchObject({ applied: edited.changed, rejected: 0 });
  }, 120_000);

  it('explains every line that is wrong, and takes the corrected file of rejected lines', async () => {
    const numbers = await contactNumbers(3);
    const csv = [
      'CONTACT_NUMBER;[old] PROFESSION - Profession;[new] PROFESSION - Profession',
      `${numbers[0]};;TEACHR`,
      `${numbers[1]};NOBODY;Empty`,
      `nobody-9;;TEACHER`,
    ].join('\r\n');
    const { page } = await open('editor');
    await page.getByRole('link', { name: 'New', exact: true }).click();
    await choose(page, 'wrong.csv', csv);
    await page.getByRole('button', { name: 'Check the file' }).click();

    const table = page.getByRole('table').filter({ hasText: 'What is wrong' });
    const misspelt = table.getByRole('row').filter({ hasText: 'TEACHR' });
    await misspelt.waitFor();
    expect(await misspelt.textContent()).toMatch(/^2.*Unknown code.*[Dd]id you mean.*TEACHER/);
    expect(await table.getByRole('row').count()).toBeGreaterThan(2);
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Unknown contact (1)' });
    await misspelt.waitFor({ state: 'detached' });
    expect(await table.getByRole('row').count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Update the data' }).isDisabled()).toBe(true);

    const rejected = await fileOf(page, page.getByRole('link', { name: 'Rejected lines' }));
    const corrected = rejected.bytes.toString().replace('TEACHR', 'TEACHER');
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.getByRole('link', { name: 'New', exact: true }).click();
    await choose(page, 'corrected.csv', corrected);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('heading', { name: 'What would change' }).waitFor();
    expect(await page.getByRole('table').filter({ hasText: 'TEACHR' }).count()).toBe(0);
  }, 120_000);

  it('says that a file is wrong before it is sent', async () => {
    const { page } = await open('editor');
    await page.getByRole('link', { name: 'New', exact: true }).click();
    const send = page.getByRole('button', { name: 'Check the file' });
    await choose(page, 'book.csv', 'PK\x03\x04................xl/workbook.xml');
    await page.getByRole('alert').filter({ hasText: 'CSV UTF-8' }).waitFor();
    expect(await send.isDisabled()).toBe(true);
    await choose(page, 'contacts.csv', 'CONTACT_NUMBER,LAST_NAME\r\n1,Dupont\r\n');
    await page.getByText('It looks like: Contacts.').waitFor();
    expect(await send.isEnabled()).toBe(true);
    await page.getByRole('radio', { name: 'Contact criteria' }).check();
    await page.getByRole('alert').filter({ hasText: 'The columns are those of Contacts' }).waitFor();
    expect(await send.isDisabled()).toBe(true);
  }, 60_000);

  it('tells what a cell may hold: filtered, copied, downloaded', async () => {
    const { page, context } = await open('viewer');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('link', { name: 'Access criterion values' }).click();
    await page.getByRole('heading', { name: 'Interests' }).waitFor();
    await page.getByRole('searchbox', { name: 'Filter' }).fill('teach');
    await page.getByRole('heading', { name: 'Interests' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Copy TEACHER' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('TEACHER');
    const file = await fileOf(page, page.getByRole('button', { name: 'Download as .csv' }));
    expect(file.name).toMatch(/\.csv$/);
    expect(file.bytes.toString()).toContain('TEACHER');
  }, 60_000);

  it('lets a viewer see and not act', async () => {
    const { page } = await open('viewer');
    await page.getByRole('listitem').first().waitFor();
    expect(await page.getByRole('link', { name: 'New', exact: true }).count()).toBe(0);
    expect(await page.getByRole('listitem').getByRole('button').count()).toBe(0);
    expect(
      await page
        .getByRole('listitem')
        .getByRole('link', { name: /Rejected|Changes|file/ })
        .count(),
    ).toBe(0);
    await page.goto(`${stack.url}/new`);
    await page.getByText('For this the role editor is needed.').waitFor();
  }, 60_000);

  it('shows another institution nothing', async () => {
    const window = await ConsoleWindow.open(browser, stack.url);
    windows.push(window);
    await window.signIn(stack.second.admin);
    await window.page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    const [ours] = (
      await new Client(stack.url, stack.keys.viewer).get<{ items: { importId: string }[] }>('/v1/imports')
    ).items;
    await window.go(`/imports/${ours?.importId}`);
    await window.page.getByRole('heading', { name: 'There is no such import' }).waitFor();
  }, 60_000);

  const contactNumbers = async (limit: number): Promise<string[]> => {
    const { items } = await new Client(stack.url, stack.keys.viewer).get<{ items: { contactNumber: string }[] }>(
      `/v1/contacts?limit=${limit}`,
    );
    return items.map(({ contactNumber }) => contactNumber);
  };
});

const rowOf = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ hasText: name }).first();

const choose = (page: Page, name: string, content: string): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

async function fileOf(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The numbers of an import by what they are called. */
async function totals(page: Page): Promise<Record<string, number>> {
  const numbers = page.locator('dl').first();
  const [names, values] = await Promise.all([
    numbers.locator('dt').allTextContents(),
    numbers.locator('dd').allTextContents(),
  ]);
  return Object.fromEntries(names.map((name, index) => [name, Number(values[index]?.replaceAll(/\D/g, ''))]));
}
