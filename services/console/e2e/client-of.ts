import { Client } from '@roundtrip/test-kit/client';
import type { ScenarioContext } from './scenario-context.js';

/** REST, to see from outside what the console did. */
export const clientOf = ({ stack }: ScenarioContext, role: keyof ScenarioContext['stack']['keys']): Client =>
  new Client(stack.url, stack.keys[role]);
