import type { Transition, ValueChange } from '@roundtrip/gateway/api';

/** Texts, numbers and dates are counted together, by this. */
export const SOME = '…';
/** What a bounded table has no room for is counted by this. */
export const OTHERS = '(others)';

/** Which lines are shown, in the words of the API. */
export interface ChangeFilter {
  field: string;
  from?: string;
  to?: string;
  added?: string;
  removed?: string;
}

/** The lines that a row of the transition table counts; nothing for what it could not count one by one. */
export const ofTransition = ({ path, from, to }: Transition): ChangeFilter | undefined =>
  [from, to].includes(OTHERS) ? undefined : { field: path, from, to };

export const ofValueChange = ({ path, change, value }: ValueChange): ChangeFilter | undefined =>
  value === OTHERS ? undefined : { field: path, [change]: value };

export const isOneField = ({ from, to, added, removed }: ChangeFilter): boolean =>
  [from, to, added, removed].every((value) => value === undefined);
