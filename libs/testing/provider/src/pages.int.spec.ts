// The pages of the provider as people meet them: in a real browser, by keyboard, and with the program of the product behind them.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Provider, startProvider } from './start-provider.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let product: Server;
let home: string;
let provider: Provider;
let browser: Browser;
let page: Page;
const messages: string[] = [];

beforeAll(async () => {
  product = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>${String(request.url)}</title>`);
  });
  await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${String((product.address() as AddressInfo).port)}`;
  provider = await startProvider({
    clients: [
      {
        clientId: 'console',
        clientSecret: 'secret',
        redirectUris: [`${home}/callback`],
        postLogoutRedirectUris: [`${home}/sign-in`],
      },
    ],
    people: ['Ada', 'Ben', 'Cy'].map((name, index) => ({
      sub: `p${String(index)}`,
      name,
      email: `${name.toLowerCase()}@example.org`,
      groups: ['staff', 'editors'],
      institutions: ['one'],
      about: 'The theatre, as an editor',
    })),
  });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  page = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage();
  page.on('console', (message) => messages.push(message.text()));
});
afterAll(async () => {
  await browser.close();
  await provider.stop();
  product.close();
});

const authorization = (hint = ''): string => {
  const url = new URL(`${provider.issuer}/auth`);
  url.search = new URLSearchParams({
    client_id: 'console',
    response_type: 'code',
    redirect_uri: `${home}/callback`,
    scope: 'openid',
    prompt: 'login',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...(hint && { login_hint: hint }),
  }).toString();
  return url.href;
};

/** Anything at all that axe finds, in both colour schemes. */
async function faults(): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join()}`));
  }
  return found;
}

const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent');

async function tabTo(text: string): Promise<void> {
  for (let presses = 0; presses < 10 && !(await focused()).startsWith(text); presses++)
    await page.keyboard.press('Tab');
  expect(await focused()).toMatch(new RegExp(`^${text}`));
}

describe('the page of the provider', () => {
  it('lets one choose by keyboard alone, without a fault that axe knows', async () => {
    await page.goto(authorization());
    expect(await page.title()).toBe('Sign in');
    expect(await faults()).toEqual([]);
    await tabTo('Ben');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${home}/callback?code=*`);
  });

  it('lets the person whom a link names only confirm, or be somebody else after all', async () => {
    await page.goto(authorization('cy@example.org'));
    expect(await faults()).toEqual([]);
    await tabTo('Sign in as somebody else');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
    await page.goBack();
    await tabTo('Continue as Cy');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${home}/callback?code=*`);
  });

  it('is not wider than a narrow window', async () => {
    await page.goto(authorization());
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  it('signs out without a question, and with a button where there are no scripts', async () => {
    const url = `${provider.issuer}/session/end?client_id=console&post_logout_redirect_uri=${encodeURIComponent(`${home}/sign-in`)}`;
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const plain = await context.newPage();
    await plain.goto(url);
    expect(await plain.title()).toBe('Sign out');
    await page.goto(url);
    await page.waitForURL(`${home}/sign-in`);
    await plain.goto(authorization('ada@example.org'));
    await plain.getByRole('button', { name: 'Continue as Ada' }).click();
    await plain.waitForURL(`${home}/callback?code=*`);
    await plain.goto(url);
    await plain.getByRole('button', { name: 'Sign out' }).click();
    await plain.waitForURL(`${home}/sign-in`);
  });

  it('says what does not work, and nothing of it is against its own policy', async () => {
    await page.goto(`${provider.issuer}/interaction/unknown`);
    expect(await page.title()).toBe('This does not work');
    expect(await faults()).toEqual([]);
    expect(messages.filter((message) => /Content.Security.Policy/i.test(message))).toEqual([]);
  });
});
