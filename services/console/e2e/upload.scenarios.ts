import { describe, expect, it } from '@jest/globals';
import { finished } from '@roundtrip/test-kit/client';
import { clientOf } from './client-of.js';
import { chooseFile } from './officer.js';
import type { ScenarioContext } from './scenario-context.js';

export function uploadScenarios(given: () => ScenarioContext): void {
  describe('an upload', () => {
    it('shows how far it is, is stopped, leaves nothing, and can be begun again', async () => {
      const { page, context } = await given().open('editor');
      // A slow line: so much takes half a minute.
      const line = await context.newCDPSession(page);
      const setSpeed = (uploadThroughput: number) =>
        line.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 0,
          downloadThroughput: -1,
          uploadThroughput,
        });
      await line.send('Network.enable');
      await setSpeed(100_000);
      await page.getByRole('link', { name: 'New', exact: true }).click();
      const rows = Array.from({ length: 100_000 }, (_, index) => `nobody-${index};TEACHER`);
      const csv = ['CONTACT_NUMBER;[new] PROFESSION - Profession', ...rows].join('\r\n');
      await chooseFile(page, 'slow line.csv', csv);
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page
        .getByRole('status')
        .filter({ hasText: /^Uploading [1-9]\d*%$/ })
        .waitFor();
      await page.getByRole('progressbar', { name: 'Uploading' }).waitFor();
      await page.getByRole('button', { name: 'Stop the upload' }).click();
      await page.getByText('The upload was stopped. Nothing was kept.').waitFor();
      const { items } = await clientOf(given(), 'viewer').get<{ items: { file?: { name: string } }[] }>('/v1/imports');
      expect(items.filter(({ file }) => file?.name === 'slow line.csv')).toEqual([]);

      await setSpeed(-1);
      await chooseFile(page, 'slow line.csv', csv.slice(0, csv.indexOf('nobody-9;')));
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('heading', { name: 'What would change' }).waitFor();
    }, 600_000);

    it('overwrites what changed meanwhile only for those who may, and a refusal only for an admin who says so', async () => {
      const admin = clientOf(given(), 'admin');
      const contact = await admin.get<{ items: { contactNumber: string }[] }>('/v1/contacts?limit=1');
      const number = contact.items[0]?.contactNumber ?? '';
      const emailAuthorisation = async () => {
        const { authorisations } = await admin.get<{ authorisations: { code: string; value: boolean | null }[] }>(
          `/v1/contacts/${number}`,
        );
        return authorisations.find(({ code }) => code === 'EMAIL')?.value;
      };
      const refusal = `CONTACT_NUMBER;[new] EMAIL - E-mail\r\n${number};FALSE`;
      const overwrite = { dataType: 'authorisations', action: 'update', onConflict: 'overwrite' };
      await finished(admin, await admin.import(refusal, overwrite));
      expect(await emailAuthorisation()).toBe(false);

      const stale = `CONTACT_NUMBER;[old] EMAIL - E-mail;[new] EMAIL - E-mail\r\n${number};Empty;TRUE`;
      const newImport = async (role: 'editor' | 'operator' | 'admin') => {
        const { page } = await given().open(role);
        await page.getByRole('link', { name: 'New', exact: true }).click();
        await chooseFile(page, `stale of ${role}.csv`, stale);
        await page.getByText('It looks like: Authorisations.').waitFor();
        return page;
      };
      const newer = { name: 'Overwrite the newer value' };
      const refusals = { name: 'Also overwrite refusals' };
      const editors = await newImport('editor');
      expect(await editors.getByRole('radio', newer).count()).toBe(0);

      const operators = await newImport('operator');
      await operators.getByRole('radio', { name: 'Bulk update the data' }).check();
      await operators.getByRole('radio', newer).check();
      expect(await operators.getByRole('checkbox', refusals).count()).toBe(0);
      await operators.getByRole('button', { name: 'Update the data' }).click();
      await operators.getByRole('table').getByRole('row').filter({ hasText: 'refus' }).first().waitFor();
      expect(await emailAuthorisation()).toBe(false);

      const admins = await newImport('admin');
      await admins.getByRole('radio', { name: 'Bulk update the data' }).check();
      await admins.getByRole('radio', newer).check();
      await admins.getByRole('checkbox', refusals).check();
      await admins.getByRole('button', { name: 'Update the data' }).click();
      await admins.getByRole('heading', { name: 'What has changed' }).waitFor();
      expect(await emailAuthorisation()).toBe(true);
    }, 600_000);
  });
}
