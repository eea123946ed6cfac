import { describe, expect, it } from '@jest/globals';
import { Client, eventually } from '@roundtrip/test-kit/client';
import type { Locator, Page } from 'playwright-core';
import { descriptionOf, fileOf, isFocused, untilFocused } from './officer.js';
import type { ScenarioContext } from './scenario-context.js';

interface Definition {
  code: string;
  name: string;
  rank: number;
  active: boolean;
  values?: Definition[];
}

export function definitionScenarios(given: () => ScenarioContext): void {
  describe('the Definitions page', () => {
    const saved = async (list: 'criteria' | 'authorisations', code: string): Promise<Definition | undefined> => {
      const client = new Client(given().stack.url, given().stack.keys.viewer);
      const { items } = await client.get<{ items: Definition[] }>(`/v1/${list}?limit=200`);
      return items.find((one) => one.code === code);
    };

    it('lets an admin make a criterion with its values and change both, by keyboard alone', async () => {
      const window = await given().open('admin');
      const { page } = window;
      await window.go('/definitions');
      await page.getByRole('button', { name: 'New criterion' }).focus();
      await page.keyboard.press('Enter');
      await untilFocused(dialog(page).getByLabel('Code'));
      await page.keyboard.type('SEAT');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Seat');
      await page.keyboard.press('Enter');
      await page.getByText('Seat: saved.').waitFor();

      await page.locator('summary[aria-label^="Values of Seat"]').focus();
      await page.keyboard.press('Enter');
      await page.getByText('There is no value yet').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await untilFocused(dialog(page).getByLabel('Code'));
      await page.keyboard.type('BALCONY');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Balcony');
      await page.keyboard.press('Enter');
      const values = page.getByRole('table', { name: 'Values of Seat' });
      await values.getByRole('row', { name: /Balcony BALCONY 1 Active/ }).waitFor();

      await page.getByRole('button', { name: 'Edit Balcony' }).click();
      await dialog(page).getByLabel('Name').fill('Upper circle');
      await dialog(page).getByLabel('Rank').fill('7');
      await dialog(page).getByRole('switch', { name: 'Active' }).press('Space');
      await dialog(page).getByRole('button', { name: 'Save' }).press('Enter');
      await values.getByRole('row', { name: /Upper circle BALCONY 7 Inactive/ }).waitFor();
      expect(await saved('criteria', 'SEAT')).toMatchObject({
        name: 'Seat',
        kind: 'LIST',
        active: true,
        values: [{ code: 'BALCONY', name: 'Upper circle', rank: 7, active: false }],
      });
    }, 600_000);

    it('adds a value that Access criterion values shows at once: filtered, copied, downloaded', async () => {
      const { page, context } = await given().open('admin');
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('link', { name: 'Definitions', exact: true }).click();
      await page.locator('summary[aria-label^="Values of Profession"]').click();
      await page.getByRole('button', { name: 'New value of Profession' }).click();
      await dialog(page).getByLabel('Code').fill('ACROBAT');
      await dialog(page).getByLabel('Name').fill('Acrobat');
      await dialog(page).getByRole('button', { name: 'Create' }).click();
      await page.getByRole('row', { name: /Acrobat ACROBAT \d+ Active/ }).waitFor();

      await page.getByRole('link', { name: 'Import', exact: true }).click();
      await page.getByRole('link', { name: 'Access criterion values' }).click();
      await page.getByRole('heading', { name: 'Interests' }).waitFor();
      await page.getByRole('searchbox', { name: 'Filter' }).fill('acro');
      await page.getByRole('heading', { name: 'Interests' }).waitFor({ state: 'detached' });
      await page.getByText('1 value', { exact: true }).waitFor();
      await page.getByRole('row', { name: /ACROBAT.*Acrobat/ }).waitFor();
      await page.getByRole('button', { name: 'Copy ACROBAT' }).first().click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('ACROBAT');
      const file = await fileOf(page, page.getByRole('button', { name: 'Download as .csv' }));
      expect(file.name).toMatch(/\.csv$/);
      expect(file.bytes.toString()).toMatch(/PROFESSION.*ACROBAT/);
    }, 600_000);

    it('shows what the API refuses at the field that is meant', async () => {
      const window = await given().open('admin');
      const { page } = window;
      await window.go('/definitions');
      await page.getByRole('button', { name: 'New criterion' }).click();
      await dialog(page).getByLabel('Code').fill('PROFESSION');
      await dialog(page).getByLabel('Name').fill('Twice');
      await page.keyboard.press('Enter');
      await dialog(page).getByText('This code is taken.').waitFor();
      expect(await descriptionOf(dialog(page).getByLabel('Code'))).toContain('This code is taken.');
      await dialog(page).getByLabel('Code').fill('2ND');
      await page.keyboard.press('Enter');
      await dialog(page).getByText('A code has 1 to 40 letters').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.getByRole('button', { name: 'New criterion' }).evaluate(isFocused)).toBe(true);

      await page.locator('summary[aria-label^="Values of Profession"]').click();
      await page.getByRole('button', { name: 'New value of Profession' }).click();
      await dialog(page).getByLabel('Code').fill('TEACHER');
      await dialog(page).getByLabel('Name').fill('Somebody else');
      await page.keyboard.press('Enter');
      await dialog(page).getByText('This code is taken.').waitFor();
      await dialog(page).getByLabel('Code').fill('Empty');
      await page.keyboard.press('Enter');
      await dialog(page).getByText('Empty is reserved').waitFor();
      const profession = await saved('criteria', 'PROFESSION');
      expect(profession?.values?.find(({ code }) => code === 'TEACHER')?.name).toBe('Schoolteacher');
    }, 600_000);

    it('says when saving takes longer, and shows it when one looks again', async () => {
      const window = await given().open('admin');
      const { page } = window;
      await window.go('/definitions');
      await given().stack.whileHeld('targets', async () => {
        await page.getByRole('button', { name: 'New authorisation' }).click();
        await dialog(page).getByLabel('Code').fill('POSTER');
        await dialog(page).getByLabel('Name').fill('Posters');
        await page.keyboard.press('Enter');
        await page.getByRole('status').getByText('This takes longer than usual').waitFor();
        expect(await saved('authorisations', 'POSTER')).toBeUndefined();
      });
      const row = page.getByRole('row', { name: /Posters POSTER/ });
      await eventually(async () => {
        await page.getByRole('button', { name: 'Look again' }).click();
        await row.waitFor({ timeout: 1_000 });
        return true;
      });
    }, 600_000);

    it('shows the others everything, and why they cannot change it', async () => {
      const window = await given().open('operator');
      const { page } = window;
      await window.go('/definitions');
      await page.getByText('Only somebody with the role admin can change them.').waitFor();
      await page.locator('summary[aria-label^="Values of Profession"]').click();
      await page.getByRole('row', { name: /Schoolteacher TEACHER 1 Active/ }).waitFor();
      await page.getByRole('row', { name: /E-mail EMAIL 7 Active/ }).waitFor();
      expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    }, 600_000);
  });
}

const dialog = (page: Page): Locator => page.getByRole('dialog');
