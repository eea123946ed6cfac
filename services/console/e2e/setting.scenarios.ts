import { describe, expect, it } from '@jest/globals';
import { Client } from '@roundtrip/test-kit/client';
import { axeFaults } from './axe.js';
import { isFocused, untilFocused, untilSignedOut } from './officer.js';
import type { ScenarioContext } from './scenario-context.js';

export function settingScenarios(given: () => ScenarioContext): void {
  describe('the Settings page', () => {
    const admin = (): Client => new Client(given().stack.url, given().stack.keys.admin);

    it('lets an admin change the institution, and says at the field what is wrong', async () => {
      const before = await admin().get<Record<string, unknown>>('/v1/institution');
      const window = await given().open('admin');
      const { page } = window;
      await window.go('/settings');
      const domains = page.getByRole('combobox', { name: 'Allowed e-mail domains' });
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Opéra des Deux Rives');
      await page.getByRole('radio', { name: 'Semicolon ;' }).press('Space');
      await page.getByRole('radio', { name: 'Français' }).press('Space');
      await domains.focus();
      await page.keyboard.type('theatre.example,@wrong,');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      await page.getByText('@wrong: A domain such as theatre.example').waitFor();
      await domains.focus();
      await page.keyboard.press('Backspace');
      await page.getByRole('button', { name: 'Save' }).press('Enter');
      await page.getByText('The settings are saved.').waitFor();
      await page.getByRole('banner').getByText('Opéra des Deux Rives').first().waitFor();
      expect(await admin().get('/v1/institution')).toMatchObject({
        name: 'Opéra des Deux Rives',
        delimiter: ';',
        language: 'fr',
        allowedEmailDomains: ['example.org', 'theatre.example'],
      });
      const { institutionId: _, ...settings } = before;
      expect((await admin().send('PUT', '/v1/institution', settings)).status).toBe(200);
    }, 600_000);

    it('shows a new key once, which signs in until it is revoked', async () => {
      const window = await given().open('admin');
      const { page, context } = window;
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await window.go('/settings');
      await page.getByRole('button', { name: 'New key' }).click();
      await page.getByRole('dialog').getByLabel('Name').fill('Box office');
      await page.getByRole('radio', { name: 'viewer' }).check();
      await page.keyboard.press('Enter');
      await page.getByText('shown only this once').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Copy the key' }).click();
      const key = await page.evaluate(() => navigator.clipboard.readText());
      expect(await page.getByRole('textbox', { name: 'Key', exact: true }).inputValue()).toBe(key);
      await page.getByRole('button', { name: 'I have copied it' }).click();
      expect(await page.getByRole('button', { name: 'New key' }).evaluate(isFocused)).toBe(true);
      const row = page.getByRole('row', { name: /Box office/ });
      await row.waitFor();
      expect(await row.textContent()).toContain('by Seeded admin');
      expect(await page.content()).not.toContain(key);

      const other = await given().openWith(key);
      await other.page.getByText('Box office · viewer').first().waitFor();

      await page.getByRole('button', { name: 'Revoke Box office' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await row.waitFor();
      await page.getByRole('button', { name: 'Revoke Box office' }).press('Enter');
      await untilFocused(page.getByRole('dialog').getByRole('button', { name: 'Revoke' }));
      await page.keyboard.press('Enter');
      await row.waitFor({ state: 'detached' });
      await other.go('/contacts');
      await untilSignedOut(other.page);
    }, 600_000);

    it('offers no way to revoke the key that one uses, nor to end it at once', async () => {
      const window = await given().open('admin');
      await window.go('/settings');
      const own = window.page.getByRole('row').filter({ hasText: 'The key you use now' });
      await own.waitFor();
      expect(await own.getByRole('button').allInnerTexts()).toEqual(['Rotate']);
      // Nor to end it before its successor is copied.
      await own.getByRole('button').click();
      await window.page.getByRole('radio', { name: 'for a day' }).waitFor();
      expect(await window.page.getByRole('radio', { name: 'not at all' }).count()).toBe(0);
    }, 600_000);

    interface Made {
      keyId: string;
      key: string;
    }
    const make = (by: Client, name: string, role: string): Promise<Made> =>
      by.post<Made>('/v1/api-keys', { name, role });
    const works = async (key: string): Promise<boolean> =>
      (await new Client(given().stack.url, key).send('GET', '/v1/me')).status === 200;

    it('makes a key in the place of another, which goes on for as long as one says', async () => {
      const old = await make(admin(), 'Till', 'viewer');
      const window = await given().open('admin');
      const { page } = window;
      await window.go('/settings');
      await page.getByRole('button', { name: 'Rotate Till' }).click();
      await page.getByRole('radio', { name: 'not at all' }).check();
      await page.getByRole('button', { name: 'Make the key' }).click();
      await page.getByText('The old key does not work any more.').waitFor();
      const key = await page.getByRole('textbox', { name: 'Key', exact: true }).inputValue();
      await page.getByRole('button', { name: 'I have copied it' }).click();
      expect([await works(old.key), await works(key)]).toEqual([false, true]);
      const rows = page.getByRole('row', { name: /Till/ });
      await rows.filter({ hasText: 'It does not work any more.' }).waitFor();
      expect(await page.getByRole('button', { name: 'Rotate Till' }).count()).toBe(1);
    }, 600_000);

    it('lists the keys that a key made before it is revoked, and takes them along when asked', async () => {
      const thief = await make(admin(), 'Borrowed', 'admin');
      const child = await make(new Client(given().stack.url, thief.key), 'Made by the borrower', 'operator');
      const window = await given().open('admin');
      const { page } = window;
      await window.go('/settings');
      await page.getByRole('button', { name: 'Revoke Borrowed' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Made by the borrower · operator').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await dialog.getByRole('checkbox', { name: 'Revoke these keys, too' }).check();
      await dialog.getByRole('button', { name: 'Revoke' }).click();
      await page.getByText('Borrowed: revoked.').waitFor();
      expect([await works(thief.key), await works(child.key)]).toEqual([false, false]);
      await page.getByRole('row', { name: /Made by the borrower/ }).waitFor({ state: 'detached' });
    }, 600_000);

    it('ends the sessions of a key, by an administrator or by who uses it', async () => {
      const { key } = await make(admin(), 'Lost laptop', 'viewer');
      const window = await given().open('admin');
      const { page } = window;
      const [lost, other] = [await given().openWith(key), await given().openWith(key)];
      await window.go('/settings');
      await page.getByRole('button', { name: 'End sessions of Lost laptop' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'End sessions' }).click();
      await page.getByText('Lost laptop: signed out everywhere.').waitFor();
      for (const { page: signedOut } of [lost, other]) {
        await signedOut.reload();
        await untilSignedOut(signedOut);
      }
      const [one, another] = [await given().openWith(key), await given().openWith(key)];
      await one.go('/settings');
      await one.page.getByRole('button', { name: 'Sign out everywhere' }).click();
      await untilSignedOut(one.page);
      await another.page.reload();
      await untilSignedOut(another.page);
      expect(await works(key)).toBe(true);
    }, 600_000);

    it('warns a month before one’s key ends on every page, and before that of the last administrator does', async () => {
      const { database, second, url } = given().stack;
      const { keyId } = await new Client(url, second.admin).get<{ keyId: string }>('/v1/me');
      const key = await database.apiKeys.findOne({ _id: keyId });
      await database.apiKeys.updateOne(
        { _id: keyId },
        { $set: { expiresAt: new Date(Date.now() + 29 * 24 * 3600_000) } },
      );
      try {
        const window = await given().openWith(second.admin);
        const { page } = window;
        const own = page.getByText('The key with which you are signed in ends on');
        await own.waitFor();
        await window.go('/contacts');
        await own.waitFor();
        await window.go('/settings');
        await page.getByText('The last key of an administrator ends on').waitFor();
        expect(await axeFaults(page)).toEqual([]);
        await make(new Client(url, second.admin), 'Another administrator', 'admin');
        await page.reload();
        await page.getByRole('row', { name: /Another administrator/ }).waitFor();
        expect(await page.getByText('The last key of an administrator ends on').count()).toBe(0);
      } finally {
        await database.apiKeys.updateOne({ _id: keyId }, { $set: { expiresAt: key!.expiresAt! } });
      }
    }, 600_000);

    it('shows a viewer the institution, and says who may do more', async () => {
      const window = await given().open('viewer');
      const { page } = window;
      await window.go('/settings');
      await page.getByText('Only somebody with the role admin can change them.').waitFor();
      expect(await page.locator('main dl').innerText()).toContain('Théâtre des Deux Rives');
      await page.getByText('You need the role admin for this.').waitFor();
      await page.getByRole('row', { name: /^Uploads at once.* 4$/ }).waitFor();
      expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toEqual(['Sign out everywhere']);
      expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
    }, 600_000);
  });
}
