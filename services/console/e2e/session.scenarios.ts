import { describe, expect, it } from '@jest/globals';
import { eventually } from '@roundtrip/test-kit/client';
import { languages } from '@roundtrip/contracts/words';
import { sentence, sentencesText } from '@roundtrip/words';
import { loadMessages } from '@roundtrip/words/console';
import { axeFaults } from './axe.js';
import { clientOf } from './client-of.js';
import { signInByKey, untilSignedOut } from './officer.js';
import type { ScenarioContext } from './scenario-context.js';

export function sessionScenarios(given: () => ScenarioContext): void {
  describe('the session', () => {
    it('begins with the link that the start prints, once, and its code leaves the address at once', async () => {
      const link = await given().stack.signInLink('viewer');
      const { page, context } = await given().open(undefined);
      await page.goto(link);
      await page.getByRole('heading', { name: 'Import' }).waitFor();
      expect(page.url()).toBe(`${given().stack.url}/`);
      await page.goBack();
      expect(page.url()).not.toContain('code=');
      expect(await context.cookies()).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })]);
      const later = await given().open(undefined);
      await later.page.goto(link);
      await later.page.getByText('This sign-in link was used already').waitFor();
      await signInByKey(later.page, given().stack.keys.viewer);
      await later.page.getByRole('heading', { name: 'Import' }).waitFor();
    }, 600_000);

    it('of somebody who is signed in is replaced by a link only when she wants that', async () => {
      const { page, context } = await given().open('viewer');
      const [kept] = await context.cookies();
      const link = await given().stack.signInLink('admin');
      await page.goto('about:blank');
      await page.goto(link);
      await page.getByRole('heading', { name: 'Sign in as somebody else?' }).waitFor();
      await page.getByText('You are signed in as Seeded viewer').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Stay signed in as I am' }).click();
      await page.getByText('Seeded viewer · viewer').first().waitFor();
      expect(await context.cookies()).toEqual([kept]);
      // The code was not used up by the question.
      await page.goto('about:blank');
      await page.goto(link);
      await page.getByRole('button', { name: 'Sign in by the link' }).click();
      await page.getByText('Seeded admin · admin').first().waitFor();
    }, 600_000);

    it('is not begun by a link that holds a key, as they were once', async () => {
      const { page } = await given().open(undefined);
      await page.goto(`${given().stack.url}/#key=${given().stack.keys.admin}`);
      await page.getByText('This sign-in link was used already').waitFor();
      expect(page.url()).not.toContain('key=');
    }, 600_000);

    it('that was signed out is dead in a copy of its cookie, too', async () => {
      const { page, context } = await given().open('viewer');
      const cookies = await context.cookies();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await untilSignedOut(page);
      await context.addCookies(cookies);
      await page.reload();
      await untilSignedOut(page);
    }, 600_000);

    it('refuses a key that is none, in the words of the API', async () => {
      const { page } = await given().open('viewer');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await signInByKey(page, 'rt_nothing');
      await page.getByRole('alert').filter({ hasText: 'This API key is not known.' }).waitFor();
      await signInByKey(page, given().stack.keys.viewer);
      await page.getByRole('heading', { name: 'Import' }).waitFor();
    }, 600_000);

    it('that has ended leads back to where one was', async () => {
      const { page, context } = await given().open('viewer');
      await page.getByRole('link', { name: 'Access criterion values' }).click();
      await page.getByRole('heading', { name: 'Interests' }).waitFor();
      await context.clearCookies();
      await page.getByRole('link', { name: 'Targets', exact: true }).click();
      await page.getByText('Your session has ended.').waitFor();
      expect(page.url()).toBe(`${given().stack.url}/targets`);
      await signInByKey(page, given().stack.keys.viewer);
      await page.getByRole('heading', { name: 'Targets' }).waitFor();
    }, 600_000);

    it('whose key is revoked leads back to where one was, too', async () => {
      const rest = clientOf(given(), 'admin');
      const { keyId, key } = await rest.post<{ keyId: string; key: string }>('/v1/api-keys', {
        name: 'For a day',
        role: 'editor',
      });
      const { page } = await given().openWith(key);
      await page.getByRole('link', { name: 'Contacts', exact: true }).click();
      await page.getByRole('table').waitFor();
      expect((await rest.send('DELETE', `/v1/api-keys/${keyId}`)).status).toBe(204);
      await page.getByRole('searchbox', { name: 'Search' }).fill('a');
      await page.getByText('Your session has ended.').waitFor();
      expect(new URL(page.url()).pathname).toBe('/contacts');
      await signInByKey(page, given().stack.keys.viewer);
      await page.getByRole('heading', { name: 'Contacts' }).waitFor();
      await page.getByText('Seeded viewer · viewer').first().waitFor();
    }, 600_000);

    it('is kept while nobody answers: the page says so, and goes on by itself when it can', async () => {
      const { page, context } = await given().open('viewer');
      // Its page is there before: without a network there is no new one.
      await page.getByRole('link', { name: 'Contacts', exact: true }).click();
      await page.getByRole('table').waitFor();
      await page.getByRole('link', { name: 'Import', exact: true }).click();
      await context.setOffline(true);
      await page.getByRole('link', { name: 'Contacts', exact: true }).click();
      await page.getByRole('searchbox', { name: 'Search' }).fill('mar');
      const alert = page.getByRole('alert').filter({ hasText: 'The server does not answer.' });
      await alert.waitFor();
      await page.getByRole('heading', { name: 'Contacts' }).waitFor();
      await context.setOffline(false);
      await alert.waitFor({ state: 'detached' });
      await page.getByRole('table').waitFor();
    }, 600_000);

    it('says of a page that never came that it cannot be shown', async () => {
      const { page, context, faults } = await given().open('viewer');
      await context.setOffline(true);
      await page.getByRole('link', { name: 'Definitions', exact: true }).click();
      await page.getByRole('alert').filter({ hasText: 'This page cannot be shown.' }).waitFor();
      await page.getByRole('link', { name: 'Import', exact: true }).waitFor();
      await context.setOffline(false);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { name: 'Criteria' }).waitFor();
      // What the page said is in the log of the browser, too, and nothing else.
      expect(faults.splice(0)).toEqual([expect.stringMatching(/Unable to preload|dynamically imported/)]);
    }, 600_000);

    it('shows the words of the API while its database is away', async () => {
      const { page } = await given().open('viewer');
      await given().stack.whileHeld('mongo', async () => {
        await page.getByRole('link', { name: 'Targets', exact: true }).click();
        const alert = page.getByRole('alert').filter({ hasText: /database|again/i });
        await alert.waitFor({ timeout: 60_000 });
        await page.getByRole('heading', { name: 'Targets' }).waitFor();
      });
      // By itself, when the live connection was lost as well; else when it is asked to.
      const again = page.getByRole('button', { name: 'Try again' });
      await eventually(async () => {
        if (await again.isVisible()) await again.click({ timeout: 1_000 });
        await page.getByRole('link', { name: 'Everybody' }).waitFor({ timeout: 2_000 });
        return true;
      });
    }, 600_000);

    it('speaks the language of the browser, or the one that is chosen', async () => {
      const { page } = await given().open('viewer', { language: 'fr' });
      await page.getByRole('link', { name: 'Consulter les valeurs des critères' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      await page.getByLabel('Langue').filter({ visible: true }).selectOption('en');
      await page.getByRole('link', { name: 'Access criterion values' }).waitFor();
      await page.reload();
      await page.getByRole('link', { name: 'Access criterion values' }).waitFor();
    }, 600_000);

    it('keeps the language that is chosen, and goes on in it where that cannot be kept', async () => {
      const { page, context } = await given().open('viewer');
      const choose = (language: string) =>
        page.locator('select:has(option[value=de])').filter({ visible: true }).selectOption(language);
      const spoken = (language: string) => page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
      const kept = async (): Promise<unknown> => {
        const { language } = (await (await context.request.get(`${given().stack.url}/v1/me`)).json()) as {
          language: unknown;
        };
        return language;
      };
      const untilKept = (language: string) => eventually(async () => (await kept()) === language || undefined);
      expect(await kept()).toBe(null);
      await choose('fr');
      await spoken('fr');
      await untilKept('fr');
      // What a browser fetches by itself it asks for in its own language.
      const answer = await page.goto(`${given().stack.url}/v1/imports/imp_none`);
      expect(await answer?.headerValue('content-language')).toBe('fr');

      await page.goto(given().stack.url);
      await page.route('**/v1/me/language', (route) => route.abort());
      await choose('de');
      await spoken('de');
      await page.reload();
      await page.getByRole('link', { name: (await loadMessages('de')).jobs.criterionValues }).waitFor();
      expect([await kept(), await page.getByRole('alert').count()]).toEqual(['fr', 0]);
      await page.unroute('**/v1/me/language');
      await page.reload();
      await untilKept('de');
      await spoken('de');
    }, 600_000);

    it('says what was refused in each language, without being asked again', async () => {
      const { page } = await given().open('editor');
      await page.getByRole('link', { name: 'Targets', exact: true }).click();
      await page.getByRole('link', { name: 'New target' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Twice');
      await page.getByRole('textbox', { name: 'Code' }).fill('EVERYBODY');
      await page.getByRole('button', { name: 'Save' }).click();
      let saved = 0;
      page.on(
        'request',
        (request) => (saved += Number(request.method() === 'POST' && request.url().endsWith('/targets'))),
      );
      const choice = page.locator('select:has(option[value=de])').filter({ visible: true });
      for (const language of languages) {
        await choice.selectOption(language);
        const said = sentencesText(language, [sentence('code-taken')]);
        await page.getByText(said).first().waitFor();
      }
      expect(saved).toBe(0);
    }, 600_000);

    it('changes to each language on the page that is open', async () => {
      const { page } = await given().open('viewer');
      await page.evaluate(`document.body.dataset.isSame = ''`);
      const choice = page.locator('select:has(option[value=de])').filter({ visible: true });
      for (const language of languages.toReversed()) {
        await choice.selectOption(language);
        await page.getByRole('link', { name: (await loadMessages(language)).jobs.criterionValues }).waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
      }
      expect(await page.locator('body[data-is-same]').count()).toBe(1);
    }, 600_000);
  });
}
