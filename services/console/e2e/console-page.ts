import type { Language } from '@roundtrip/contracts/words';
import { localeOf } from '@roundtrip/words';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export interface Look {
  language: Language;
  scheme: 'light' | 'dark';
  width: number;
}
const plain: Look = { language: 'en', scheme: 'light', width: 1280 };

/** Debian's Chromium; nothing is downloaded. A run without it fails, it is never skipped. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A window of its own, with nothing remembered, and what went wrong in it. */
export class ConsoleWindow {
  /** Faults of the page and offences against its content security policy; there must be none. */
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      // An answer that is no 2xx is logged by the browser itself; the page says it in its own way.
      const ofNetwork = message.text().startsWith('Failed to load resource') || message.text().includes('net::ERR_');
      if (message.type() === 'error' && !ofNetwork) this.faults.push(message.text());
    });
  }

  static async open(browser: Browser, url: string, look: Partial<Look> = {}): Promise<ConsoleWindow> {
    const { language, scheme, width } = { ...plain, ...look };
    const context = await browser.newContext({
      locale: localeOf[language],
      colorScheme: scheme,
      viewport: { width, height: 900 },
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    // Shorter than a spec may take: so it is said what was waited for.
    context.setDefaultTimeout(60_000);
    return new ConsoleWindow(context, await context.newPage(), url);
  }

  /** As the sign-in page does it. */
  async signIn(key: string): Promise<void> {
    const answer = await this.context.request.post(`${this.url}/v1/session`, { data: { key } });
    if (!answer.ok()) throw new Error(`${answer.status()}: ${await answer.text()}`);
    await this.page.goto(this.url);
    await this.page.locator('main#page h1').waitFor();
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
