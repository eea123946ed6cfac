import { describe, expect, it } from '@jest/globals';
import { Client } from '@roundtrip/testing/stack';
import { isFocused, untilFocused } from './officer.js';
import type { Surroundings } from './surroundings.js';

export function settingScenarios(given: () => Surroundings): void {
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
      await page.getByText('@wrong: a domain such as theatre.example').waitFor();
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
    }, 60_000);

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
      await other.page.getByRole('button', { name: 'Sign in' }).waitFor();
    }, 60_000);

    it('offers no way to revoke the key that one uses', async () => {
      const window = await given().open('admin');
      await window.go('/settings');
      const own = window.page.getByRole('row').filter({ hasText: 'The key you use now' });
      await own.waitFor();
      expect(await own.getByRole('button').count()).toBe(0);
    }, 60_000);

    it('shows a viewer the institution, and says who may do more', async () => {
      const window = await given().open('viewer');
      const { page } = window;
      await window.go('/settings');
      await page.getByText('Only somebody with the role admin can change them.').waitFor();
      expect(await page.locator('main dl').innerText()).toContain('Théâtre des Deux Rives');
      await page.getByText('You need the role admin for this.').waitFor();
      expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
      expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
    }, 60_000);
  });
}
