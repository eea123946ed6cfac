// The product's words as plain constants and types, for every program that speaks of them, pages in a browser included: nothing here needs zod or Node.
import type { Said } from './words/sentence.js';

export * from './words/activity-words.js';
export * from './words/contact-columns.js';
export * from './words/country-codes.js';
export * from './words/kind-traits.js';
export * from './words/product-words.js';
export * from './words/rule-operators.js';
export type * from './words/sentence.js';
export * from './words/sheet-choice.js';
export * from './words/template-sheets.js';
export * from './words/zip-litter.js';

/** What is wrong with a request, and where, as it is found and kept. */
export interface FieldFault {
  /** As in a FieldError. */
  pointer: string;
  message: Said;
}

/** As it is answered. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the body, or the name of a parameter or form field. */
  pointer: string;
  message: string;
}
