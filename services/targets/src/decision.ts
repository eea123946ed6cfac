import type { Refusal } from './refusal.js';

/** What a request comes to, given the document as it is: a new version to store, an answer given before, or a refusal. */
export type Decision<T> =
  | { outcome: 'save'; document: T; created: boolean }
  | { outcome: 'applied'; created: boolean }
  | { outcome: 'refused'; refusal: Refusal };

export const refuse = (refusal: Refusal): { outcome: 'refused'; refusal: Refusal } => ({ outcome: 'refused', refusal });
