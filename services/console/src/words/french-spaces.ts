const NARROW = '\u202f';
const WIDE = '\u00a0';

/** As French is set: no line may break before : ; ? ! nor inside « ». The catalogue writes ordinary spaces, which can be seen. */
export const spaced = (text: string): string =>
  text
    .replaceAll(/ (?=[;?!])/g, NARROW)
    .replaceAll(/ (?=:)/g, WIDE)
    .replaceAll(/(?<=«) | (?=»)/g, NARROW);

/** A catalogue whose every text is set so, those that are made from names and numbers as well. */
export function withFrenchSpaces<T>(node: T): T {
  if (typeof node === 'string') return spaced(node) as T;
  if (typeof node === 'function') return ((...given: unknown[]) => spaced(node(...given) as string)) as T;
  return Object.fromEntries(
    Object.entries(node as object).map(([key, value]) => [key, withFrenchSpaces(value as unknown)]),
  ) as T;
}
