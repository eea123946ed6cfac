import { describe, expect, it } from '@jest/globals';
import type { Language } from '@roundtrip/contracts/words';
import { eventually } from '@roundtrip/test-kit/client';
import { type ConsoleWords, consoleWords, loadMessages } from '@roundtrip/words/console';
import type { Locator, Page } from 'playwright-core';
import { axeFaults } from './axe.js';
import { clientOf } from './client-of.js';
import type { ConsoleWindow } from './console-page.js';
import { fileOf, isFocused, press, tabTo, untilSignedOut } from './officer.js';
import { atProvider, provider, signInByProvider, signInLink } from './provider-sign-in.js';
import type { ScenarioContext } from './scenario-context.js';

const theatre = 'Théâtre des Deux Rives';
const museum = 'Musée du Vieux Port';

export function signInScenarios(given: () => ScenarioContext): void {
  describe('a person', () => {
    const wordsIn = async (language: Language): Promise<ConsoleWords> =>
      consoleWords(language, await loadMessages(language));
    /** @param page where nobody is signed in; in which language it is */
    const signIn = async (page: Page, name: string, language: Language = 'en'): Promise<void> =>
      signInByProvider(page, name, await wordsIn(language));

    it.each([
      ['en', 1280],
      ['de', 400],
    ] as const)(
      'signs in by the provider with the keyboard alone, is back where she wanted to be, and signs out at both: %s, %d',
      async (language, width) => {
        const words = await wordsIn(language);
        const window = await given().open(undefined, { language, width });
        const { page, context } = window;
        const wanted = '/contacts?query=e';
        await window.go(wanted);
        await signInLink(page, words).waitFor();
        expect(await axeFaults(page)).toEqual([]);
        await press(page, signInLink(page, words));
        await press(page, atProvider(page, 'Olga Brandt'));
        await page.getByRole('heading', { name: words.contact.title }).waitFor();
        expect(page.url()).toBe(given().stack.url + wanted);
        await page.getByRole('table').waitFor();
        if (width < 800) await press(page, page.getByRole('button', { name: words.common.menu }));
        const banner = page.getByRole('banner');
        await banner.getByText(theatre).filter({ visible: true }).waitFor();
        await banner.getByText(`Olga Brandt · ${words.roles.operator}`).filter({ visible: true }).waitFor();
        await press(page, page.getByRole('button', { name: words.common.signOut }).filter({ visible: true }));
        await untilSignedOut(page);
        expect(new URL(page.url()).pathname).toBe('/sign-in');
        expect(await context.cookies(given().stack.url)).not.toContainEqual(
          expect.objectContaining({ sameSite: 'Strict' }),
        );
        // Who is still signed in at the provider would not be asked.
        await press(page, signInLink(page, words));
        await atProvider(page, 'Olga Brandt').waitFor();
        await press(page, page.getByRole('button', { name: /Cancel/ }));
        await page
          .getByRole('alert')
          .filter({ hasText: words.signIn.problems.denied({ name: provider }) })
          .waitFor();
      },
      600_000,
    );

    it('of two institutions chooses one, and changes to the other in every window at once', async () => {
      const words = await wordsIn('en');
      const window = await given().open(undefined);
      const { page, context } = window;
      await window.go('/targets');
      await signIn(page, 'Oskar Weiss');
      await page.getByRole('heading', { name: words.institutions.title }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await press(page, page.getByRole('button', { name: new RegExp(`^${theatre}`) }));
      await page.getByRole('heading', { name: 'Targets' }).waitFor();
      await press(page, page.getByRole('link', { name: 'Everybody' }));
      await page.getByRole('heading', { name: 'Everybody' }).waitFor();

      const other = await context.newPage();
      await other.goto(`${given().stack.url}/contacts`);
      const menu = (name: string, on = page): Locator =>
        on.getByRole('button', { name: words.institutions.change({ name }) }).filter({ visible: true });
      await menu(theatre, other).waitFor();
      await press(page, menu(theatre));
      const item = page.getByRole('menuitem', { name: new RegExp(`^${museum}`) });
      await item.waitFor();
      expect(await axeFaults(page)).toEqual([]);
      for (let presses = 0; presses < 5 && !(await item.evaluate(isFocused)); presses++) {
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await menu(museum).waitFor();
      // Its target is none of the museum.
      await page.getByRole('heading', { name: 'Import' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
      await menu(museum, other).waitFor();
      expect(new URL(other.url()).pathname).toBe('/contacts');
    }, 600_000);

    it('is spoken to on any machine in the language that she chose last, also on the way in', async () => {
      const choice = (page: Page): Locator => page.locator('select:has(option[value=de])').filter({ visible: true });
      const greeted = (page: Page, words: ConsoleWords) =>
        page.getByText(`Vera Lindqvist · ${words.roles.viewer}`).filter({ visible: true }).waitFor();
      const kept = async ({ context }: ConsoleWindow): Promise<unknown> =>
        ((await (await context.request.get(`${given().stack.url}/v1/me`)).json()) as { language: unknown }).language;
      const untilKept = (window: ConsoleWindow, language: string) =>
        eventually(async () => (await kept(window)) === language || undefined);
      const [french, italian] = [await wordsIn('fr'), await wordsIn('it')];

      const office = await given().open(undefined);
      await office.go('/contacts');
      await signIn(office.page, 'Vera Lindqvist');
      await greeted(office.page, await wordsIn('en'));
      await choice(office.page).selectOption('fr');
      await greeted(office.page, french);
      await untilKept(office, 'fr');

      const shared = await given().open(undefined, { language: 'de' });
      const { page } = shared;
      await shared.go('/contacts');
      await signIn(page, 'Vera Lindqvist', 'de');
      await greeted(page, french);
      await page.getByRole('button', { name: french.common.signOut }).click();
      await untilSignedOut(page);
      await choice(page).selectOption('it');
      await signIn(page, 'Vera Lindqvist', 'it');
      await greeted(page, italian);
      await untilKept(shared, 'it');

      const back = { data: { language: null } };
      expect((await shared.context.request.put(`${given().stack.url}/v1/me/language`, back)).status()).toBe(200);
    }, 600_000);

    it('who is not let in is told why, is let in when her group has a role, and is out when her sessions are ended; all of it is written down', async () => {
      const words = await wordsIn('en');
      const rest = clientOf(given(), 'admin');
      const { institutionId: _, ...before } = await rest.get<Record<string, unknown>>('/v1/institution');
      const window = await given().open(undefined);
      const { page } = window;
      await window.go('/contacts');
      await signIn(page, 'Noor Visser');
      const reason = words.signIn.problems.noRole({ name: provider, institution: theatre });
      await page.getByRole('alert').filter({ hasText: reason }).waitFor();
      expect(await axeFaults(page)).toEqual([]);

      // Somebody else, though the provider knows her already; she does not want to in the end.
      await press(page, page.getByRole('link', { name: words.signIn.asAnother }));
      await atProvider(page, 'Vera Lindqvist').waitFor();
      await page.goBack();
      await page.getByRole('alert').filter({ hasText: reason }).waitFor();

      const admin = await given().open('admin');
      await admin.go('/settings');
      await press(admin.page, admin.page.getByRole('link', { name: words.settings.nav.people, exact: true }));
      const row = admin.page.getByRole('row').filter({ hasText: 'noor.visser@example.org' });
      await row.getByText(words.people.refused).waitFor();
      const rolesOfGroups = admin.page.getByRole('table', { name: words.people.groups });
      try {
        await press(admin.page, admin.page.getByRole('button', { name: words.people.addGroup }));
        await admin.page.keyboard.type('stage');
        await admin.page.getByRole('option', { name: 'theatre-stage' }).waitFor();
        await admin.page.keyboard.press('ArrowDown');
        await admin.page.keyboard.press('Enter');
        const role = rolesOfGroups.getByRole('combobox', { name: words.people.roleOf({ group: 'theatre-stage' }) });
        await tabTo(admin.page, role);
        await role.selectOption('viewer');
        expect(await axeFaults(admin.page)).toEqual([]);
        await press(admin.page, admin.page.getByRole('button', { name: words.common.save }));
        await admin.page.getByText(words.people.groupsSaved).waitFor();

        // At the provider she is signed in: she is not asked again.
        await press(page, signInLink(page, words));
        await page.getByText('Noor Visser · viewer').filter({ visible: true }).waitFor();
        expect(new URL(page.url()).pathname).toBe('/contacts');

        await admin.page.reload();
        await press(
          admin.page,
          row.getByRole('button', { name: words.settings.endSessionsOf({ name: 'Noor Visser' }) }),
        );
        await admin.page.getByRole('dialog').getByRole('button', { name: words.settings.endSessions }).press('Enter');
        await admin.page.getByText(words.settings.sessionsEnded({ name: 'Noor Visser' })).waitFor();
        await page.getByRole('link', { name: 'Definitions', exact: true }).click();
        await page.getByText('Your session has ended.').waitFor();
        expect(new URL(page.url()).pathname).toBe('/definitions');

        await press(admin.page, admin.page.getByRole('link', { name: words.settings.nav.activity, exact: true }));
        await admin.page.getByRole('combobox', { name: words.activity.who }).selectOption({ label: 'Noor Visser' });
        await admin.page.getByRole('row', { name: /Noor Visser.*Refused/ }).waitFor();
        await admin.page.getByRole('combobox', { name: words.activity.what }).selectOption('signed-in');
        const entries = admin.page.getByRole('table', { name: words.activity.title }).locator('tbody tr');
        await eventually(async () => (await entries.count()) === 1 || undefined);
        expect(await entries.innerText()).toContain('Noor Visser');
        expect(await axeFaults(admin.page)).toEqual([]);
        const button = admin.page.getByRole('button', { name: words.activity.download });
        const { name, bytes } = await fileOf(admin.page, button);
        expect([name, bytes.toString().trim().split('\r\n').length]).toEqual(['activities.csv', 2]);

        await press(admin.page, admin.page.getByRole('link', { name: words.settings.nav.people, exact: true }));
        await press(admin.page, row.getByRole('button', { name: words.people.eraseOf({ name: 'Noor Visser' }) }));
        await admin.page.getByRole('dialog').getByRole('button', { name: words.people.erase }).press('Enter');
        await admin.page.getByText(words.people.isErased).waitFor();
        await admin.page.getByRole('row', { name: new RegExp(words.people.erased) }).waitFor();
        expect(await row.count()).toBe(0);
        await press(admin.page, admin.page.getByRole('link', { name: words.settings.nav.activity, exact: true }));
        await admin.page.getByRole('row', { name: new RegExp(`${words.people.erased}.*Refused`) }).waitFor();
        expect(await admin.page.getByText('Noor Visser').count()).toBe(0);
      } finally {
        expect((await rest.send('PUT', '/v1/institution', before)).status).toBe(200);
      }
    }, 600_000);
  });
}
