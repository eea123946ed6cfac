import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, finished } from '@roundtrip/test-kit/client';
import type { Page } from 'playwright-core';
import type { ScenarioContext } from './scenario-context.js';

/** More than a page of history. */
const UPDATES = 9;

export function contactScenarios(given: () => ScenarioContext): void {
  describe('the Contacts page', () => {
    beforeAll(async () => {
      const client = new Client(given().stack.url, given().stack.keys.operator);
      const update = async (dataType: string, name: string, ...lines: string[]): Promise<void> => {
        const answer = await client.upload(lines.join('\r\n'), { dataType, action: 'update' }, name);
        const { importId } = (await answer.json()) as { importId: string };
        expect(await finished(client, importId)).toMatchObject({ state: 'DONE' });
      };
      await update(
        'contacts',
        'people.csv',
        'CONTACT_NUMBER;LAST_NAME;FIRST_NAME;CITY;COUNTRY;BIRTH_DATE',
        'Z/50%;Zwetschge;Ingo;Köln;DE;1971-02-03',
        'Z-2;Zwetschge;Maud;;;',
      );
      await update(
        'criteria',
        'criteria.csv',
        'CONTACT_NUMBER;[new] PROFESSION - x;[new] INTERESTS - x;[new] LAST_VISIT - x;[new] DONATIONS - x',
        'Z/50%;TEACHER;OPERA|YOUTH;2024-03-05;12.5',
      );
      // As a template would have it: a file that does not know of a refusal does not undo it.
      let old = 'Empty';
      for (let count = 0; count < UPDATES; count += 1) {
        const value = count % 2 === 0 ? 'TRUE' : 'FALSE';
        const header = 'CONTACT_NUMBER;[old] EMAIL - x;[new] EMAIL - x';
        await update('authorisations', `consent-${count}.csv`, header, `Z/50%;${old};${value}`);
        old = value;
      }
    }, 600_000);

    it('finds a contact by the beginning of a name, by keyboard, and shows what is known of it', async () => {
      const { page } = await given().open('viewer');
      await page.getByRole('link', { name: 'Contacts', exact: true }).click();
      await page.getByRole('searchbox', { name: 'Search' }).focus();
      await page.keyboard.type('ingoo zwet');
      await page.getByText('No contact begins with').waitFor();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('INGO zwet');
      await page.getByRole('link', { name: 'Ingo Zwetschge' }).waitFor();
      expect(page.url()).toContain('query=');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');

      await page.getByRole('heading', { name: 'Ingo Zwetschge', level: 1 }).waitFor();
      expect(await facts(page)).toMatchObject({
        City: 'Köln',
        Country: 'Germany',
        'Birth date': '3 Feb 1971',
        'Profession PROFESSION': 'Schoolteacher TEACHER',
        'Interests INTERESTS': 'Opera OPERA Young audience YOUTH',
        'Donations of the year DONATIONS': '12.5',
        'Last visit LAST_VISIT': '5 Mar 2024',
        'Notes NOTES': 'No value',
        'E-mail EMAIL': 'True',
        'Phone PHONE': 'Empty never stated',
      });
      await page.goBack();
      await page.getByRole('link', { name: 'Ingo Zwetschge' }).waitFor();
      expect(await page.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('INGO zwet');
    }, 600_000);

    it('shows the history of a contact to its beginning, each change with the import that made it', async () => {
      const window = await given().open('viewer');
      const { page } = window;
      await window.go(`/contacts/${encodeURIComponent('Z/50%')}`);
      const changes = page.getByRole('list', { name: 'History' }).getByRole('listitem');
      await changes.first().waitFor();
      expect(await changes.count()).toBe(10);
      expect(await changes.first().getByRole('row').last().textContent()).toBe('E-mail EMAILFalseTrue');
      expect(await changes.first().textContent()).toContain('Seeded operator');
      await page.getByRole('button', { name: 'Show more' }).click();
      await changes.nth(10).waitFor();
      expect(await changes.count()).toBe(UPDATES + 2);
      await page.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached' });
      expect(await changes.last().textContent()).toContain('Last name LAST_NAMENo valueZwetschge');

      await changes.first().getByRole('link', { name: 'Import, line 2' }).click();
      await page.getByRole('heading', { name: `consent-${UPDATES - 1}.csv` }).waitFor();
    }, 600_000);

    it('shows all contacts page after page', async () => {
      const window = await given().open('viewer');
      await window.go('/contacts');
      const rows = window.page.getByRole('table').getByRole('row');
      await rows.nth(50).waitFor();
      expect(await rows.count()).toBe(51);
      await window.page.getByRole('button', { name: 'Show more' }).click();
      await rows.nth(100).waitFor();
      expect(await rows.count()).toBe(101);
    }, 600_000);

    it('knows no contact of another institution', async () => {
      const window = await given().openWith(given().stack.second.admin);
      await window.go('/contacts/Z-2');
      await window.page.getByRole('heading', { name: 'There is no such contact' }).waitFor();
      await window.go('/contacts?query=zwet');
      await window.page.getByText('No contact begins with').waitFor();
    }, 600_000);
  });
}

/** Everything that is known of the contact, by what it is called. */
async function facts(page: Page): Promise<Record<string, string>> {
  const rows = await page.locator('main dl > div').all();
  const texts = rows.map(async (row) => {
    const [name, value] = await Promise.all([row.locator('dt').innerText(), row.locator('dd').innerText()]);
    return [name, value].map((text) => text.replaceAll(/\s+/g, ' ').trim());
  });
  return Object.fromEntries((await Promise.all(texts)) as [string, string][]);
}
