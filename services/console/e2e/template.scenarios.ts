import { describe, expect, it } from '@jest/globals';
import { eventually, unzipFirst } from '@roundtrip/test-kit/client';
import type { Page } from 'playwright-core';
import { clientOf } from './client-of.js';
import { fileOf, press, rowOf } from './officer.js';
import type { ScenarioContext } from './scenario-context.js';

export function templateScenarios(given: () => ScenarioContext): void {
  describe('a template', () => {
    const cellsIn = (page: Page): Promise<string[][]> =>
      page
        .getByRole('region', { name: 'What the file will look like' })
        .getByRole('row')
        .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent ?? '')));

    it('is of the form and the fields that are chosen, in their order, and looks before it is made as it does then', async () => {
      const target = { code: 'CHOSEN', name: 'Chosen fields', rule: { all: [] } };
      await clientOf(given(), 'editor').post('/v1/targets', target);
      const { page } = await given().open('editor');
      await page.getByRole('link', { name: 'Download import template' }).click();
      expect(await page.getByRole('radio', { name: 'Workbook (.xlsx)' }).isChecked()).toBe(true);
      await page.getByRole('radio', { name: 'CSV' }).check();
      await page.getByRole('combobox', { name: 'Target' }).fill('chosen f');
      await page.getByRole('option', { name: 'Chosen fields (CHOSEN)' }).click();

      await page.getByText('Fields', { exact: true }).click();
      const list = page.getByRole('list', { name: 'Fields' });
      await page.getByRole('button', { name: 'None' }).click();
      await page.getByText('None is chosen: choose at least one.').waitFor();
      expect(await page.getByRole('button', { name: 'Make the file' }).isDisabled()).toBe(true);
      await page.getByLabel('Search by code or name').fill('i');
      await list.getByRole('checkbox', { name: 'Interests' }).check();
      await page.getByLabel('Search by code or name').fill('profession');
      await list.getByRole('checkbox', { name: 'Profession' }).check();
      await page.getByText(/^2 of \d+: 8 columns in the file$/).waitFor();
      await page.getByLabel('Search by code or name').fill('');

      const order = async (): Promise<string[]> => {
        const header = (await cellsIn(page))[0] ?? [];
        return header.filter((column) => column.startsWith('[old]')).map((column) => column.split(' ')[1] ?? '');
      };
      const [first, second] = await order();
      // By keyboard: the field that is second goes in front, and keeps the focus.
      const up = list.getByRole('button', { name: `Move ${second === 'INTERESTS' ? 'Interests' : 'Profession'} up` });
      for (let presses = 0; presses < 20 && (await order())[0] === first; presses++) await press(page, up);
      expect(await order()).toEqual([second, first]);
      // By mouse: back again.
      const rowOfField = (code?: string) => list.getByRole('listitem').filter({ hasText: code ?? '' });
      await rowOfField(second).dragTo(rowOfField(first));
      await eventually(async () => ((await order())[0] === first ? true : undefined));

      const shown = await eventually(async () => ((await cellsIn(page)).length === 4 ? cellsIn(page) : undefined));
      await page.getByRole('button', { name: 'Make the file' }).click();
      const row = rowOf(page, 'Chosen fields');
      await row.getByText('Ready').waitFor();
      expect(await row.textContent()).toContain('Contact criteria · CSV');
      const { bytes } = await fileOf(page, row.getByRole('link', { name: 'Template file' }));
      const lines = (await unzipFirst(bytes)).replace('\ufeff', '').split('\r\n').slice(0, 4);
      expect(lines.map((line) => line.split(/[;,]/))).toEqual(shown);

      await page.getByRole('link', { name: 'Chosen fields' }).first().click();
      await page.getByText('2 chosen fields').waitFor();
      await page.getByRole('link', { name: 'Import', exact: true }).click();
      await page.getByRole('link', { name: 'Download import template' }).click();
      expect(await page.getByRole('radio', { name: 'CSV' }).isChecked()).toBe(true);
    }, 600_000);
  });
}
