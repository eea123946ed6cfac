import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { createZip } from '@roundtrip/files';
import { workbookFile } from '@roundtrip/test-kit';
import { finished } from '@roundtrip/test-kit/client';
import { clientOf } from './client-of.js';
import type { ScenarioContext } from './scenario-context.js';
import { chooseFile, descriptionOf, fileOf, totalsOn } from './officer.js';

export function importScenarios(given: () => ScenarioContext): void {
  describe('an import', () => {
    const contacts = async (limit: number) => {
      const { items } = await clientOf(given(), 'viewer').get<{ items: { contactNumber: string }[] }>(
        `/v1/contacts?limit=${limit}`,
      );
      return items.map(({ contactNumber }) => contactNumber);
    };
    const professionOf = async (contactNumber: string): Promise<string | null> => {
      const { criteria } = await clientOf(given(), 'viewer').get<{
        criteria: { code: string; value: string | null }[];
      }>(`/v1/contacts/${contactNumber}`);
      return criteria.find(({ code }) => code === 'PROFESSION')?.value ?? null;
    };
    const interestsOf = async (contactNumber: string): Promise<string[]> => {
      const { criteria } = await clientOf(given(), 'viewer').get<{
        criteria: { code: string; value: string[] | null }[];
      }>(`/v1/contacts/${contactNumber}`);
      return criteria.find(({ code }) => code === 'INTERESTS')?.value ?? [];
    };
    const header = 'CONTACT_NUMBER;[old] PROFESSION - Profession;[new] PROFESSION - Profession';

    it('applies an update and takes it back by an undo', async () => {
      const [number = ''] = await contacts(1);
      const before = await professionOf(number);
      const wanted = before === 'ARTIST' ? 'RETIRED' : 'ARTIST';
      const { page } = await given().open('operator');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      await chooseFile(page, 'one.csv', `${header}\r\n${number};${before ?? ''};${wanted}`);
      await page.getByRole('radio', { name: 'Bulk update the data' }).check();
      await page.getByRole('button', { name: 'Update the data' }).click();
      await page.getByRole('heading', { name: 'What has changed' }).waitFor();
      expect(await totalsOn(page)).toMatchObject({ 'lines in all': 1, applied: 1 });
      expect(await professionOf(number)).toBe(wanted);
      const row = page.getByRole('table', { name: 'Changes' }).getByRole('row').nth(1);
      await row.waitFor();
      expect(await row.textContent()).toMatch(new RegExp(`^2${number}Profession.*${wanted}$`));
      const changes = await fileOf(page, page.getByRole('link', { name: 'Changes' }));
      expect(changes.bytes.toString()).toContain(wanted);

      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('heading', { name: 'What was taken back' }).waitFor();
      expect(await professionOf(number)).toBe(before);

      const { items: history } = await clientOf(given(), 'viewer').get<{ items: object[] }>(
        `/v1/contacts/${number}/history`,
      );
      expect(history).toHaveLength(2);
    }, 600_000);

    it('keeps refusals when it is undone, and offers to take them back only to an admin', async () => {
      const admin = clientOf(given(), 'admin');
      const number = (await contacts(6)).at(-1) ?? '';
      const letter = async () => {
        const { authorisations } = await admin.get<{ authorisations: { code: string; value: boolean | null }[] }>(
          `/v1/contacts/${number}`,
        );
        return authorisations.find(({ code }) => code === 'LETTER')?.value;
      };
      const columns = 'CONTACT_NUMBER;[old] LETTER - Letter;[new] LETTER - Letter';
      const text = (value: boolean | null | undefined) => (value == null ? 'Empty' : value ? 'TRUE' : 'FALSE');
      const record = async (value: string) => {
        const csv = `${columns}\r\n${number};${text(await letter())};${value}`;
        const importId = await admin.import(csv, { dataType: 'authorisations', action: 'update' });
        await finished(admin, importId);
        return importId;
      };
      await record('Empty');
      const importId = await record('FALSE');
      const takeBack = { name: 'Also take back refusals' };
      const undo = async (role: 'operator' | 'admin') => {
        const window = await given().open(role);
        await window.go(`/imports/${importId}`);
        const { page } = window;
        await page.getByRole('button', { name: 'Undo' }).click();
        return { page, dialog: page.getByRole('dialog') };
      };

      const operators = await undo('operator');
      await operators.dialog.getByText('Refusals stay, and are named.').waitFor();
      expect(await operators.dialog.getByRole('checkbox', takeBack).count()).toBe(0);
      await operators.dialog.getByRole('button', { name: 'Undo' }).click();
      await operators.page.getByRole('table').getByRole('row').filter({ hasText: 'has refused' }).first().waitFor();
      expect(await letter()).toBe(false);

      const admins = await undo('admin');
      await admins.dialog.getByRole('checkbox', takeBack).check();
      await admins.dialog.getByRole('button', { name: 'Undo' }).click();
      await admins.page.getByText('Refusals are taken back, too.').waitFor();
      await admins.page.getByRole('heading', { name: 'What was taken back' }).waitFor();
      expect(await letter()).toBeNull();
    }, 600_000);

    it('explain every line that is wrong, and take the corrected file of rejected lines', async () => {
      const numbers = await contacts(2);
      const csv = [header, `${numbers[0]};;TEACHR`, `${numbers[1]};NOBODY;Empty`, `nobody-9;;TEACHER`].join('\r\n');
      const { page } = await given().open('editor');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      await chooseFile(page, 'wrong.csv', csv);
      await page.getByRole('button', { name: 'Check the file' }).click();

      // Whether the second line fits depends on what its contact has now.
      await page.getByText(/^Checked: (no line fits|1 of 3 lines fits)$/).waitFor();
      const unknownCode = page.getByRole('region', { name: 'Unknown code [new] PROFESSION - Profession' });
      const misspelt = unknownCode.getByRole('row').filter({ hasText: 'TEACHR' });
      await misspelt.waitFor();
      expect(await misspelt.textContent()).toMatch(/^2.*[Dd]id you mean.*TEACHER/);
      await unknownCode.getByText('Line 2', { exact: true }).waitFor();
      const unknownContact = page.getByRole('region', { name: 'Unknown contact CONTACT_NUMBER' });
      expect(await unknownContact.getByRole('row').count()).toBe(2);
      await unknownCode.getByRole('button', { name: 'Hide the lines' }).click();
      await misspelt.waitFor({ state: 'detached' });
      expect(await unknownContact.getByRole('row').count()).toBe(2);
      // An editor sees the next step, and why somebody else has to take it.
      expect(await page.getByRole('button', { name: 'Update the data' }).isDisabled()).toBe(true);

      const rejected = await fileOf(page, page.getByRole('link', { name: 'Rejected lines' }));
      const corrected = rejected.bytes.toString().replace('TEACHR', 'TEACHER');
      await page.getByRole('link', { name: 'Import', exact: true }).click();
      await page.getByRole('link', { name: 'New', exact: true }).click();
      await chooseFile(page, 'corrected.csv', corrected);
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('heading', { name: 'What would change' }).waitFor();
      expect(await page.getByRole('table').filter({ hasText: 'TEACHR' }).count()).toBe(0);
    }, 600_000);

    it('whose letters are uncertain shows its words in every reading, and the one that is picked is checked and applied', async () => {
      const [number = ''] = await contacts(1);
      // As an older Mac saves it: é is 8E, è is 8F.
      const file = Buffer.from(`CONTACT_NUMBER;[new] NOTES - Notes\r\n${number};Ren\x8ee, tr\x8fs bien`, 'latin1');
      const { page } = await given().open('operator');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      await chooseFile(page, 'mac.csv', file);
      await page.getByRole('radio', { name: 'Bulk update the data' }).check();
      await page.getByRole('button', { name: 'Update the data' }).click();
      await page.getByText('This file cannot be used').waitFor();

      const readings = page.getByRole('table', { name: 'Which line reads right?' });
      const cellsOf = async (name: string) =>
        (await readings.getByRole('row').filter({ hasText: name }).getByRole('cell').allTextContents())[1];
      expect(await cellsOf('Central European (Windows)')).toBe('RenŽe  trŹs');
      expect(await cellsOf('older Mac')).toBe('Renée  très');
      const again = page.getByRole('button', { name: 'Check the file again' });
      expect(await again.isDisabled()).toBe(true);
      await readings.getByRole('radio', { name: 'older Mac' }).check();
      expect(await descriptionOf(readings.getByRole('radio', { name: 'older Mac' }))).toContain('Renée');
      await again.click();

      await page.getByRole('heading', { name: 'What would change' }).waitFor();
      expect(await page.getByRole('table', { name: 'Which line reads right?' }).count()).toBe(0);
      await page.getByText('Letters: Western European (older Mac)').waitFor();
      await page.getByRole('button', { name: 'Update the data' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Update the data' }).click();
      await page.getByRole('heading', { name: 'What has changed' }).waitFor();
      const { criteria } = await clientOf(given(), 'viewer').get<{ criteria: { code: string; value: unknown }[] }>(
        `/v1/contacts/${number}`,
      );
      expect(criteria.find(({ code }) => code === 'NOTES')?.value).toBe('Renée, très bien');

      // Who knows it beforehand says so.
      await page.getByRole('link', { name: 'Import', exact: true }).click();
      await page.getByRole('link', { name: 'New', exact: true }).click();
      await chooseFile(page, 'mac again.csv', file);
      await page.getByRole('combobox', { name: 'Letters beyond A to Z' }).selectOption('macintosh');
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByText('Letters: Western European (older Mac)').waitFor();
      await page.getByText('No line would change anything').waitFor();
    }, 600_000);

    it('show a conflict with its three values', async () => {
      const [number = ''] = await contacts(1);
      const now = await professionOf(number);
      const [old, wanted] = ['ARTIST', 'RETIRED', 'STUDENT'].filter((code) => code !== now);
      const { page } = await given().open('operator');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      await chooseFile(page, 'stale.csv', `${header}\r\n${number};${old};${wanted}`);
      await page.getByRole('button', { name: 'Check the file' }).click();
      const group = page.getByRole('region', { name: 'Changed since the export' });
      const conflict = group.getByRole('row').filter({ hasText: 'In the file' });
      await conflict.waitFor();
      expect(await conflict.textContent()).toContain(`In the file${old}Now${now ?? 'No value'}Wanted${wanted}`);
      await page.getByText('No line would change anything').waitFor();
    }, 600_000);

    it.each<[file: string, name: string, content: string | Promise<Buffer>, words: string]>([
      ['a PDF', 'letter.pdf', '%PDF-1.7\n%', 'This is neither an .xlsx, nor a .csv, nor a .zip file.'],
      ['a file without its header', 'people.csv', 'Name;City\r\nDupont;Lyon\r\n', 'has no column CONTACT_NUMBER.'],
      [
        'a file without [new] columns',
        'old.csv',
        'CONTACT_NUMBER;[old] PROFESSION - Profession\r\n1;\r\n',
        'has no [new] column.',
      ],
    ])(
      'refuse %s before it is sent',
      async (_, name, content, words) => {
        const { page } = await given().open('editor');
        const sent: string[] = [];
        page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
        await page.getByRole('link', { name: 'New', exact: true }).click();
        const send = page.getByRole('button', { name: 'Check the file' });
        await chooseFile(page, name, await content);
        await page.getByRole('alert').filter({ hasText: words }).waitFor();
        expect(await send.isDisabled()).toBe(true);
        expect(sent).toEqual([]);
      },
      600_000,
    );

    it.each<[file: string, name: string, content: string | Promise<Buffer>, words: string]>([
      [
        'a document of LibreOffice',
        'book.ods',
        'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
        'This is a LibreOffice document (.ods), which cannot be read. Save it as "Excel 2007–365 (.xlsx)"',
      ],
      [
        'a zip with such a document',
        'book.zip',
        zipOf('book.ods'),
        'This .zip holds a kind of spreadsheet document that cannot be read.',
      ],
    ])(
      'say what to do with %s before it is sent, and let the server decide',
      async (_, name, content, words) => {
        const { page } = await given().open('editor');
        await page.getByRole('link', { name: 'New', exact: true }).click();
        await chooseFile(page, name, await content);
        await page.getByRole('alert').filter({ hasText: words }).waitFor();
        await page.getByRole('button', { name: 'Check the file' }).click();
        await page.getByRole('alert').filter({ hasText: 'This file cannot be used' }).waitFor();
      },
      600_000,
    );

    it('say before a workbook is sent which sheet is read and how many rows, and take it', async () => {
      const numbers = await contacts(2);
      const { page } = await given().open('editor');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      const rows = [header.split(';'), ...numbers.map((number, at) => [number, '', at === 0 ? '' : 'NO_SUCH'])];
      await chooseFile(
        page,
        'book.xlsx',
        await workbookFile([
          { name: 'Notes', rows: [['Dear all']] },
          { name: 'Contacts', rows },
        ]),
      );
      await page
        .getByRole('status')
        .filter({
          hasText:
            'It looks like: Contact criteria. 1 column to import. The sheet “Contacts” is read: 2 rows below the header.',
        })
        .waitFor();
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('heading', { name: 'What would change' }).waitFor();
      expect(await totalsOn(page)).toMatchObject({ 'lines in all': 2, rejected: 1 });
      const group = page.getByRole('region', { name: 'Unknown code' });
      await group.getByText('column C').waitFor();
      expect(await group.getByText('Row 3', { exact: true }).count()).toBe(1);
      await group.getByRole('cell', { name: '3 C3' }).waitFor();
    }, 600_000);

    it('are told of the wrong data type before the file is sent, and of a file that fits', async () => {
      const { page } = await given().open('editor');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      const send = page.getByRole('button', { name: 'Check the file' });
      await chooseFile(page, 'contacts.csv', 'CONTACT_NUMBER,LAST_NAME\r\n1,Dupont\r\n');
      await page.getByText('It looks like: Contacts.').waitFor();
      expect(await send.isEnabled()).toBe(true);
      await page.getByRole('radio', { name: 'Contact criteria' }).check();
      await page.getByRole('alert').filter({ hasText: 'The columns are those of Contacts' }).waitFor();
      expect(await send.isDisabled()).toBe(true);
    }, 600_000);

    it('let a viewer see and not act: what may not be is greyed, with the reason', async () => {
      const [number = ''] = await contacts(1);
      const wanted = (await professionOf(number)) === 'ARTIST' ? 'RETIRED' : 'ARTIST';
      const rest = clientOf(given(), 'editor');
      const csv = `CONTACT_NUMBER;[new] PROFESSION - Profession\r\n${number};${wanted}`;
      const importId = await rest.import(csv, { dataType: 'criteria', action: 'check' });
      await finished(rest, importId);
      const { page } = await given().open('viewer');
      const rows = page.getByRole('listitem');
      await rows.first().waitFor();
      expect(await page.getByRole('link', { name: 'New', exact: true }).count()).toBe(0);
      expect(await rows.getByRole('button').count()).toBe(0);
      expect(await rows.getByRole('link', { name: /Rejected lines|Changes|Template file/ }).count()).toBe(0);

      await page.goto(`${given().stack.url}/imports/${importId}`);
      await page.getByRole('heading', { name: 'What would change' }).waitFor();
      expect(await totalsOn(page)).toMatchObject({ 'lines in all': 1, 'would be applied': 1 });
      const update = page.getByRole('button', { name: 'Update the data' });
      expect(await update.isDisabled()).toBe(true);
      expect(await descriptionOf(update)).toBe('You need the role operator for this.');

      for (const path of ['/new', '/template']) {
        await page.goto(`${given().stack.url}${path}`);
        await page.getByText('You need the role editor for this.').waitFor();
        expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
      }
    }, 600_000);

    it('show another institution nothing', async () => {
      const window = await given().openWith(given().stack.second.admin);
      await window.page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
      const { items } = await clientOf(given(), 'viewer').get<{ items: { importId: string }[] }>('/v1/imports');
      await window.go(`/imports/${items[0]?.importId}`);
      await window.page.getByRole('heading', { name: 'There is no such import' }).waitFor();
      await window.page.getByText('it belongs to another institution').waitFor();
      const targets = await clientOf(given(), 'viewer').get<{ items: { targetId: string }[] }>('/v1/targets');
      await window.go(`/targets/${targets.items[0]?.targetId}`);
      await window.page.getByRole('heading', { level: 1 }).waitFor();
      await window.page.getByRole('alert').filter({ hasText: 'There is no such target' }).waitFor();
    }, 600_000);

    it('show the lines that would change, all of them or those that a row of the table counts', async () => {
      const numbers = await contacts(3);
      const [first = ''] = numbers;
      const circus = (await interestsOf(first)).includes('CIRCUS') ? 'Removed Circus' : 'Added Circus';
      const interests = circus.startsWith('Added') ? 'OPERA|CIRCUS' : 'OPERA';
      const lines = await Promise.all(
        numbers.map(async (number) => {
          const profession = (await professionOf(number)) === 'ARTIST' ? 'RETIRED' : 'ARTIST';
          return `${number};${profession};${number === first ? interests : ''}`;
        }),
      );
      const both = 'CONTACT_NUMBER;[new] PROFESSION - Profession;[new] INTERESTS - Interests';
      const { page } = await given().open('editor');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      await chooseFile(page, 'changing.csv', [both, ...lines].join('\r\n'));
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('heading', { name: 'Lines that would change' }).waitFor();
      await page.getByText('Checked: all lines fit').waitFor();
      const table = page.getByRole('table', { name: 'Changes' });
      const rows = table.getByRole('row');
      const ofInterests = rows.filter({ hasText: 'INTERESTS' });
      // A row for each field of a line.
      await rows.nth(4).waitFor();
      expect(await rows.count()).toBe(1 + 3 + 1);
      expect(await rows.nth(1).textContent()).toContain(`2${first}Profession`);

      await page.getByRole('combobox', { name: 'Field' }).selectOption({ label: 'Interests (INTERESTS)' });
      await rows.filter({ hasText: 'PROFESSION' }).first().waitFor({ state: 'detached' });
      await ofInterests.waitFor();
      expect(await rows.count()).toBe(2);
      expect(await ofInterests.textContent()).toContain('Opera OPERA');

      await page.getByRole('button', { name: `1 line: ${circus}` }).click();
      await page.getByRole('status').filter({ hasText: 'Only these:' }).filter({ hasText: 'CIRCUS' }).waitFor();
      await ofInterests.waitFor();
      expect(await rows.count()).toBe(2);

      const transition = page.getByRole('button', { name: /^\d+ lines?: .* → (Artist|Retired)$/ }).first();
      const counted = Number(/\d+/.exec((await transition.textContent()) ?? '')?.[0]);
      await transition.click();
      await ofInterests.waitFor({ state: 'detached' });
      await rows.nth(counted).waitFor();
      expect(await rows.count()).toBe(1 + counted);
      await page.getByRole('button', { name: 'Show all lines' }).click();
      await rows.nth(4).waitFor();

      const file = await fileOf(page, page.getByRole('link', { name: 'Download as .csv' }));
      expect(file.bytes.toString()).toContain('[after] PROFESSION');
      await table.getByRole('link', { name: first }).first().click();
      await page.waitForURL(`**/contacts/${first}`);
    }, 600_000);

    it('say once what many missing columns come to', async () => {
      const [number = ''] = await contacts(1);
      const { page } = await given().open('editor');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      const both = 'CONTACT_NUMBER;[new] PROFESSION - Profession;[new] NOTES - Notes';
      await chooseFile(page, 'without-old.csv', `${both}\r\n${number};;Looked at`);
      await page.getByRole('button', { name: 'Check the file' }).click();
      const warning = page.getByRole('alert').filter({ hasText: 'Warnings about the file' });
      await warning.getByText('The [old] columns of PROFESSION - Profession and NOTES - Notes are missing').waitFor();
      expect(await warning.getByRole('listitem').count()).toBe(1);
      // What is said above is not said again below.
      expect(await page.getByRole('heading', { name: 'Errors and warnings by line' }).count()).toBe(0);
    }, 600_000);

    it('are fetched page by page, however many there are', async () => {
      const lines = Array.from({ length: 230 }, (_, index) => `nobody-${index};;TEACHER`);
      const { page } = await given().open('editor');
      await page.getByRole('link', { name: 'New', exact: true }).click();
      await chooseFile(page, 'nobody.csv', [header, ...lines].join('\r\n'));
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByText('230 lines, for example 2, 3, 4, 5, 6 …').waitFor();
      const rows = page.getByRole('table').filter({ hasText: 'What is wrong' }).getByRole('row');
      expect(await rows.count()).toBe(0);
      await page.getByRole('button', { name: 'Show the lines' }).click();
      await rows.nth(50).waitFor();
      expect(await rows.count()).toBe(51);
      await page.getByRole('button', { name: 'Show more' }).click();
      await rows.nth(100).waitFor();
      expect(await rows.count()).toBe(101);
    }, 600_000);
  });
}

const zipOf = (name: string): Promise<Buffer> => buffer(createZip([{ name, content: Readable.from(['PK']) }]));
