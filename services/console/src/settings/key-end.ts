import type { ApiKey } from '@roundtrip/gateway/api';
import { endOf, type KeyEnd, lastAdministratorEnd } from './key-end.rules.js';

// The rules of a key's end, asked in this moment: a page looks anew each time that it is drawn.

export const endNow = (expiresAt: string | null): KeyEnd => endOf(expiresAt, new Date());

export const lastAdministratorEndNow = (keys: readonly ApiKey[]): string | undefined =>
  lastAdministratorEnd(keys, new Date());
