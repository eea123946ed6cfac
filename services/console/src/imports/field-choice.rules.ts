import { personColumns } from '@roundtrip/contracts/words';

/** Which fields a template shows, and in which order. */
export interface FieldChoice {
  /** Codes, those that are left out among them: whoever takes one back finds it where it was. */
  order: readonly string[];
  leftOut: ReadonlySet<string>;
}

/** Until somebody chooses: all, by rank. */
export const allFields: FieldChoice = { order: [], leftOut: new Set() };

/** The fields in the order of the choice; those that it does not know come behind, those that are no more are gone. */
export function inOrder<F extends { code: string }>(fields: readonly F[], { order }: FieldChoice): F[] {
  const place = new Map(order.map((code, index) => [code, index]));
  const placeOf = ({ code }: F): number => place.get(code) ?? order.length;
  return fields.toSorted((one, other) => placeOf(one) - placeOf(other));
}

export const shown = <F extends { code: string }>(fields: readonly F[], choice: FieldChoice): F[] =>
  inOrder(fields, choice).filter(({ code }) => !choice.leftOut.has(code));

/** @param codes of the fields that are meant; the others stay */
export function show(choice: FieldChoice, codes: readonly string[], isShown: boolean): FieldChoice {
  const leftOut = new Set(choice.leftOut);
  for (const code of codes) {
    if (isShown) leftOut.delete(code);
    else leftOut.add(code);
  }
  return { ...choice, leftOut };
}

/** Puts a field where another is, which makes room. @param order codes of all fields as they stand */
export function moveTo(choice: FieldChoice, order: readonly string[], code: string, place: string): FieldChoice {
  const to = order.indexOf(place);
  const others = order.filter((one) => one !== code);
  return { ...choice, order: to < 0 ? order : others.toSpliced(to, 0, code) };
}

/** What the request says: nothing where it is what comes unasked. @param fields the active ones, by rank */
export function wantedFields(fields: readonly { code: string }[], choice: FieldChoice): string[] | undefined {
  const codes = shown(fields, choice).map(({ code }) => code);
  return codes.length === fields.length && codes.every((code, index) => code === fields[index]?.code)
    ? undefined
    : codes;
}

/** Of the file: those of the person, and `[old]` and `[new]` of each field. */
export const columnsOf = (fields: number): number => personColumns.length + 2 * fields;

/** What a search finds, by code or name. */
export function matching<F extends { code: string; name: string }>(fields: readonly F[], search: string): F[] {
  const wanted = search.trim().toLowerCase();
  return fields.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted));
}
