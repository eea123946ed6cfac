import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageAbout, pages } from '@roundtrip/contracts/pages';
import type { Mail } from '@roundtrip/e2e';
import { eventually, finished } from '@roundtrip/test-kit/client';
import { consoleWords, loadMessages } from '@roundtrip/words/console';
import type { Page } from 'playwright-core';
import { clientOf } from './client-of.js';
import type { ConsoleWindow } from './console-page.js';
import { fileOf, signInByKey, untilSignedOut } from './officer.js';
import { signInByProvider } from './provider-sign-in.js';
import type { ScenarioContext } from './scenario-context.js';

export function mailLinkScenarios(given: () => ScenarioContext): void {
  describe('the link in a mail', () => {
    /** Shows the mails on another site than ours: `localhost` is none of 127.0.0.1. */
    let webmail: Server;
    const mails = new Map<string, Mail>();
    const places = new Map<string, { page: string; heading: string; older: string }>();

    beforeAll(async () => {
      webmail = createServer((request, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(mails.get((request.url ?? '/').slice(1))?.html ?? '');
      });
      await new Promise<void>((listening) => webmail.listen(0, listening));

      const rest = clientOf(given(), 'operator');
      const { items: targets } = await rest.get<{ items: { targetId: string; code: string; name: string }[] }>(
        '/v1/targets',
      );
      const target = targets.find(({ code }) => code === 'SEASON');
      const { templateId } = await rest.post<{ templateId: string }>('/v1/templates', {
        dataType: 'criteria',
        targetId: target?.targetId,
        email: 'template@example.org',
      });
      const { items: contacts } = await rest.get<{ items: { contactNumber: string }[] }>('/v1/contacts?limit=1');
      const csv = `CONTACT_NUMBER;[new] NOTES\r\n${contacts[0]?.contactNumber};By mail\r\n`;
      const fields = { dataType: 'criteria', action: 'check', email: 'check@example.org' };
      const importId = await rest.import(csv, fields);
      await finished(rest, importId);
      for (const what of ['template', 'check']) {
        mails.set(what, await eventually(() => given().stack.mailTo(`${what}@example.org`)));
      }
      places.set('template', {
        page: pageAbout(pages.template, templateId),
        heading: target?.name ?? '',
        older: `/v1/templates/${templateId}/file`,
      });
      places.set('check', {
        page: pageAbout(pages.import, importId),
        heading: 'contacts.csv',
        older: `/v1/imports/${importId}`,
      });
    }, 600_000);
    afterAll(() => {
      webmail.close();
    });

    const inbox = (what: string): string => `http://localhost:${(webmail.address() as AddressInfo).port}/${what}`;
    /** As from a webmail: a click on another site. */
    const follow = async ({ page }: ConsoleWindow, what: string): Promise<void> => {
      await page.goto(inbox(what));
      await page.getByRole('link').click();
    };
    const signOut = async ({ page, context }: ConsoleWindow): Promise<void> => {
      await page.getByRole('button', { name: 'Sign out' }).click();
      await untilSignedOut(page);
      expect(await context.cookies()).toEqual([]);
    };
    const isShown = async (page: Page, what: string): Promise<void> => {
      const place = places.get(what)!;
      await page.getByRole('heading', { name: place.heading }).waitFor();
      expect(page.url()).toBe(given().stack.url + place.page);
    };

    it.each(['template', 'check'])(
      'about a %s leads who is signed in to its page, from another site',
      async (what) => {
        const window = await given().open('operator');
        await follow(window, what);
        await isShown(window.page, what);
      },
      600_000,
    );

    it.each(['template', 'check'])(
      'about a %s leads who is not signed in there by the sign-in',
      async (what) => {
        const window = await given().open('operator');
        const { page } = window;
        await signOut(window);
        await follow(window, what);
        await signInByKey(page, given().stack.keys.operator);
        await isShown(page, what);
      },
      600_000,
    );

    it('leads who is not signed in there by the provider, too', async () => {
      const window = await given().open(undefined);
      const { page } = window;
      await follow(window, 'check');
      await signInByProvider(page, 'Olga Brandt', consoleWords('en', await loadMessages('en')));
      await isShown(page, 'check');
      await page.getByText('Olga Brandt · operator').filter({ visible: true }).waitFor();
    }, 600_000);

    it('about a template leads to the file', async () => {
      const window = await given().open('editor');
      await follow(window, 'template');
      const { name, bytes } = await fileOf(window.page, window.page.getByRole('link', { name: /^Template file/ }));
      expect(name).toMatch(/^contact-criteria_SEASON_.*\.zip$/);
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }, 600_000);

    it('of an older mail, which led to the interface, leads to the page as well', async () => {
      const window = await given().open('operator');
      for (const [what, { page, older }] of places) {
        const mail = mails.get(what)!;
        mails.set('older', { ...mail, html: mail.html.replaceAll(page, older) });
        await follow(window, 'older');
        await isShown(window.page, what);
      }
    }, 600_000);

    it('about a template that is not there says so', async () => {
      const window = await given().open('viewer');
      await window.go(pageAbout(pages.template, 'tpl_none'));
      await window.page.getByRole('heading', { name: 'There is no such template' }).waitFor();
    }, 600_000);

    it('shows a viewer the template, and why it cannot be fetched', async () => {
      const window = await given().open('viewer');
      await follow(window, 'template');
      await isShown(window.page, 'template');
      await window.page.getByText('You need the role editor for this.').waitFor();
      expect(await window.page.getByRole('link', { name: /^Template file/ }).count()).toBe(0);
    }, 600_000);
  });
}
