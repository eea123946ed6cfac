import { readFile } from 'node:fs/promises';
import { eventually } from '@roundtrip/test-kit/client';
import type { Locator, Page } from 'playwright-core';

/** What an officer does on the pages, and reads there. */

export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ hasText: name }).first();

export const chooseFile = (page: Page, name: string, content: string | Buffer): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: typeof content === 'string' ? Buffer.from(content) : content,
  });

/** @param fetchIt how it is asked for */
export async function fileOf(
  page: Page,
  link: Locator,
  fetchIt: () => Promise<void> = () => link.click(),
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), fetchIt()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The numbers of an import by what they are called. */
export async function totalsOn(page: Page): Promise<Record<string, number>> {
  const numbers = page.locator('dl').first();
  const [names, values] = await Promise.all([
    numbers.locator('dt').allTextContents(),
    numbers.locator('dd').allTextContents(),
  ]);
  return Object.fromEntries(names.map((name, index) => [name, Number(values[index]?.replaceAll(/\D/g, ''))]));
}

/** A dialog that has just opened gives the focus a moment later than it shows itself. */
export async function untilFocused(element: Locator): Promise<void> {
  await eventually(async () => (await element.evaluate(isFocused)) || undefined);
}

export const isFocused = (element: Element): boolean => element === document.activeElement;

/** Goes on with the keyboard until the element has the focus. */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  await element.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await element.evaluate(isFocused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(element)}`);
}

export async function press(page: Page, element: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, element);
  await page.keyboard.press(key);
}

/** What is said about an element besides its name. */
export const descriptionOf = (element: Locator): Promise<string> =>
  element.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

/** Nobody is signed in here: whatever else the page offers, a key can be typed. */
export const untilSignedOut = (page: Page): Promise<void> => keyOf(page).waitFor({ state: 'attached' });

/** Where a key is typed: where people sign in by a provider, it is opened first. */
export async function keyInput(page: Page): Promise<Locator> {
  await untilSignedOut(page);
  if (!(await keyOf(page).isVisible())) await page.locator('details:has(input[type=password]) > summary').click();
  return keyOf(page);
}

export async function signInByKey(page: Page, key: string): Promise<void> {
  await (await keyInput(page)).fill(key);
  await page.locator('form button[type=submit]').click();
}

/** The only one; its label says also that it is required. */
const keyOf = (page: Page): Locator => page.locator('input[type=password]');
