import type { ConsoleWords } from '@roundtrip/words/console';
import type { Locator, Page } from 'playwright-core';
import { press } from './officer.js';

/** As the console calls it. */
export const provider = 'the demo provider';

/** @param words of the page, where nobody is signed in */
export const signInLink = (page: Page, words: ConsoleWords): Locator =>
  page.getByRole('link', { name: words.signIn.with({ name: provider }) });

/** Whom the provider offers to be. */
export const atProvider = (page: Page, name: string): Locator => page.getByRole('button', { name: new RegExp(name) });

/** There and back, by keyboard. @param words of the page, where nobody is signed in */
export async function signInByProvider(page: Page, name: string, words: ConsoleWords): Promise<void> {
  const link = signInLink(page, words);
  await link.focus();
  await link.press('Enter');
  await press(page, atProvider(page, name));
}
