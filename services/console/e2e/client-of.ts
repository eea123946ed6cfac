import { Client } from '@roundtrip/test-kit/client';
import type { Surroundings } from './surroundings.js';

/** REST, to see from outside what the console did. */
export const clientOf = ({ stack }: Surroundings, role: keyof Surroundings['stack']['keys']): Client =>
  new Client(stack.url, stack.keys[role]);
