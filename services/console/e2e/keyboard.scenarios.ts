import { describe, expect, it } from '@jest/globals';
import { editAuthorisations, eventually, unzipFirst } from '@roundtrip/test-kit/client';
import type { ScenarioContext } from './scenario-context.js';
import { fileOf, press, rowOf, tabTo, totalsOn } from './officer.js';

export function keyboardScenarios(given: () => ScenarioContext): void {
  describe('the way of an officer', () => {
    it('goes through the ten steps by keyboard alone: target, template, edited file, check, update', async () => {
      const { page } = await given().open('operator');
      const keys = page.keyboard;

      await press(page, page.getByRole('link', { name: 'Targets', exact: true }));
      await press(page, page.getByRole('link', { name: 'New target' }));
      await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
      await keys.type('Teachers and students');
      await tabTo(page, page.getByRole('textbox', { name: 'Code' }));
      await keys.type('LEARNING');
      await press(page, page.getByRole('button', { name: 'Add a condition' }));
      const condition = page.getByRole('group', { name: 'Condition on Profession' });
      await tabTo(page, condition.getByLabel('Comparison'));
      await keys.type('is one');
      await tabTo(page, condition.getByRole('combobox', { name: 'Values' }));
      await keys.type('school');
      await page.getByRole('option', { name: 'Schoolteacher' }).waitFor();
      await keys.press('ArrowDown');
      await keys.press('Enter');
      await keys.type('student');
      await page.getByRole('option', { name: 'Student' }).waitFor();
      await keys.press('ArrowDown');
      await keys.press('Enter');
      await page.getByText('Contacts for which Profession is one of Schoolteacher, Student').waitFor();
      // No longer counting.
      const count = page.getByRole('heading', { name: /^Holds [1-9]\d* contacts now\.$/ });
      await count.waitFor();
      const held = Number(/\d+/.exec((await count.textContent()) ?? '')?.[0]);
      await press(page, page.getByRole('button', { name: 'Save' }));
      await rowOf(page, 'LEARNING').waitFor();

      await press(page, page.getByRole('link', { name: 'Import', exact: true }));
      await press(page, page.getByRole('link', { name: 'Download import template' }));
      await tabTo(page, page.getByRole('radio', { name: 'Contact criteria' }));
      await keys.press('ArrowDown');
      expect(await page.getByRole('radio', { name: 'Authorisations' }).isChecked()).toBe(true);
      await tabTo(page, page.getByRole('combobox', { name: 'Target' }));
      await keys.type('learn');
      await page.getByRole('option', { name: 'Teachers and students (LEARNING)' }).waitFor();
      await keys.press('ArrowDown');
      await keys.press('Enter');
      await page.getByText(`Holds ${held} contacts now.`).waitFor();
      await tabTo(page, page.getByRole('radio', { name: 'Workbook (.xlsx)' }));
      await keys.press('ArrowDown');
      expect(await page.getByRole('radio', { name: 'CSV' }).isChecked()).toBe(true);
      await tabTo(page, page.getByLabel('E-mail (optional)'));
      await keys.type('officer@example.org');
      await press(page, page.getByRole('button', { name: 'Make the file' }));

      const template = rowOf(page, 'Teachers and students');
      await template.getByText('Ready').waitFor();
      const mail = await eventually(() => given().stack.mailTo('officer@example.org'));
      expect(mail.attachments).toHaveLength(1);
      const link = template.getByRole('link', { name: 'Template file' });
      const zip = await fileOf(page, link, () => press(page, link));
      expect(zip.name).toMatch(/^contact-authorisations_LEARNING_\d{8}-\d{4}\.zip$/);
      const edited = editAuthorisations(await unzipFirst(zip.bytes), 0.2, 7);
      expect(edited.lines).toBe(held);
      expect(edited.changed).toBeGreaterThan(10);

      await press(page, page.getByRole('link', { name: 'New', exact: true }));
      // Listened for in time: what is opened before that is the browser's own dialog.
      const chosen = page.waitForEvent('filechooser');
      await press(page, page.getByRole('button', { name: 'Choose a file' }));
      const chooser = await chosen;
      await chooser.setFiles({ name: 'edited.csv', mimeType: 'text/csv', buffer: Buffer.from(edited.csv) });
      await page.getByText('It looks like: Authorisations.').waitFor();
      await press(page, page.getByRole('button', { name: 'Check the file' }));

      await page.getByRole('heading', { name: 'What would change' }).waitFor();
      expect(await totalsOn(page)).toEqual({
        'lines in all': edited.lines,
        'would be applied': edited.changed,
        unchanged: edited.lines - edited.changed,
        rejected: 0,
        'not attempted': 0,
      });
      await press(page, page.getByRole('button', { name: 'Update the data' }));
      await press(page, page.getByRole('dialog').getByRole('button', { name: 'Update the data' }));
      await page.getByRole('heading', { name: 'What has changed' }).waitFor();
      expect(await totalsOn(page)).toMatchObject({ applied: edited.changed, rejected: 0 });
      const changes = page.getByRole('link', { name: 'Changes' });
      const file = (await fileOf(page, changes, () => press(page, changes))).bytes.toString();
      expect(file.trim().split('\r\n').length).toBeGreaterThan(edited.changed);

      await press(page, page.getByRole('button', { name: 'Undo' }));
      await press(page, page.getByRole('dialog').getByRole('button', { name: 'Undo' }));
      await page.getByRole('heading', { name: 'What was taken back' }).waitFor();
      // What people have refused stays refused.
      expect(await totalsOn(page)).toMatchObject({
        applied: edited.changed - edited.refused,
        rejected: edited.refused,
      });
    }, 600_000);
  });
}
