import type { FieldKind } from './product-words.js';

interface KindTraits {
  /** Its values are codes of a list. */
  coded: boolean;
  /** A contact may hold several of them at once. */
  several: boolean;
  /** Its values are true and false. */
  yesNo: boolean;
  /** What a cell holds tells that it belongs into such a column; any text or number may stand in the others. */
  telling: boolean;
  /** Any text, number or date: reports do not count such values one by one. */
  free: boolean;
}

/** What is decided about a kind in more than one place: a new kind does not compile before it says so here. */
export const kindTraits: Readonly<Record<FieldKind, KindTraits>> = {
  LIST: { coded: true, several: false, yesNo: false, telling: true, free: false },
  MULTI_LIST: { coded: true, several: true, yesNo: false, telling: true, free: false },
  BOOLEAN: { coded: false, several: false, yesNo: true, telling: true, free: false },
  TEXT: { coded: false, several: false, yesNo: false, telling: false, free: true },
  NUMBER: { coded: false, several: false, yesNo: false, telling: false, free: true },
  DATE: { coded: false, several: false, yesNo: false, telling: true, free: true },
  AUTHORISATION: { coded: false, several: false, yesNo: true, telling: true, free: false },
};
