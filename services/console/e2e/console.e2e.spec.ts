import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { type Stack, startStack } from '@roundtrip/e2e';
import type { Browser } from 'playwright-core';
import { accessibilityScenarios } from './accessibility.scenarios.js';
import { ConsoleWindow, type Look, openBrowser } from './console-page.js';
import { contactScenarios } from './contact.scenarios.js';
import { definitionScenarios } from './definition.scenarios.js';
import { importScenarios } from './import.scenarios.js';
import { keyboardScenarios } from './keyboard.scenarios.js';
import { liveScenarios } from './live.scenarios.js';
import { mailLinkScenarios } from './mail-links.scenarios.js';
import { manyScenarios } from './many.scenarios.js';
import { policyScenarios } from './policy.scenarios.js';
import { sessionScenarios } from './session.scenarios.js';
import { settingScenarios } from './setting.scenarios.js';
import { signInScenarios } from './sign-in.scenarios.js';
import type { ScenarioContext } from './scenario-context.js';
import { targetScenarios } from './target.scenarios.js';
import { templateScenarios } from './template.scenarios.js';
import { uploadScenarios } from './upload.scenarios.js';

const CONTACTS = 300;

describe('the console', () => {
  let stack: Stack;
  let browser: Browser;
  const windows: ConsoleWindow[] = [];

  const openWith = async (key: string | undefined, look: Partial<Look> = {}): Promise<ConsoleWindow> => {
    const window = await ConsoleWindow.open(browser, stack.url, look);
    windows.push(window);
    if (key !== undefined) await window.signIn(key);
    return window;
  };
  const open = (role: keyof Stack['keys'] | undefined, look?: Partial<Look>): Promise<ConsoleWindow> =>
    openWith(role && stack.keys[role], look);
  // All pages are driven on the same stack: to start one is dear.
  const scenarioContext = (): ScenarioContext => ({ stack, open, openWith });

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({ contacts: CONTACTS }), openBrowser()]);
  }, 600_000);
  afterEach(async () => {
    const faults = windows.flatMap((window) => window.faults);
    await Promise.all(windows.splice(0).map((window) => window.close()));
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 600_000);

  sessionScenarios(scenarioContext);
  signInScenarios(scenarioContext);
  mailLinkScenarios(scenarioContext);
  keyboardScenarios(scenarioContext);
  importScenarios(scenarioContext);
  uploadScenarios(scenarioContext);
  targetScenarios(scenarioContext);
  templateScenarios(scenarioContext);
  contactScenarios(scenarioContext);
  definitionScenarios(scenarioContext);
  settingScenarios(scenarioContext);
  liveScenarios(scenarioContext);
  manyScenarios(scenarioContext);
  accessibilityScenarios(scenarioContext);
  policyScenarios(scenarioContext);
});
