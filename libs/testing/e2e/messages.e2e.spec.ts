import { afterAll, beforeAll, describe } from '@jest/globals';
import { forgedMessageScenarios } from './forged-messages.scenarios.js';
import { personalDataScenarios } from './personal-data.scenarios.js';
import { type Stack, startStack } from './src/start-stack.js';

const CONTACTS = 300;

/** What may be read on the topics, and what may be written to them by somebody who should not. On one stack: to start one is dear. */
describe('Kafka', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack({ contacts: CONTACTS, env: { SAVE_WAIT_MS: '15000' } });
  }, 600_000);
  afterAll(() => stack?.stop(), 300_000);

  personalDataScenarios(() => stack);
  forgedMessageScenarios(() => stack, CONTACTS);
});
