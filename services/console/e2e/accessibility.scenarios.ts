import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Language, languages } from '@roundtrip/contracts/words';
import { finished } from '@roundtrip/test-kit/client';
import { type ConsoleMessages, loadMessages } from '@roundtrip/words/console';
import type { Locator, Page } from 'playwright-core';
import { axeFaults } from './axe.js';
import { clientOf } from './client-of.js';
import type { ConsoleWindow } from './console-page.js';
import { keyInput } from './officer.js';
import type { ScenarioContext } from './scenario-context.js';

/** Both schemes, both widths. */
const looks = [
  { scheme: 'light', width: 1280, first: 0 },
  { scheme: 'dark', width: 400, first: 2 },
] as const;

/** Each page is in another language than the one before it: all are looked at, in the time of one. */
const languageAt = ({ first }: (typeof looks)[number], place: number): Language =>
  languages.at((first + place) % languages.length) ?? 'en';

const dialogs: readonly (readonly [of: string, opener: (main: Locator, words: ConsoleMessages) => Locator])[] = [
  ['a check', (main, words) => main.getByRole('region', { name: words.import.nextStep }).getByRole('button')],
  ['a target', (main, { common }) => main.getByRole('button', { name: common.delete, exact: true })],
  ['Definitions', (main, words) => main.getByRole('button', { name: words.definitions.newCriterion, exact: true })],
  ['Definitions', (main) => main.getByRole('table').last().getByRole('button').first()],
  ['Settings', (main, { settings }) => main.getByRole('button', { name: settings.newKey, exact: true })],
  ['Settings', (main) => main.getByRole('table').getByRole('button').first()],
];

export function accessibilityScenarios(given: () => ScenarioContext): void {
  describe('every page', () => {
    const pages = new Map<string, string>();

    beforeAll(async () => {
      const rest = clientOf(given(), 'operator');
      const { items: contacts } = await rest.get<{ items: { contactNumber: string }[] }>('/v1/contacts?limit=3');
      const [one = '', other = '', third = ''] = contacts.map(({ contactNumber }) => contactNumber);
      const header = 'CONTACT_NUMBER;[old] PROFESSION - Profession;[new] PROFESSION - Profession;[new] NOTES - Notes';
      const wrong = [`${one};NO_SUCH;RETIRED;`, `${other};STUDENT;TEACHR;`, 'nobody-9;;TEACHER;'];
      const made = async (action: string, ...lines: string[]): Promise<string> => {
        const importId = await rest.import([header, ...lines].join('\r\n'), { dataType: 'criteria', action });
        await finished(rest, importId);
        return importId;
      };
      const check = await made('check', ...wrong, `${third};;;To be looked at`);
      const update = await made('update', ...wrong, `${third};;;Looked at`);
      // Not UTF-8, and without names: nothing tells which letter it is.
      const uncertain = await rest.import(
        new Blob([Buffer.from(`CONTACT_NUMBER;[new] NOTES - Notes\r\n${one};Ren\x8ee`, 'latin1')]),
        { dataType: 'criteria', action: 'update' },
      );
      await finished(rest, uncertain);
      const { items: targets } = await rest.get<{ items: { targetId: string; code: string }[] }>('/v1/targets');
      const target = targets.find(({ code }) => code === 'SEASON');
      const { templateId } = await rest.post<{ templateId: string }>('/v1/templates', {
        dataType: 'criteria',
        targetId: target?.targetId,
      });
      for (const [name, path] of [
        ['Import', '/'],
        ['Download import template', '/template'],
        ['New', '/new'],
        ['a template', `/templates/${templateId}`],
        ['no template', '/templates/tpl_none'],
        ['a check', `/imports/${check}`],
        ['an update', `/imports/${update}`],
        ['an import whose letters are uncertain', `/imports/${uncertain}`],
        ['no import', '/imports/imp_none'],
        ['Access criterion values', '/criterion-values'],
        ['Targets', '/targets'],
        ['a target', `/targets/${target?.targetId}`],
        ['a new target', '/targets/new'],
        ['Contacts', '/contacts'],
        ['a contact', `/contacts/${one}`],
        ['Definitions', '/definitions'],
        ['Settings', '/settings'],
        ['People', '/settings/people'],
        ['Activity', '/settings/activity'],
        ['no page', '/nowhere'],
      ] as const)
        pages.set(name, path);
    }, 600_000);

    const go = async (window: ConsoleWindow, name: string, language: Language): Promise<void> => {
      await window.go(`${pages.get(name) ?? ''}?language=${language}`);
      await window.page.locator('main#page h1').waitFor();
      await window.page.locator('[role=status][aria-label]').first().waitFor({ state: 'detached' });
    };

    it.each(looks)(
      'can be read by everybody, and is not wider than its window: $scheme, $width',
      async (look) => {
        const window = await given().open('admin', look);
        const faults: string[] = [];
        for (const [place, name] of [...pages.keys()].entries()) {
          const language = languageAt(look, place);
          await go(window, name, language);
          faults.push(...(await faultsOf(window.page, `${name}, ${language}`)));
        }
        expect(faults).toEqual([]);
      },
      600_000,
    );

    it.each(looks)(
      'can be read with a dialog open, too, and so can the sign-in: $scheme, $width',
      async (look) => {
        const window = await given().open('admin', look);
        const { page } = window;
        const faults: string[] = [];
        for (const [place, [name, opener]] of dialogs.entries()) {
          const language = languageAt(look, place);
          await go(window, name, language);
          await opener(page.getByRole('main'), await loadMessages(language)).click();
          await page.getByRole('dialog').waitFor();
          faults.push(...(await faultsOf(page, `a dialog of ${name}, ${language}`)));
        }
        const language = languageAt(look, dialogs.length);
        const { common } = await loadMessages(language);
        await go(window, 'Import', language);
        if (look.width < 800) {
          await page.getByRole('button', { name: common.menu }).click();
          faults.push(...(await faultsOf(page, `the menu, ${language}`)));
        }
        await page.getByRole('button', { name: common.signOut }).filter({ visible: true }).click();
        await keyInput(page);
        faults.push(...(await faultsOf(page, `the sign-in, ${language}`)));
        expect(faults).toEqual([]);
      },
      600_000,
    );
  });
}

async function faultsOf(page: Page, name: string): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const wide = over > 0 ? [`is ${over} pixels wider than the window`] : [];
  return [...(await axeFaults(page)), ...wide].map((fault) => `${name}: ${fault}`);
}
