import { describe, expect, it } from '@jest/globals';
import { clientOf } from './client-of.js';
import { press, rowOf, tabTo } from './officer.js';
import type { ScenarioContext } from './scenario-context.js';

export function targetScenarios(given: () => ScenarioContext): void {
  describe('a target', () => {
    it('is made by keyboard alone, with groups: counted, sampled and said as it grows, saved and read again', async () => {
      const { page } = await given().open('editor');
      const keys = page.keyboard;
      const sentence = (said: string) => page.getByText(said, { exact: true }).waitFor();
      const count = async (): Promise<number> => {
        const heading = page.getByRole('heading', { name: /^Holds \d+ contacts? now\.$/ });
        await heading.waitFor();
        return Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0]);
      };
      await press(page, page.getByRole('link', { name: 'Targets', exact: true }));
      await press(page, page.getByRole('link', { name: 'New target' }));
      await sentence('All contacts');
      const all = await count();
      expect(all).toBeGreaterThan(100);
      expect(await page.getByRole('region', { name: 'Contacts of this target' }).getByRole('row').count()).toBe(21);

      await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
      await keys.type('Near, and reachable');
      await tabTo(page, page.getByRole('textbox', { name: 'Code' }));
      await keys.type('NEAR');
      await press(page, page.getByRole('button', { name: 'Add a condition' }));
      const outer = page.getByRole('group', { name: 'Group: all of these hold' });
      await tabTo(page, outer.getByLabel('Field'));
      await keys.type('City');
      await tabTo(page, outer.getByLabel('Comparison'));
      await keys.type('begins');
      await page.getByText('A condition has no value yet.').waitFor();
      expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
      await tabTo(page, outer.getByLabel('Value'));
      await keys.type('L');
      await sentence('Contacts for which City begins with “L”');
      const near = await count();
      expect(near).toBeGreaterThan(0);
      expect(near).toBeLessThan(all);

      await press(page, outer.getByRole('button', { name: 'Add a group' }));
      const inner = page.getByRole('group', { name: 'Group: at least one of these holds' });
      await press(page, inner.getByRole('button', { name: 'Add a condition' }));
      await tabTo(page, inner.getByLabel('Field'));
      await keys.type('E-mail (auth');
      await press(page, inner.getByRole('button', { name: 'Add a condition' }));
      const second = inner.getByRole('group', { name: /^Condition on/ }).nth(1);
      await tabTo(page, second.getByLabel('Field'));
      await keys.type('Phone (auth');
      const said =
        'Contacts for which City begins with “L” and (the authorisation E-mail is True or the authorisation Phone is True)';
      await sentence(said);
      const reachable = await count();
      expect(reachable).toBeLessThanOrEqual(near);
      await press(page, page.getByRole('button', { name: 'Save' }));

      await rowOf(page, 'NEAR').getByText(said).waitFor();
      await press(page, page.getByRole('link', { name: 'Near, and reachable' }));
      await page.getByRole('heading', { name: 'Near, and reachable' }).waitFor();
      await sentence(said);
      expect(await count()).toBe(reachable);
      const { items } = await clientOf(given(), 'viewer').get<{ items: { code: string; rule: unknown }[] }>(
        '/v1/targets',
      );
      expect(items.find(({ code }) => code === 'NEAR')?.rule).toEqual({
        all: [
          { field: 'contact.city', is: 'startsWith', value: 'L' },
          {
            any: [
              { field: 'authorisations.EMAIL', is: 'equals', value: true },
              { field: 'authorisations.PHONE', is: 'equals', value: true },
            ],
          },
        ],
      });
    }, 600_000);

    it('is refused at the field that is meant, and deleted', async () => {
      const { page } = await given().open('editor');
      await page.getByRole('link', { name: 'Targets', exact: true }).click();
      await page.getByRole('link', { name: 'New target' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Twice');
      await page.getByRole('textbox', { name: 'Code' }).fill('EVERYBODY');
      await page.getByRole('button', { name: 'Save' }).click();
      await page
        .getByText(/code.*(taken|already|used)/i)
        .first()
        .waitFor();
      await page.getByRole('textbox', { name: 'Code' }).fill('TWICE');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('link', { name: 'Twice' }).click();
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await rowOf(page, 'EVERYBODY').waitFor();
      await rowOf(page, 'TWICE').waitFor({ state: 'detached' });
    }, 600_000);

    it('can be read by a viewer, and not changed', async () => {
      const { page } = await given().open('viewer');
      await page.getByRole('link', { name: 'Targets', exact: true }).click();
      expect(await page.getByRole('link', { name: 'New target' }).count()).toBe(0);
      await page.getByRole('link', { name: 'Everybody' }).click();
      await page.getByText('You need the role editor for this.').waitFor();
      expect(await page.getByRole('textbox', { name: 'Name' }).isDisabled()).toBe(true);
      expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    }, 600_000);
  });
}
